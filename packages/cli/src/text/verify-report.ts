import { asSentence, type Catalogue, type Finding, type Language, sentenceOf } from '@cahier/core'
import { bundleMessages, dayInWords } from '@cahier/export'
import { groupedBy } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import type { Verification } from '../published/verify.ts'
import { paint } from '../terminal/terminal.ts'
import { wrapFor } from '../terminal/wrap.ts'
import { catalogue } from './catalogue.ts'

/** Every message of `verify`, those about the record included. */
export const VERIFY_CATALOGUE: Catalogue = { ...catalogue, ...bundleMessages }

/** The report of `verify`: what was verified, and what cannot be. */
export function verifyReport(
  verification: Verification,
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const { findings, manifest, files, recomputed, hasRecord, signature, sum } = verification
  const words = WORDS[language]
  const fit = (line: string, indent = '') => wrapFor(terminal, line, indent)
  const opening =
    manifest === null
      ? []
      : [words.edition(manifest.title, manifest.edition, dayInWords(manifest.date, language)), '']
  if (findings.length > 0) {
    const wrong = byPath(findings).flatMap(([path, ofFile]) => [
      paint(path, 'bold', terminal),
      ...ofFile.map(
        (finding) =>
          `  ${fit(`${lineOf(finding, language)}${sentenceOfFinding(finding, language)}`, '    ')}`,
      ),
    ])
    return `${[...opening.map((line) => fit(line)), ...wrong, '', fit(words.wrong(findings.length))].join('\n')}\n`
  }
  const verified = [
    words.files(files),
    ...(signature !== null && signature.signer !== ''
      ? [words.signedBy(signature.signer, signature.fingerprint)]
      : []),
    ...(hasRecord
      ? [
          words.measures(manifest?.measures.length ?? 0),
          words.recomputed(recomputed.digests, recomputed.outcomes),
          ...(recomputed.fates > 0 ? [words.fates(recomputed.fates)] : []),
        ]
      : []),
  ]
  const unverified = [
    ...whoPublished(verification, language),
    ...(hasRecord ? [words.printed, words.spoken] : []),
  ]
  const list = (items: readonly string[]) => items.map((item) => `  ${fit(`– ${item}`, '    ')}`)
  const lines = [
    ...opening.map((line) => fit(line)),
    words.holds,
    ...list(verified),
    '',
    words.beyond,
    ...list(unverified),
    '',
    words.sum,
    `  ${sum}`,
  ]
  return `${lines.join('\n')}\n`
}

function whoPublished({ signature }: Verification, language: Language): readonly string[] {
  if (signature === null) return [WORDS[language].unsigned]
  return signature.signer === '' ? [WORDS[language].signed(signature.fingerprint)] : []
}

function byPath(findings: readonly Finding[]): [string, Finding[]][] {
  return [...groupedBy(findings, ({ path }) => path)].sort(([a], [b]) => (a < b ? -1 : 1))
}

function sentenceOfFinding(finding: Finding, language: Language): string {
  return asSentence(sentenceOf(finding, VERIFY_CATALOGUE, language))
}

// Sums have no useful line numbers.
function lineOf({ rule, place: { start } }: Finding, language: Language): string {
  return rule.startsWith('bundle/') || start.line === 1
    ? ''
    : `${WORDS[language].line(start.line)} `
}

const WORDS = {
  fr: {
    edition: (title: string, edition: string, day: string) =>
      `« ${title} »${edition === '' ? '' : `, édition ${edition}`}${day === '' ? '' : `, ${day}`}`,
    holds: 'Vérifié :',
    files: (count: number) =>
      `${count} fichiers : chacun est celui que nomment SHA256SUMS et manifest.json, il n’en manque aucun, il n’y en a pas d’autre.`,
    measures: (count: number) =>
      `${count} mesure${count > 1 ? 's' : ''} : le texte, l’empreinte, l’état et les positions que donne manifest.json, recomptés à partir de record/.`,
    recomputed: (digests: number, outcomes: number) =>
      `${digests} texte${digests > 1 ? 's' : ''} soumis à décision et ${outcomes} résultat${outcomes > 1 ? 's' : ''}, recalculés avec leurs sceaux.`,
    fates: (count: number) =>
      `${count} amendement${count > 1 ? 's' : ''} : le sort inscrit, adopté ou tombé, recalculé sur le texte d’avant.`,
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
  en: {
    edition: (title: string, edition: string, day: string) =>
      `“${title}”${edition === '' ? '' : `, edition ${edition}`}${day === '' ? '' : `, ${day}`}`,
    holds: 'Verified:',
    files: (count: number) =>
      `${count} files: each is the one that SHA256SUMS and manifest.json name, none is missing, and there is no other.`,
    measures: (count: number) =>
      `${count} measure${count === 1 ? '' : 's'}: the text, digest, status and stances that manifest.json gives, counted again from record/.`,
    recomputed: (digests: number, outcomes: number) =>
      `${digests} text${digests === 1 ? '' : 's'} put to a decision and ${outcomes} outcome${outcomes === 1 ? '' : 's'}, recomputed with their seals.`,
    fates: (count: number) =>
      `${count} amendment${count === 1 ? '' : 's'}: the fate on record, adopted or lapsed, computed again on the text before it.`,
    beyond: 'What cannot be verified from here:',
    unsigned:
      'Who published: this edition is not signed. Compare the checksum below with the one that the collective gives.',
    signed: (fingerprint: string) =>
      `Whose key is ${fingerprint}, which did sign SHA256SUMS: ask the collective whether it is theirs, or say which keys you accept (--allowed-signers).`,
    signedBy: (signer: string, fingerprint: string) =>
      `Signed by ${signer}, with the key ${fingerprint}, which you accept.`,
    printed:
      'Whether the site and the books say what record/ says: make the edition again (cahier publish) and compare both SHA256SUMS.',
    spoken:
      'Whether each member wrote the stance that bears its name: ask that member, or look in the history of the folder.',
    sum: 'Checksum of SHA256SUMS, which stands for the whole edition:',
    line: (line: number) => `line ${line}:`,
    wrong: (count: number) =>
      count === 1
        ? 'One thing is wrong: do not rely on this edition, ask for another copy.'
        : `${count} things are wrong: do not rely on this edition, ask for another copy.`,
  },
} as const
