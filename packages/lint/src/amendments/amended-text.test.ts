import { buildProgramme, type Finding, readDocument } from '@cahier/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settingsOf } from '../document/settings.ts'
import { lintText } from '../engine/lint-text.ts'
import { sampleProgramme } from '../sample-programme.ts'

const settings = settingsOf(
  buildProgramme({ sources: sampleProgramme, assets: [], findings: [] }).manifest,
)
const HEAD = '---\namends: guichet\nby: exemple-a\n---\n\n## Motifs\n\nPlus clair.\n\n## Texte\n\n'

function lint(marked: string, head = HEAD): readonly Finding[] {
  return lintText(
    readDocument({ path: 'amendments/guichet/mieux.md', text: `${head}${marked}\n` }, 'amendment'),
    settings,
  )
}

/** What is said, and the passage of the source that it is said of. */
function said(marked: string, head = HEAD): readonly string[] {
  const text = head + marked
  return lint(marked, head).map(
    ({ rule, place: { start, end } }) => `${rule} ${text.slice(start.offset, end.offset)}`,
  )
}

it.each([
  ['an insertion', 'Un texte... {++Un ajout...++}', ['typography/ellipsis ...']],
  [
    'a word that no dictionary knows',
    'Nous voulons une agriculture {++respecteuse ++}de la terre et de ceux qui en vivent.',
    ['style/spelling respecteuse'],
  ],
  ['a substitution', 'Un délai {~~trente...~>quarante...~~} jours.', ['typography/ellipsis ...']],
  ['what is at its edge', 'Un mot{++!++}', ['typography/punctuation-space !']],
  [
    'what a deletion leaves',
    'Un délai {--de trente jours --}, au plus.',
    ['typography/spaces  {--de trente jours --},'],
  ],
  ['a word that is there already', 'Le{++ le++} mot.', ['style/repeated-word Le{++ le']],
  ['a new paragraph', '{++\n\nIl dit "oui".\n++}', ['typography/quotes "']],
  ['after a mark that is none', 'Un \\{++ mot... {++de plus...++}', ['typography/ellipsis ...']],
])(
  'of what an amendment changes, %s is looked at where it is written',
  (_what, marked, expected) => {
    expect(said(marked)).toEqual(expected)
  },
)

it.each([
  ['a replacement of which nobody knows by what', 'Un délai {~~de trente jours → de quarante~~}.'],
  ['what it quotes', 'Un texte... avec un mot mot, {++tout simplement++} .'],
  [
    'a sentence that was too long before',
    `Une phrase ${'avec des mots '.repeat(15)}{++encore++} un.`,
  ],
  [
    'a comment, and what is only pointed at',
    'Le décret {==important...==}{>>note...<<} dit {++tout++}.',
  ],
  ['marks that do not close', 'Un texte {++en plus...'],
])('nothing is said of %s', (_what, marked) => {
  expect(said(marked)).toEqual([])
})

it('nothing is said of an amendment that was decided on', () => {
  expect(
    said(
      'Un {++ajout...++}',
      HEAD.replace('---\n\n## Motifs', 'outcome: rejected\n---\n\n## Motifs'),
    ),
  ).toEqual([])
})

it('whatever the marks, each finding lies in the text quoted, and fixes nothing', {
  tags: ['long'],
}, () => {
  const piece = fc.constantFrom(
    'Un mot',
    ' mot...',
    '{++ en plus !++}',
    '{--de trop --}',
    '{~~a~>b...~~}',
    '\n\n',
    '{>>dit<<}',
    '\\{++',
    '**',
    '- ',
    '`',
    ' "oui"',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const marked = pieces.join('')
      for (const { place, edits } of lint(marked)) {
        expect(edits).toBeUndefined()
        expect(place.start.offset).toBeGreaterThanOrEqual(HEAD.length - 2)
        expect(place.end.offset).toBeLessThanOrEqual(HEAD.length + marked.length)
        expect(place.start.offset).toBeLessThanOrEqual(place.end.offset)
      }
    }),
    { numRuns: 300 },
  )
})
