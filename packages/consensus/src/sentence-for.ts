import type { Language, Message } from '@cahier/core'

/** Why a stance does not count, or stands although the text moved: the sentence of a `why`. */
export function sentenceFor(why: string, language: Language): string {
  return STANCE_WHY[why]?.[language]({}) ?? why
}

const STANCE_WHY: Readonly<Record<string, Message>> = {
  otherProgramme: { fr: () => 'son fichier est celui d’un autre programme', en: () => 'its file is that of another programme' },
  notMember: { fr: () => 'n’est pas membre de ce tour', en: () => 'is no member of this round' },
  noText: { fr: () => 'ne dit pas sur quel texte elle porte', en: () => 'does not say which text it is about' },
  future: { fr: () => 'porte une date à venir', en: () => 'is dated in the future' },
  afterClose: { fr: () => 'est arrivée après la clôture', en: () => 'came after the close' },
  noArgument: { fr: () => 'objection sans argument, à compléter', en: () => 'objection without an argument, to be completed' },
  standing: { fr: () => 'portait sur un texte antérieur, et tient toujours', en: () => 'was about an earlier text, and still stands' },
  textChanged: { fr: () => 'le texte a changé depuis', en: () => 'the text has changed since' },
}
