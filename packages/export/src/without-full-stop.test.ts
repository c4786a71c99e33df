import { expect, it } from 'vitest'
import { withoutFullStop } from './without-full-stop.ts'

it.each([
  ['Rouvrir les guichets.', 'Rouvrir les guichets'],
  ['Sortir de là.', 'Sortir de là'],
  ['« Non au tout-numérique. »', '« Non au tout-numérique. »'],
  ['Guichets, téléphones, etc.', 'Guichets, téléphones, etc.'],
  ['Sans les G.A.F.A.', 'Sans les G.A.F.A.'],
  ['Et puis...', 'Et puis...'],
  ['Pourquoi ?', 'Pourquoi ?'],
])('%s inside a sentence is %s', (title, shortened) => {
  expect(withoutFullStop(title)).toBe(shortened)
})
