import { beforeEach, expect, it, vi } from 'vitest'

const editor = vi.hoisted(() => ({ language: 'en', setting: 'auto' }))
vi.mock('vscode', () => ({
  env: {
    get language() {
      return editor.language
    },
  },
  workspace: { getConfiguration: () => ({ get: () => editor.setting }) },
}))

// Another test in the same thread may have loaded the module with an editor of its own.
vi.resetModules()
const { languageHere, localized } = await import('./language.ts')

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
