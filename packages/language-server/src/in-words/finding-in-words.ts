import { asSentence, type Finding, sentenceOf, shownControls, typeset } from '@cahier/core'
import type { Setting } from '../here.ts'

/** The sentence of a finding as an editor shows it, whatever signs of the text it quotes. */
export function findingInWords(
  finding: Finding,
  { catalogue, language }: Pick<Setting, 'catalogue' | 'language'>,
): string {
  return shownControls(typeset(asSentence(sentenceOf(finding, catalogue, language)), language))
}
