import {
  asSentence,
  type Catalogue,
  type Finding,
  type Language,
  sentenceOf,
  typeset,
} from '@cahier/core'

/** The sentence of a finding, as it is printed. */
export function messageOf(finding: Finding, catalogue: Catalogue, language: Language): string {
  return typeset(asSentence(sentenceOf(finding, catalogue, language)), language)
}
