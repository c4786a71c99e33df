// `cahier verify`: verifies a published bundle, given as a folder or as a ZIP archive.

import { resolve } from 'node:path'
import {
  asJson,
  dateOption,
  formatOption,
  onlyArgument,
  valueOption,
} from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { readBundle } from '../published/read.ts'
import { readAllowedSigners } from '../published/signature.ts'
import { type Verification, verifyBundle } from '../published/verify.ts'
import { jsonReport } from '../reports/json-report.ts'
import { summaryOf } from '../reports/report.ts'
import { VERIFY_CATALOGUE, verifyReport } from '../text/verify-report.ts'

export const command: Command = {
  usage: 'BUNDLE',
  help: {
    fr: 'Vérifie une édition publiée, dossier ou archive ZIP : qu’aucun fichier n’a été modifié, ajouté ni enlevé, et que textes, positions et résultats s’y recomptent. Dit aussi ce qui ne peut pas être vérifié. Pour signer une édition, dans son dossier : ssh-keygen -Y sign -n cahier-bundle -f CLÉ SHA256SUMS.',
    en: 'Verifies a published edition, a folder or a ZIP archive: that no file was changed, added or removed, and that texts, stances and outcomes can be recomputed. Also says what cannot be verified. To sign an edition, in its folder: ssh-keygen -Y sign -n cahier-bundle -f KEY SHA256SUMS.',
  },
  examples: [
    'dist/2026-2',
    'edition.zip',
    {
      fr: 'dist/2026-2 --allowed-signers signataires',
      en: 'dist/2026-2 --allowed-signers signers',
    },
  ],
  runsAnywhere: true,
  options: {
    'allowed-signers': valueOption(
      'FILE',
      'les clés que vous acceptez, dans un fichier « allowed_signers » d’OpenSSH',
      'the keys you accept, in an “allowed_signers” file of OpenSSH',
    ),
    date: dateOption,
    format: formatOption(),
  },
  run(invocation) {
    const { values, cwd, day, print, say } = invocation
    const written = onlyArgument(
      invocation,
      'une édition, un dossier ou un ZIP',
      'one bundle, a folder or a ZIP',
    )
    const folder = resolve(cwd, written)
    const named = values['allowed-signers']
    const accepted =
      typeof named === 'string'
        ? { signers: readAllowedSigners(resolve(cwd, named), named), day: day() }
        : null
    const verification = verifyBundle(readBundle(folder, written), accepted)
    const { findings, manifest, files, recomputed, signature, sum } = verification
    if (values.format === 'text') say(verifyReport(verification, invocation))
    else
      print(
        asJson({
          ...jsonReport({
            findings,
            summary: summaryOf(findings, files),
            catalogue: VERIFY_CATALOGUE,
            invocation: { ...invocation, folder, cwd: folder },
          }),
          bundle: manifest && namesOf(manifest),
          verified: { files, measures: manifest?.measures.length ?? 0, ...recomputed },
          signature,
          sum,
        }),
      )
    return findings.length > 0 ? 1 : 0
  },
}

function namesOf({ identifier, edition, date, kind }: NonNullable<Verification['manifest']>) {
  return { identifier, edition, date, kind }
}
