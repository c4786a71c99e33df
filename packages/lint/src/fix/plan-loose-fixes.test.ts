import { FILE_START } from '@cahier/core'
import { parseMarkdown, splitSafe } from '@cahier/prose'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { settleEdits } from './fix-texts.ts'
import { planLooseFixes } from './plan-loose-fixes.ts'

const fixed = (text: string, path = 'a.md') =>
  planLooseFixes([{ path, text }]).texts.get(path) ?? text

/** Markdown as people write it: marks closed or not, lines of Windows, French set in a hurry. */
const piece = fc.constantFrom(
  'La loi',
  ' dit ',
  'l’école',
  "l'école",
  "l\\'ami",
  "\\'",
  '\\"',
  ' \\...',
  '\\\\',
  ' etc...',
  ' 3 Kg à 20° C ',
  ' (cf annexe) ',
  'le 1 mars',
  'Ã©',
  'd´e',
  '\u00A0mot\u00A0mot',
  ' ...',
  '…',
  ' ?',
  '?',
  ' !',
  ' : ',
  ':',
  ';',
  '« ',
  ' »',
  '"',
  "'",
  '(',
  ')',
  '[',
  ']',
  '](a.md)',
  '](b.md#pourquoi-)',
  '[^1]',
  '\n\n[^1]: Une note...\n\n',
  '**',
  '*',
  '_',
  '~~',
  '`',
  '` a...b `',
  '\n\n```\nx...\n```\n\n',
  '\n',
  '\r\n',
  '\n\n',
  '\n\n## Pourquoi ?\n\n',
  '\n\n- ',
  '\n1. ',
  '\n> ',
  '\n\n| a... | b |\n| - | - |\n| « c » | d... |\n\n',
  '<b>',
  '</b>',
  '<span lang="en">',
  '</span>',
  '<!-- note... -->',
  '&nbsp;',
  '&hellip;',
  '\\*',
  '\\',
  '[@insee, p. 2]',
  '{++ajout...++}',
  '![une image...](i.png "titre...")',
  '<https://a.fr/...>',
  'https://a.fr/b...c',
  '    code...',
  '\t',
  '10 000',
  '25 %',
  '3 €',
  'n° 5',
  '1er',
  'M. Dupont',
  '\u00A0',
  '\u202F',
  '  \n',
  '+++',
  '---\n',
  '{{< a "b..." >}}',
  '$x...$',
  ':emoji:',
  '\u200B',
  '\u00AD',
  '\uFEFF',
  'Mesdames et Messieurs, nous sommes dans la salle de la mairie avec vous',
)
const markdown = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('fixing loose texts', () => {
  it('changes prose alone, and nothing the second time', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const done = fixed(text)
        expect(skeletonOf(done)).toBe(skeletonOf(text))
        expect(fixed(done)).toBe(done)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps line ends, the BOM and the head, byte for byte', () => {
    for (const head of [
      '---\ntitle: Un titre...\nx: "l\'un"\n---\n',
      '+++\ntitle = "Un titre..."\n+++\n',
      'Title: Un titre...\nDate: 2024\n',
      'title: Un titre...\ncategories: x\n---\n',
      '{\n  "title": "Un titre..."\n}\n',
      ';;;\n{ "title": "Un titre..." }\n;;;\n',
      '#+TITLE: Un titre...\n',
      '',
    ]) {
      const text = `\uFEFF${head}\nUne ligne...\n\nUne autre...\n`.replaceAll('\n', '\r\n')
      expect(fixed(text)).toBe(`\uFEFF${head}\nUne ligne…\n\nUne autre…\n`.replaceAll('\n', '\r\n'))
    }
  })

  it('stands among all that Markdown has', () => {
    const rest =
      'Un [lien](a.md "titre..."), `code...`, [@insee, p. 2...], ![une image...](i.png), une note[^1], **fort...** et <b>gras</b>.\n\n[^1]: Note.\n'
    expect(fixed(`Un mot... ${rest}`)).toBe(`Un mot… ${rest.replace('fort...', 'fort…')}`)
  })

  it('sets nothing that a bare address would take in', () => {
    for (const text of [
      'Voir https://a.fr/b ; oui.\n',
      'Voir (www.a.fr/b) : oui...\n',
      "De https://a.fr... à www.a.fr's ou « https://a.fr ».\n",
    ])
      expect(fixed(text)).toBe(text.replace('oui...', 'oui…').replace('« ', '«\u00A0'))
    expect(fixed('Voir <https://a.fr/b> ; oui.\n')).toBe('Voir <https://a.fr/b>\u202F; oui.\n')
  })

  it('a head that nobody closed is none', () => {
    expect(fixed('---\n\nUne ligne...\n')).toBe('---\n\nUne ligne…\n')
  })

  it('lines that say who came are no head, and the fields of a component are no prose', () => {
    const roll = 'Présents: Zoé...\nExcusé: Ali\n\n'
    const component = '::carte\n---\nadresse: https://a.fr\ntitre: La carte...\n---\n::\n'
    expect(fixed(`${roll}${component}`)).toBe(
      `${roll.replaceAll(':', '\u00A0:').replace('...', '…')}${component}`,
    )
  })

  it('leaves a heading that a link leads to as it is, and says so; the others are fixed', () => {
    const page = '## Pourquoi ?\n\n## Comment ?\n\nUn mot...\n'
    const mended = '## Pourquoi ?\n\n## Comment\u202F?\n\nUn mot…\n'
    for (const link of [
      '[pourquoi](a.md#pourquoi-)',
      '[pourquoi](<a.md#pourquoi->)',
      '[p][x]\n\n[x]: a.md#pourquoi-',
      '<a href="a.md#pourquoi-">pourquoi</a>',
    ]) {
      const { texts, refused } = planLooseFixes([
        { path: 'a.md', text: page },
        { path: 'b.md', text: `Voir ${link}\n` },
      ])
      expect(texts.get('a.md')).toBe(mended)
      expect(texts.has('b.md')).toBe(false)
      expect(refused.map(({ finding, why }) => `${finding.path} ${why}`)).toEqual(['a.md linked'])
    }
  })

  it('an address changes only when its rule is asked for by name', () => {
    const text = 'Voir la [page](pge.md)...\n'
    const around = {
      isThere: (path: string) => path === 'page.md',
      anchorsAt: () => null,
      namesIn: () => ['page.md'],
    }
    const mend = (rule = '') =>
      planLooseFixes([{ path: 'a.md', text }], { rule, surroundings: around })
    expect(mend().texts.get('a.md')).toBe(text.replace('...', '…'))
    expect(mend().refused.map(({ finding, why }) => `${finding.rule} ${why}`)).toEqual([
      'reference/file unasked',
    ])
    expect(mend('reference/file').texts.get('a.md')).toBe(text.replace('pge', 'page'))
  })

  it('leaves texts in other languages alone', () => {
    const text =
      'Das ist der Weg, der in der Stadt gegangen wird ; wir wissen nicht, ob es so ist : wirklich ? « Ja », sagen sie !\n'
    expect(planLooseFixes([{ path: 'a.md', text }]).texts.size).toBe(0)
  })
})

