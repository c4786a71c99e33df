import { type Language, type Programme, typeset } from '@cahier/core'
import { dayInWords } from '@cahier/export/in-words'
import { knownDigests } from './known-digests.ts'

/**
 * What a digest is the digest of, as far as the folder knows: a text as it stands, one that a round
 * froze, a seal.
 */
export function digestInWords(
  digest: string,
  expected: string,
  programme: Programme,
  language: Language,
): string {
  const known = knownDigests(programme, expected).find((one) => one.digest === digest)
  return typeset(
    (known === undefined ? UNKNOWN : SENTENCES[known.of])[language](
      known?.about ?? expected,
      known === undefined || known.day === '' ? '' : dayInWords(known.day, language),
    ),
    language,
  )
}

type Sentence = Readonly<Record<Language, (about: string, day: string) => string>>

const SENTENCES: Readonly<Record<'normative' | 'whole' | 'frozen' | 'seal', Sentence>> = {
  normative: {
    fr: (about) => `Empreinte de ce que « ${about} » propose, tel que le texte est aujourd’hui.`,
    en: (about) => `Digest of what “${about}” proposes, as the text stands today.`,
  },
  whole: {
    fr: (about) => `Empreinte de tout le texte de « ${about} », tel qu’il est aujourd’hui.`,
    en: (about) => `Digest of the whole text of “${about}”, as it stands today.`,
  },
  frozen: {
    fr: (about, day) =>
      `Empreinte de ce que « ${about} » proposait à l’ouverture du tour du ${day}. Le texte a changé depuis.`,
    en: (about, day) =>
      `Digest of what “${about}” proposed when the round opened on ${day}. The text has changed since.`,
  },
  seal: {
    fr: (about, day) =>
      `Sceau du tour de « ${about} » ouvert le ${day} : il ne correspond plus dès qu’on y change quelque chose.`,
    en: (about, day) =>
      `Seal of the round of “${about}” opened on ${day}: it no longer fits as soon as anything in it is changed.`,
  },
}

const UNKNOWN: Sentence = {
  fr: (about) =>
    `Empreinte d’un texte que le dossier ne contient plus${about === '' ? '' : ` : ce n’est pas celle de « ${about} » tel qu’il est aujourd’hui`}.`,
  en: (about) =>
    `Digest of a text that the folder no longer holds${about === '' ? '' : `: it is not that of “${about}” as it stands today`}.`,
}
