// `cahier verify`: verifies a published bundle, given as a folder or as a ZIP archive.

import { resolve } from 'node:path'
import {
  asSentence,
  type Catalogue,
  type Finding,
  sentenceOf,
  sentencesIn,
  wording,
} from '@cahier/core'
import { bundleMessages, dayInWords } from '@cahier/export'
import { byCodeUnits, groupedBy } from '@cahier/prose'
import {
  asJson,
  dateOption,
  formatOption,
  onlyArgument,
  valueOption,
} from '../arguments/options.ts'
import type { Command, Invocation } from '../command.ts'
import { readAllowedSigners } from '../published/bundle-signature.ts'
import { readBundle } from '../published/read-bundle.ts'
import { type Verification, verifyBundle } from '../published/verify.ts'
import { summaryOf } from '../reports/report.ts'
import { paint, wrapFor } from '../terminal/terminal.ts'
import { catalogue } from '../text/catalogue.ts'
import { inQuotes, layOut } from '../text/report-parts.ts'

export const command: Command = {
  usage: 'BUNDLE',
  help: {
    fr: 'Un dossier ou une archive ZIP : qu’aucun fichier n’a été modifié, ajouté ni enlevé, et que textes, positions et résultats s’y recomptent. Dit aussi ce qui ne peut pas être vérifié. Pour signer une édition, dans son dossier : ssh-keygen -Y sign -n cahier-bundle -f CLÉ SHA256SUMS.',
    en: 'A folder or a ZIP archive: that no file was changed, added or removed, and that texts, stances and outcomes can be recomputed. Also says what cannot be verified. To sign an edition, in its folder: ssh-keygen -Y sign -n cahier-bundle -f KEY SHA256SUMS.',
  },
  examples: [
    'dist/2026-2',
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
  async run(invocation) {
    const { values, cwd, day, print, say } = invocation
    const written = onlyArgument(invocation)
    const folder = resolve(cwd, written)
    const named = values['allowed-signers']
    const accepted =
      typeof named === 'string'
        ? { signers: readAllowedSigners(resolve(cwd, named), named), day: day() }
        : null
    const verification = verifyBundle(readBundle(folder, written), accepted)
    const { findings, manifest, files, recomputed, signature, sum } = verification
    if (values.format === 'text') say(verifyReport(verification, invocation))
    else {
      const { jsonReport } = await import('../reports/json-report.ts')
      print(
        asJson({
          ...jsonReport({
            findings,
            summary: summaryOf(findings, files),
            catalogue: CATALOGUE,
            invocation: { ...invocation, folder, cwd: folder },
          }),
          bundle: manifest && namesOf(manifest),
          verified: { files, measures: manifest?.measures.length ?? 0, ...recomputed },
          signature,
          sum,
        }),
      )
    }
    return findings.length > 0 ? 1 : 0
  },
}

function namesOf({ identifier, edition, date, kind }: NonNullable<Verification['manifest']>) {
  return { identifier, edition, date, kind }
}

const CATALOGUE: Catalogue = { ...catalogue, ...bundleMessages }

function verifyReport(verification: Verification, { language, terminal }: Invocation): string {
  const { findings, manifest, files, recomputed, hasRecord, signature, sum } = verification
  const words = sentencesIn(SENTENCES, language)
  const fit = (line: string, indent = '') => wrapFor(terminal, line, indent)
  const item = (...given: Parameters<typeof words>) => `  ${fit(`– ${words(...given)}`, '    ')}`
  const { title = '', edition = '', date = '', measures = [] } = manifest ?? {}
  const opening = [
    title && inQuotes[language](title),
    edition && words('edition', { edition }),
    date && dayInWords(date, language),
  ]
  const head = fit(opening.filter(Boolean).join(', '))
  if (findings.length > 0) {
    const byPath = [...groupedBy(findings, ({ path }) => path)].sort(([a], [b]) =>
      byCodeUnits(a, b),
    )
    const wrong = byPath.flatMap(([path, own]) => [
      paint(path, 'bold', terminal),
      ...own.map((finding) => `  ${fit(findingInWords(finding), '    ')}`),
    ])
    return layOut([head, wrong, fit(words('wrong', { count: findings.length }))])
  }
  const { signer = '', fingerprint = '' } = signature ?? {}
  const key = { signer, fingerprint }
  return layOut([
    head,
    [
      words('holds'),
      item('files', { files }),
      signer !== '' && item('signedBy', key),
      hasRecord && item('measures', { count: measures.length }),
      hasRecord && item('recomputed', recomputed),
      hasRecord && recomputed.fates > 0 && item('fates', recomputed),
    ],
    [
      words('beyond'),
      signer === '' && item(signature === null ? 'unsigned' : 'signed', key),
      hasRecord && item('printed'),
      hasRecord && item('spoken'),
    ],
    [words('sum'), `  ${sum}`],
  ])

  function findingInWords(finding: Finding): string {
    const { rule, place } = finding
    const { line } = place.start
    const sentence = asSentence(sentenceOf(finding, CATALOGUE, language))
    // The message of a `bundle/` finding names the line itself, when one matters.
    return rule.startsWith('bundle/') || line === 1
      ? sentence
      : `${words('line', { line })} ${sentence}`
  }
}

const SENTENCES = {
  edition: wording('édition {edition}', 'edition {edition}'),
  holds: wording('Vérifié :', 'Verified:'),
  files: wording(
    '{files} fichiers : chacun est celui que nomment SHA256SUMS et manifest.json, il n’en manque aucun, il n’y en a pas d’autre.',
    '{files} files: each is the one that SHA256SUMS and manifest.json name, none is missing, and there is no other.',
  ),
  measures: wording(
    '{count|mesure|mesures} : le texte, l’empreinte, l’état et les positions que donne manifest.json, recomptés à partir de record/.',
    '{count|measure|measures}: the text, digest, status and stances that manifest.json gives, counted again from record/.',
  ),
  recomputed: wording(
    '{digests|texte|textes} soumis à décision et {outcomes|résultat|résultats}, recalculés avec leurs sceaux.',
    '{digests|text|texts} put to a decision and {outcomes|outcome|outcomes}, recomputed with their seals.',
  ),
  fates: wording(
    '{fates|amendement|amendements} : le sort inscrit, adopté ou tombé, recalculé sur le texte d’avant.',
    '{fates|amendment|amendments}: the fate on record, adopted or lapsed, computed again on the text before it.',
  ),
  beyond: wording('Ce qui ne peut pas l’être d’ici :', 'What cannot be verified from here:'),
  unsigned: wording(
    'Qui a publié : cette édition n’est pas signée. Comparez la somme ci-dessous avec celle que donne le collectif.',
    'Who published: this edition is not signed. Compare the checksum below with the one that the collective gives.',
  ),
  signed: wording(
    'À qui est la clé {fingerprint}, qui a bien signé SHA256SUMS : demandez au collectif si c’est la sienne, ou dites quelles clés vous acceptez (--allowed-signers).',
    'Whose key is {fingerprint}, which did sign SHA256SUMS: ask the collective whether it is theirs, or say which keys you accept (--allowed-signers).',
  ),
  signedBy: wording(
    'Signée par {signer}, avec la clé {fingerprint}, que vous acceptez.',
    'Signed by {signer}, with the key {fingerprint}, which you accept.',
  ),
  printed: wording(
    'Si le site et les livres disent bien ce que dit record/ : refaites l’édition (cahier publish) et comparez les deux SHA256SUMS.',
    'Whether the site and the books say what record/ says: make the edition again (cahier publish) and compare both SHA256SUMS.',
  ),
  spoken: wording(
    'Si chaque membre a bien écrit la position qui porte son nom : demandez-le-lui, ou à l’historique du dossier.',
    'Whether each member wrote the stance that bears its name: ask that member, or look in the history of the folder.',
  ),
  sum: wording(
    'Somme de SHA256SUMS, qui vaut pour toute l’édition :',
    'Checksum of SHA256SUMS, which stands for the whole edition:',
  ),
  line: wording('ligne {line} :', 'line {line}:'),
  wrong: wording(
    '{count|chose ne va pas|choses ne vont pas} : ne vous fiez pas à cette édition, demandez-en une autre copie.',
    '{count|thing is wrong|things are wrong}: do not rely on this edition, ask for another copy.',
  ),
}
