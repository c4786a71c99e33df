import { env, workspace } from 'vscode'
import type { LocalizedText } from './forms/form.ts'

/** The language of messages: the setting, else French in a French editor, else English. */
export function languageHere(): keyof LocalizedText {
  const set = workspace.getConfiguration('cahier').get('language')
  if (set === 'fr' || set === 'en') return set
  return /^fr\b/i.test(env.language) ? 'fr' : 'en'
}

export function localized(sentence: LocalizedText): string {
  return sentence[languageHere()]
}
