// `cahier verify`: verifies a published bundle, a folder or a ZIP archive.

import { resolve } from 'node:path'
import { dateOption } from '../arguments/day.ts'
import { formatIn, formatOption } from '../arguments/format.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { readBundle } from '../published/read.ts'
import { readAllowedSigners } from '../published/signature.ts'
import { verifyBundle } from '../published/verify.ts'
import { jsonReport } from '../reports/json-report.ts'
import { summaryOf } from '../reports/report.ts'
import { VERIFY_CATALOGUE, verifyReport } from '../text/verify-report.ts'

export const command: Command = {
  usage: { fr: 'ÉDITION', en: 'BUNDLE' },
  help: {
    fr: 'Vérifie une édition publiée, dossier ou archive ZIP : qu’aucun fichier n’a été modifié, ajouté ni enlevé, et que les textes, les positions et les résultats se recomptent à partir de ce qu’elle contient. Dit aussi ce qui ne peut pas être vérifié. Pour signer une édition, dans son dossier : ssh-keygen -Y sign -n cahier-bundle -f CLÉ SHA256SUMS.',
    en: 'Verifies a published edition, a folder or a ZIP archive: that no file was changed, added or removed, and that texts, stances and outcomes can be recomputed from what it holds. Also says what cannot be verified. To sign an edition, in its folder: ssh-keygen -Y sign -n cahier-bundle -f KEY SHA256SUMS.',
  },
  examples: [
    'cahier verify dist/2026-2',
    'cahier verify edition.zip',
    {
      fr: 'cahier verify dist/2026-2 --allowed-signers signataires',
      en: 'cahier verify dist/2026-2 --allowed-signers signers',
    },
  ],
  anywhere: true,
  options: {
    'allowed-signers': {
      type: 'string',
      value: { fr: 'FICHIER', en: 'FILE' },
      help: {
        fr: 'les clés que vous acceptez, dans un fichier « allowed_signers » d’OpenSSH',
        en: 'the keys you accept, in an “allowed_signers” file of OpenSSH',
      },
    },
    date: dateOption,
    format: formatOption(),
  },
  run(invocation) {
    const { positionals, values, cwd, day, print, say } = invocation
    const [written, ...more] = positionals
    if (written === undefined || more.length > 0)
      throw new UsageError(
        'cahier verify prend une édition, un dossier ou un ZIP',
        'cahier verify takes one bundle, a folder or a ZIP',
      )
    const format = formatIn(invocation)
    const folder = resolve(cwd, written)
    const named = values['allowed-signers']
    const accepted =
      typeof named === 'string'
        ? { signers: readAllowedSigners(resolve(cwd, named), named), day: day() }
        : null
    const verification = verifyBundle(readBundle(folder, written), accepted)
    const { findings, manifest, files, recomputed, signature, sum } = verification
    if (format === 'text') say(verifyReport(verification, invocation))
    else {
      const { identifier, edition, date, kind } = manifest ?? {
        identifier: '',
        edition: '',
        date: '',
        kind: '',
      }
      const report = {
        ...jsonReport({
          findings,
          summary: summaryOf(findings, files),
          catalogue: VERIFY_CATALOGUE,
          invocation: { ...invocation, folder, cwd: folder },
        }),
        bundle: manifest === null ? null : { identifier, edition, date, kind },
        verified: { files, measures: manifest?.measures.length ?? 0, ...recomputed },
        signature,
        sum,
      }
      print(`${JSON.stringify(report)}\n`)
    }
    return findings.length > 0 ? 1 : 0
  },
}
