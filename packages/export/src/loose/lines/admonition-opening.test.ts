import { expect, it } from 'vitest'
import { admonitionOpening } from './admonition-opening.ts'

it.each([
  ['!!! note', '[!note]'],
  ['!!! note "Deux mots"  ', '**Deux mots**'],
  ['??? custom-kind inline end\t', '**Custom-kind**'],
  ['::: {.callout-note title="Deux mots"}', '**Deux mots**'],
  ['::: tip Un titre {#ancre} ::', '**Un titre**'],
])('%j opens one', (line, head) => {
  expect(admonitionOpening(line)?.head).toBe(head)
})

it.each([
  ['words', `!!! -${'-'.repeat(100_000)} !`, undefined],
  ['blanks', `!!! a${' '.repeat(100_000)}!`, undefined],
  ['braces', `::: }${'{'.repeat(300_000)}`, null],
  ['colons', `::: note${' :'.repeat(300_000)}`, '[!note]'],
  ['colons, and a word', `::: note${' :'.repeat(150_000)} mot`, `**${': '.repeat(150_000)}mot**`],
])('a line of %s is read once', (_, line, head) => {
  expect(admonitionOpening(line)?.head).toBe(head)
})