describe('settling edits', () => {
  const at = (start: number, end: number, text = 'x') => ({
    rule: 'a/b',
    severity: 'warning' as const,
    message: 'm',
    data: {},
    path: 'a',
    place: FILE_START,
    edits: [{ path: 'a', start, end, text }],
  })

  it('keeps the first of those that touch, whatever their order', () => {
    const some = [at(4, 6), at(0, 5), at(6, 6), at(6, 8), at(9, 9), at(5, 6)]
    const spans = (list: typeof some) =>
      settleEdits(list).map(({ edits }) => [edits[0]?.start, edits[0]?.end])
    expect(spans(some)).toEqual([
      [0, 5],
      [5, 6],
      [6, 8],
      [9, 9],
    ])
    expect(spans([...some].reverse())).toEqual(spans(some))
  })

  it('keeps what stands between the two edits of another, and of two for one place always the same', () => {
    const pair = { ...at(0, 0), edits: [...at(20, 21).edits, ...at(10, 11).edits] }
    expect(settleEdits([at(15, 15), pair, at(20, 21)])).toEqual([pair, at(15, 15)])
    const [first, second] = ['a/a', 'a/c'].map((rule) => ({
      ...at(1, 2, rule),
      rule,
    })) as [typeof pair, typeof pair]
    for (const both of [
      [first, second],
      [second, first],
    ])
      expect(settleEdits(both)).toEqual([first])
  })
})

it('the largest safe part leaves out those that do harm, alone or together', () => {
  const check = (some: readonly number[]) =>
    some.includes(7) ? 'seven' : some.includes(2) && some.includes(9) ? 'both' : null
  const { safe, refused } = splitSafe([1, 2, 3, 7, 8, 9, 10], check)
  expect(safe).toEqual([1, 2, 3, 8, 10])
  expect([...refused]).toEqual([
    [7, 'seven'],
    [9, 'both'],
  ])
})

/** All of a document but the words of its prose. */
function skeletonOf(text: string): string {
  const strip = (node: Nodes): unknown => {
    const { position: _, ...rest } = node
    if (node.type === 'text') return 'text'
    // Its node says where its keys are.
    if (node.type === 'citation') return node.value
    return 'children' in node ? { ...rest, children: node.children.map(strip) } : rest
  }
  return JSON.stringify(strip(parseMarkdown(text)))
}
