import { applyEdits } from '@cahier/core'
import { expect, it } from 'vitest'
import { type Files, programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { amendableText } from './place-amendment.ts'
import { planAdoption } from './plan-adoption.ts'

const BASE = amendableText(programmeOf(sampleFiles), 'guichet')?.whole ?? ''
const wish = (to: string, more = '') =>
  `---\namends: guichet\nbase: ${BASE}\nby: a\ndate: 2025-03-04\n${more}---\n\n## Motifs\n\nOui.\n\n## Texte\n\n{~~Deux~>${to}~~} jours par semaine.\n`

/** Amendments once the first is adopted. */
function adopted(amendments: Files): Files {
  const files = Object.fromEntries(
    Object.entries(amendments).map(([id, text]) => [`amendments/guichet/${id}.md`, text]),
  )
  const [first = ''] = Object.keys(amendments)
  const { plan } = planAdoption(
    programmeOf({ ...sampleFiles, ...files }),
    'guichet',
    [{ id: first, hunks: null }],
    { day: '2025-03-10' },
  )
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path.slice('amendments/guichet/'.length, -'.md'.length),
      applyEdits(
        text,
        plan.edits.filter((edit) => edit.path === path),
      ),
    ]),
  )
}

it('fills in an empty list of ranks without repeating its key', () => {
  expect(
    adopted({ plus: wish('Trois', 'at: []\n') }).plus?.match(/^(?:at|outcome): .*$/gm),
  ).toEqual(['at: [4]', 'outcome: adopted'])
  expect(adopted({ plus: wish('Trois') }).plus?.match(/^(?:at|outcome): .*$/gm)).toEqual([
    'at: [4]',
    'outcome: adopted',
  ])
})

it('an amendment file with errors is left undecided, the same or lapsing', () => {
  const files = {
    plus: wish('Trois'),
    meme: wish('Trois', 'of: b\n'),
    autre: wish('Cinq', 'of: b\n'),
  }
  const done = adopted(files)
  expect([done.meme, done.autre]).toEqual([files.meme, files.autre])
  expect(done.plus).not.toContain('with:')
  const mended = adopted({ ...files, meme: wish('Trois'), autre: wish('Cinq') })
  expect([mended.meme, mended.autre]).toEqual([
    expect.stringContaining('outcome: adopted'),
    expect.stringContaining('outcome: lapsed'),
  ])
})
