// `cahier verify`: verifies a published bundle, given as a folder or as a ZIP archive.

import { resolve } from 'node:path'
import { asSentence, type Catalogue, type Finding, type Language, sentenceOf } from '@cahier/core'
import { bundleMessages, dayInWords } from '@cahier/export'
import { compareTexts, groupedBy } from '@cahier/prose'
import {
  asJson,
  dateOption,
  formatOption,
  onlyArgument,
  valueOption,
} from '../arguments/options.ts'
import { type Command, type Invocation, inBothLanguages } from '../command.ts'
import { readBundle } from '../published/read.ts'
import { readAllowedSigners } from '../published/signature.ts'
import { type Verification, verifyBundle } from '../published/verify.ts'
import { jsonReport } from '../reports/json-report.ts'
import { summaryOf } from '../reports/report.ts'
import { paint, wrapFor } from '../terminal/terminal.ts'
import { catalogue } from '../text/catalogue.ts'
import { counted, layOut } from '../text/report-parts.ts'

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
  run(invocation) {
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
    else
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
    return findings.length > 0 ? 1 : 0
  },
}

function namesOf({ identifier, edition, date, kind }: NonNullable<Verification['manifest']>) {
  return { identifier, edition, date, kind }
}

const CATALOGUE: Catalogue = { ...catalogue, ...bundleMessages }

/** The report of `verify`: the findings, else what was verified and what cannot be verified. */
function verifyReport(verification: Verification, { language, terminal }: Invocation): string {
  const { findings, manifest, files, recomputed, hasRecord, signature, sum } = verification
  const words = WORDS[language]
  const fit = (line: string, indent = '') => wrapFor(terminal, line, indent)
  const item = (text: string) => `  ${fit(`– ${text}`, '    ')}`
  const opening =
    manifest !== null &&
    fit(words.edition(manifest.title, manifest.edition, dayInWords(manifest.date, language)))
  if (findings.length > 0) {
    const byPath = [...groupedBy(findings, ({ path }) => path)].sort(([a], [b]) =>
      compareTexts(a, b),
    )
    const wrong = byPath.flatMap(([path, own]) => [
      paint(path, 'bold', terminal),
      ...own.map((finding) => `  ${fit(findingInWords(finding, language), '    ')}`),
    ])
    return layOut([opening, wrong, fit(words.wrong(findings.length))])
  }
  const { signer = '', fingerprint = '' } = signature ?? {}
  const unsigned = signature === null ? words.unsigned : words.signed(fingerprint)
  return layOut([
    opening,
    [
      words.holds,
      item(words.files(files)),
      signer !== '' && item(words.signedBy(signer, fingerprint)),
      hasRecord && item(words.measures(manifest?.measures.length ?? 0)),
      hasRecord && item(words.recomputed(recomputed.digests, recomputed.outcomes)),
      hasRecord && recomputed.fates > 0 && item(words.fates(recomputed.fates)),
    ],
    [
      words.beyond,
      signer === '' && item(unsigned),
      hasRecord && item(words.printed),
      hasRecord && item(words.spoken),
    ],
    [words.sum, `  ${sum}`],
  ])
}

function findingInWords(finding: Finding, language: Language): string {
  const { rule, place } = finding
  const sentence = asSentence(sentenceOf(finding, CATALOGUE, language))
  // A finding about a checksum has no useful line number.
  const hasLine = !rule.startsWith('bundle/') && place.start.line > 1
  return hasLine ? `${WORDS[language].line(place.start.line)} ${sentence}` : sentence
}

const WORDS = inBothLanguages(
  {
    edition: (title: string, edition: string, day: string) =>
      `« ${title} »${edition === '' ? '' : `, édition ${edition}`}${day === '' ? '' : `, ${day}`}`,
    holds: 'Vérifié :',
    files: (count: number) =>
      `${count} fichiers : chacun est celui que nomment SHA256SUMS et manifest.json, il n’en manque aucun, il n’y en a pas d’autre.`,
    measures: (count: number) =>
      `${counted.fr(count, 'mesure')} : le texte, l’empreinte, l’état et les positions que donne manifest.json, recomptés à partir de record/.`,
    recomputed: (digests: number, outcomes: number) =>
      `${counted.fr(digests, 'texte')} soumis à décision et ${counted.fr(outcomes, 'résultat')}, recalculés avec leurs sceaux.`,
    fates: (count: number) =>
      `${counted.fr(count, 'amendement')} : le sort inscrit, adopté ou tombé, recalculé sur le texte d’avant.`,
    beyond: 'Ce qui ne peut pas l’être d’ici :',
    unsigned:
      'Qui a publié : cette édition n’est pas signée. Comparez la somme ci-dessous avec celle que donne le collectif.',
    signed: (fingerprint: string) =>
      `À qui est la clé ${fingerprint}, qui a bien signé SHA256SUMS : demandez au collectif si c’est la sienne, ou dites quelles clés vous acceptez (--allowed-signers).`,
    signedBy: (signer: string, fingerprint: string) =>
      `Signée par ${signer}, avec la clé ${fingerprint}, que vous acceptez.`,
    printed:
      'Si le site et les livres disent bien ce que dit record/ : refaites l’édition (cahier publish) et comparez les deux SHA256SUMS.',
    spoken:
      'Si chaque membre a bien écrit la position qui porte son nom : demandez-le-lui, ou à l’historique du dossier.',
    sum: 'Somme de SHA256SUMS, qui vaut pour toute l’édition :',
    line: (line: number) => `ligne ${line} :`,
    wrong: (count: number) =>
      count === 1
        ? 'Une chose ne va pas : ne vous fiez pas à cette édition, demandez-en une autre copie.'
        : `${count} choses ne vont pas : ne vous fiez pas à cette édition, demandez-en une autre copie.`,
  },
  {
    edition: (title, edition, day) =>
      `“${title}”${edition === '' ? '' : `, edition ${edition}`}${day === '' ? '' : `, ${day}`}`,
    holds: 'Verified:',
    files: (count) =>
      `${count} files: each is the one that SHA256SUMS and manifest.json name, none is missing, and there is no other.`,
    measures: (count) =>
      `${counted.en(count, 'measure')}: the text, digest, status and stances that manifest.json gives, counted again from record/.`,
    recomputed: (digests, outcomes) =>
      `${counted.en(digests, 'text')} put to a decision and ${counted.en(outcomes, 'outcome')}, recomputed with their seals.`,
    fates: (count) =>
      `${counted.en(count, 'amendment')}: the fate on record, adopted or lapsed, computed again on the text before it.`,
    beyond: 'What cannot be verified from here:',
    unsigned:
      'Who published: this edition is not signed. Compare the checksum below with the one that the collective gives.',
    signed: (fingerprint) =>
      `Whose key is ${fingerprint}, which did sign SHA256SUMS: ask the collective whether it is theirs, or say which keys you accept (--allowed-signers).`,
    signedBy: (signer, fingerprint) =>
      `Signed by ${signer}, with the key ${fingerprint}, which you accept.`,
    printed:
      'Whether the site and the books say what record/ says: make the edition again (cahier publish) and compare both SHA256SUMS.',
    spoken:
      'Whether each member wrote the stance that bears its name: ask that member, or look in the history of the folder.',
    sum: 'Checksum of SHA256SUMS, which stands for the whole edition:',
    line: (line) => `line ${line}:`,
    wrong: (count) =>
      count === 1
        ? 'One thing is wrong: do not rely on this edition, ask for another copy.'
        : `${count} things are wrong: do not rely on this edition, ask for another copy.`,
  },
)
