import { buildProgramme, readDocument } from '@cahier/core'
import { acceptAll, parseMarkdown, readCriticMarkup, refuseAll } from '@cahier/prose'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { settingsOf } from '../document/settings.ts'
import { lintText } from '../engine/lint-text.ts'
import { planLooseFixes } from '../fix/plan-loose-fixes.ts'
import { lintLooseText } from '../loose/lint-loose-text.ts'
import { readLooseText } from '../loose/read-loose-text.ts'
import { sampleProgramme } from '../sample-programme.ts'

const fixed = (text: string) => planLooseFixes([{ path: 'a.md', text }]).texts.get('a.md') ?? text
/** What is said, and the words that it is said of. */
const said = (text: string) =>
  lintLooseText(readLooseText({ path: 'a.md', text })).map(
    ({ rule, place: { start, end } }) => `${rule} ${text.slice(start.offset, end.offset)}`,
  )

/** `~` is U+00A0 and `|` U+202F in what is expected. */
const real = (text: string) => text.replace(/~(?![~>])(?<!~~)/g, '\u00A0').replaceAll('|', '\u202F')

describe('between marks of CriticMarkup, in any text', () => {
  it.each([
    [
      'an insertion and a deletion',
      "Il faut {++l'école++} et {--l'eau--}.",
      'Il faut {++l’école++} et {--l’eau--}.',
    ],
    [
      'both sides of a substitution',
      'Le {~~coût : "a"~>coût: "b"~~} monte.',
      'Le {~~coût~: «~a~»~>coût~: «~b~»~~} monte.',
    ],
    [
      'what begins with a capital that has its accent',
      '{~~Etat : a...~>École : b...~~} et {==oui...==}',
      '{~~État~: a…~>École~: b…~~} et {==oui…==}',
    ],
    [
      'a comment',
      'Le mot {>>Vraiment? Merci ;) ou :)<<} reste {>>;)<<}.',
      'Le mot {>>Vraiment|? Merci ;) ou :)<<} reste {>>;)<<}.',
    ],
    ['what is in bold', 'Le mot {++**Coût**: oui++}.', 'Le mot {++**Coût**~: oui++}.'],
    [
      'several paragraphs',
      "Un mot.{++\n\nL'école...\n\nElle dit : oui++}.",
      'Un mot.{++\n\nL’école…\n\nElle dit~: oui++}.',
    ],
    [
      'what is struck through twice',
      'Le {~~mot ~~de... ~~ trop~>mot...~~} reste.',
      'Le {~~mot ~~de… ~~ trop~>mot…~~} reste.',
    ],
    [
      'words that marks are put around',
      'Le mot {==reste==}; {++oui++}! Et "{++non++}".',
      'Le mot {==reste==}|; {++oui++}|! Et «~{++non++}~».',
    ],
  ])('%s is mended', (_what, typed, expected) => {
    expect(fixed(typed)).toBe(real(expected))
    expect(fixed(real(expected))).toBe(real(expected))
  })

  it.each([
    [
      'a sign stuck to a mark',
      'Un mot{++!++} Un mot{++ :++} oui.',
      ['typography/punctuation-space !', 'typography/punctuation-space  :'],
    ],
    ['a quote that closes elsewhere', 'Un {++"mot++}" dit.', ['typography/quotes "']],
    ['a word twice', 'Le {++le++} mot.', ['style/repeated-word Le {++le']],
    [
      'a word that no dictionary knows',
      'La terre et {++ceux qui sont respecteux++} des eaux.',
      ['style/spelling respecteux'],
    ],
  ])('%s is told', (_what, typed, expected) => {
    expect(said(typed)).toEqual(expected)
  })

  it.each([
    ['parts of words', 'Des heures ouvr{++ée++}s, un{++e++} autre, le {~~jour~>jours~~}.'],
    ['names', 'Monsieur {~~Duront~>Durontier~~} et Madame {++Vauquelain++} sont là.'],
    ['words that are to go', 'La terre et {--ceux qui sont respecteux et le le--} tous.'],
    ['a comment in few words', 'La terre {>>pb respecteux, cf mail<<} et tous.'],
    ['code that shows marks', 'La marque `{++` ouvre et `++}` ferme, `{--` aussi, et `--}`.'],
    ['a template', 'Un gabarit {{-- a ... --}} et un mot.'],
    ['marks that do not close', 'Un mot {++ en plus et {-- en moins.'],
  ])('nothing is said of %s', (_what, typed) => {
    expect(said(typed)).toEqual([])
  })

  it('a page of a programme is read like any other text', () => {
    const { manifest } = buildProgramme({ sources: sampleProgramme, assets: [], findings: [] })
    const page = readDocument(
      { path: 'research/a.md', text: '---\ntitle: Un titre\n---\n\nUn {++ajout...++} ici.\n' },
      'question',
    )
    expect(lintText(page, settingsOf(manifest)).map(({ rule }) => rule)).toEqual([
      'typography/ellipsis',
    ])
  })

  it('marks stay, and so do the trees of the text with all of them refused and accepted', {
    tags: ['long'],
  }, () => {
    const piece = fc.constantFrom(
      ...[
        'Un mot',
        ' et',
        "l'eau",
        ' dit',
        ' :',
        ';',
        '!',
        ' ?',
        '...',
        '"',
        '« ',
        ' »',
        ', ',
        ' ;)',
        '12 000 €',
        '\n',
        '\n\n',
        '**',
        '*',
        '~~',
        '`',
        '\n- ',
        '\n> ',
      ],
      ...[
        '{++',
        '++}',
        '{--',
        '--}',
        '{~~',
        '~>',
        '~~}',
        '{==',
        '==}',
        '{>>',
        '<<}',
        '\\{++',
        '{{--',
        '{++ en plus !++}',
        "{~~l'un~>l'autre...~~}",
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const text = pieces.join('')
        const after = fixed(text)
        expect(fixed(after)).toBe(after)
        expect(after.match(MARKS)).toEqual(text.match(MARKS))
        const [was, is] = [readCriticMarkup(text).pieces, readCriticMarkup(after).pieces]
        expect(is.map(({ kind }) => kind)).toEqual(was.map(({ kind }) => kind))
        for (const version of [refuseAll, acceptAll])
          expect(shape(parseMarkdown(version(is)))).toEqual(shape(parseMarkdown(version(was))))
      }),
      { numRuns: Number(process.env.FUZZ ?? 300) },
    )
  })
})

const MARKS = /\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}|~>/g

/** Everything of a tree but its words. */
function shape(node: Nodes): unknown {
  const { position: _, ...rest } = node
  if (node.type === 'text') return 'text'
  return 'children' in node ? { ...rest, children: node.children.map(shape) } : rest
}
