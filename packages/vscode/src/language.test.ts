import { beforeEach, expect, it, vi } from 'vitest'
import { languageHere, localized } from './language.ts'

const editor = vi.hoisted(() => ({ language: 'en', setting: 'auto' }))
vi.mock('vscode', () => ({
  env: {
    get language() {
      return editor.language
    },
  },
  workspace: { getConfiguration: () => ({ get: () => editor.setting }) },
}))

beforeEach(() => Object.assign(editor, { language: 'en', setting: 'auto' }))

it.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['en', 'en'],
  ['de', 'en'],
])('speaks to an editor in %s in %s', (language, spoken) => {
  editor.language = language
  expect(languageHere()).toBe(spoken)
})

it('speaks the language that was set, whatever the editor speaks', () => {
  editor.setting = 'fr'
  expect(localized({ fr: 'Bonjour', en: 'Hello' })).toBe('Bonjour')
  Object.assign(editor, { language: 'fr', setting: 'en' })
  expect(localized({ fr: 'Bonjour', en: 'Hello' })).toBe('Hello')
})
