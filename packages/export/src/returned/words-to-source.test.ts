import { parseMarkdown, passagesOf } from '@cahier/prose'
import { expect, it } from 'vitest'
import { applyChanges } from './text-change.ts'
import { editsFromPrintedWords } from './words-to-source.ts'

it.each([
  ['L’[interdiction](a.md) vise', 'L’interdictions vise', 'L’[interdictions](a.md) vise'],
  ['L’[interdiction](a.md) vise', 'Cette interdiction vise', 'Cette [interdiction](a.md) vise'],
  ['jusqu’à l’**arrêt**, dit-on', 'jusqu’à l’arrêté, dit-on', 'jusqu’à l’**arrêté**, dit-on'],
])('a Markdown sign inside a word stays: %s, %s', (text, wording, wanted) => {
  expect(carried(text, wording)).toEqual([wanted, []])
})

it('a word is rewritten without its sign when the sign covers changed and unchanged letters', () => {
  expect(carried('Autant d’[élu](a.md)·es du lieu', 'Autant d’électeurs du lieu')).toEqual([
    'Autant d’électeurs du lieu',
    [],
  ])
})

function carried(text: string, wording: string): readonly unknown[] {
  const [passage] = passagesOf(parseMarkdown(text), text)
  if (passage === undefined) throw new Error(text)
  const { edits, left } = editsFromPrintedWords(passage, passage.written, wording, (words) => words)
  return [applyChanges(text, [{ edits }]), left]
}
