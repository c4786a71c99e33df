import { expect, it } from 'vitest'
import { properPath } from './file-names.ts'

it.each([
  ['axes/Eau et Forêts/Un accueil.md.md', 'axes/eau-et-forets/un-accueil.md'],
  // A copy whose original is gone takes its name back.
  ['Confluence (2).yaml', 'confluence.yaml'],
  ['Un accueil - Copie.md', 'un-accueil.md'],
  ['Un accueil - Copy (2).md', 'un-accueil.md'],
  // What a text is about stays in its name.
  ['Taxe copie privée.md', 'taxe-copie-privee.md'],
  ['La copie privée.md', 'la-copie-privee.md'],
  ['Copie de sauvegarde.md', 'copie-de-sauvegarde.md'],
  ['Hard copy.md', 'hard-copy.md'],
])('%s should be called %s', (path, proper) => {
  expect(properPath(path)).toBe(proper)
})
