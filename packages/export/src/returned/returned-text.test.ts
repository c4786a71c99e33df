import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printedBlocks } from './blocks.ts'
import type { OdtParagraph } from './document/odt-paragraph.ts'
import {
  back,
  blocks,
  named,
  PREFIX,
  paragraphs,
  printedOf,
  programmeWith,
  rankOf,
  reworded,
  runsIn,
  TEXT,
} from './sample-return.ts'
import type { ReturnedText } from './text-update.ts'
import { isSameProse } from './words-to-source.ts'

/** What a block reads in the text that came back, once it is printed in its turn. */
function readsAsExpected({ text, fields }: ReturnedText): ReadonlyMap<string, string> {
  const head = [...fields].reduce(
    (all, [field, value]) => all.replace(FIELDS[field] ?? /$/, JSON.stringify(value)),
    text,
  )
  return new Map(
    printedBlocks(printedOf(programmeWith(head))).map((block) => [block.name, block.text]),
  )
}

const FIELDS: Readonly<Record<string, RegExp>> = {
  title: /(?<=^title: ).*/m,
  summary: /(?<=^summary: ).*/m,
  'requests.partis': /(?<=partis: )[^,]*(?=,)/,
  'requests.syndicats': /(?<=syndicats: )[^}]*(?=\})/,
}

it('an unchanged document has no changes', () => {
  expect(back(paragraphs)).toEqual({ text: TEXT, fields: new Map(), comments: [], left: [] })
})

it('changed words are written or listed, in any block', { tags: ['long'] }, () => {
  const blocksOfWords = named.filter(
    ({ id }) =>
      /_(?:\d+(?:_r\d_c\d)?|title|summary|request_\w+)$/.test(id) &&
      (blocks.find(({ name }) => name === id)?.text ?? '') !== '',
  )
  const word = fc.constantFrom(
    'mot',
    'deux mots',
    '*étoile*',
    '[crochet]',
    '1. rang',
    '- tiret',
    '# dièse',
    'a_b_c',
    '<b>',
    '| barre',
    '{++plus++}',
    'fin.',
    '&amp;',
    '~~non~~',
  )
  const edit = fc.record({
    block: fc.nat(),
    at: fc.nat(),
    much: fc.nat({ max: 3 }),
    word: fc.option(word, { nil: '' }),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const changes = new Map<number, (words: string) => string>()
      for (const { block, at, much, word } of edits) {
        const { rank } = blocksOfWords[block % blocksOfWords.length] as { rank: number }
        changes.set(rank, (words) => {
          const all = words.split(' ')
          const where = at % (all.length + 1)
          return [
            ...all.slice(0, where),
            ...(word === '' ? [] : [word]),
            ...all.slice(where + much),
          ].join(' ')
        })
      }
      const worked = reworded(changes)
      const returned = back(worked)
      const printed = readsAsExpected(returned)
      const isListed = returned.left.length > 0
      for (const { id, rank } of blocksOfWords) {
        const { text, starts } = worked[rank] as OdtParagraph
        const wanted = text.slice(starts[0]?.at ?? 0).trim()
        const now = printed.get(id) ?? ''
        const isAsWanted = isSameProse(now.replace(/\s+/g, ' '), wanted.replace(/\s+/g, ' '))
        // A block that is gone moves the ranks of those after it: it is looked for among them all.
        if (!isAsWanted && !isListed && wanted !== '')
          expect(
            [...printed.values()].some((one) => isSameProse(one, wanted)),
            wanted,
          ).toBe(true)
      }
    }),
    { numRuns: Number(process.env.CAHIER_RUNS ?? 25) },
  )
})

it.each([
  ['before the number printed at its head', (head: string) => `Mais enfin, ${head}`],
  ['after it', (head: string) => `${head}Mais enfin, `],
  ['in its place', () => 'Mais enfin, '],
])('words typed at the start of a paragraph, %s, belong to it', (_, typed) => {
  const rank = rankOf(`${PREFIX}_2`)
  const { text, starts, ends } = paragraphs[rank] as OdtParagraph
  const at = starts[0]?.at ?? 0
  const head = typed(text.slice(0, at))
  const moved = <T extends { readonly at: number }>(one: T): T => ({
    ...one,
    at: one.at - at + head.length,
  })
  const runs = runsIn(head + text.slice(at), paragraphs[rank] as OdtParagraph)
  const worked = {
    ...(paragraphs[rank] as OdtParagraph),
    text: head + text.slice(at),
    starts: starts.map(moved),
    ends: ends.map(moved),
    runs,
  }
  const returned = back(paragraphs.map((paragraph, index) => (index === rank ? worked : paragraph)))
  expect([returned.text, returned.left]).toEqual([
    TEXT.replace('Un tiers des', 'Mais enfin, Un tiers des'),
    [],
  ])
})

it('a change in one block leaves all others byte for byte', () => {
  const { text, left } = back(
    reworded(
      new Map([[rankOf(`${PREFIX}_2`), (words) => words.replace('suffit pas', 'suffit jamais')]]),
    ),
  )
  expect([text, left]).toEqual([TEXT.replace('suffit pas', 'suffit jamais'), []])
})

it('the number DOCX writes for a repeated note call is not a change, a word before it is', () => {
  const rank = rankOf(`${PREFIX}_2`)
  const numbered = back(
    reworded(new Map([[rank, (words) => words.replace('démarche\uFFFC', 'démarche12')]])),
  )
  expect([numbered.text, numbered.left]).toEqual([TEXT, []])
  const changed = back(
    reworded(new Map([[rank, (words) => words.replace('démarche\uFFFC', 'démarches12')]])),
  )
  expect(changed.text).toContain('démarche [@insee, p. 2]')
  expect(changed.left).toEqual([{ why: 'citation', wording: 'démarches12' }])
})

it.each([
  ['> non', '\\> non'],
  ['+ un', '\\+ un'],
  ['---', '\\---'],
  ['1. rien', '1\\. rien'],
])(
  'what opens something in Markdown is words at the head of a block as well: %s',
  (wording, written) => {
    const { text, left } = back(reworded(new Map([[rankOf(`${PREFIX}_12`), () => wording]])))
    expect(text).toContain(`\n\n${written}\n\n`)
    expect(left).toEqual([])
  },
)

it('a word that replaced every mark is not part of the texts', () => {
  const worked = paragraphs.map((paragraph) => {
    const [start] = paragraph.starts
    const text = paragraph.text.replace('\tprojet\u2002', '\tbrouillon\u2002')
    const more = text.length - paragraph.text.length
    const moved = <T extends { readonly at: number }>(one: T): T => ({ ...one, at: one.at + more })
    if (start === undefined || more === 0) return paragraph
    const runs = paragraph.runs.map((run) => ({
      ...run,
      start: run.start + more,
      end: run.end + more,
    }))
    return {
      ...paragraph,
      text,
      starts: paragraph.starts.map(moved),
      ends: paragraph.ends.map(moved),
      notes: paragraph.notes.map(moved),
      runs,
    }
  })
  expect(worked.some(({ text }) => text.includes('brouillon'))).toBe(true)
  expect(back(worked)).toEqual({ text: TEXT, fields: new Map(), comments: [], left: [] })
})

it('a deleted item loses its bullet, and a new one has its own', () => {
  const worked = paragraphs.flatMap((paragraph) => {
    if (paragraph.text.includes('sans compte')) return []
    const added = { ...paragraph, text: 'sans frais', id: '', starts: [], ends: [], notes: [] }
    return paragraph.text.includes('sans attente') ? [paragraph, added] : [paragraph]
  })
  expect(back(worked).text).toContain('\n- sans attente 100 % du temps\n- sans frais\n')
  expect(back(worked).text).not.toContain('sans compte')
})

it('a new paragraph keeps bold and links that Markdown can express', () => {
  const runs = [
    { start: 3, end: 10, strong: true },
    { start: 20, end: 23, link: 'https://exemple.org/loi' },
  ]
  const put = (text: string, some: OdtParagraph['runs']) =>
    paragraphs.flatMap((paragraph) => {
      const added = { ...paragraph, text, id: '', starts: [], ends: [], notes: [], runs: some }
      return paragraph.text.includes('Elle est gratuite')
        ? [paragraph, { ...added, depth: 0, goesOn: false }]
        : [paragraph]
    })
  const marked = back(put('Un accueil selon la loi.', runs))
  expect(marked.left).toEqual([])
  expect(marked.text).toContain('\n\nUn **accueil** selon la [loi](https://exemple.org/loi).\n')
  expect(back(put('Undeux', [{ start: 2, end: 6, strong: true }])).text).toContain(
    '\n\nUn**deux**\n',
  )
  expect(back(put('Un(deux)trois', [{ start: 2, end: 8, strong: true }])).text).toContain(
    '\n\nUn(deux)trois\n',
  )
})

it('joined and split paragraphs keep their links and citations', () => {
  const cut = paragraphs.flatMap((paragraph) => {
    const at = paragraph.text.indexOf(' et le')
    if (!paragraph.text.includes('suffit pas') || at < 0) return [paragraph]
    return [
      { ...paragraph, text: paragraph.text.slice(0, at), ends: [] },
      { ...paragraph, text: paragraph.text.slice(at + 1), id: '', starts: [], notes: [] },
    ]
  })
  expect(back(cut).text).toBe(TEXT.replace('p. 2], et le [courrier]', 'p. 2],\n\net le [courrier]'))
})

it('in an extract, a missing block is not deleted', () => {
  const worked = paragraphs.filter(({ text }) => !text.includes('suffit pas'))
  expect(back(worked, false).text).toBe(TEXT)
  expect(back(worked).text).not.toContain('suffit pas')
})

it('comments have the words they cover, in reading order', () => {
  const comment = (text: string, on: string) => ({ text, author: 'Camille', on })
  const worked = paragraphs.map((paragraph) => {
    if (paragraph.text.includes('un agent par commune'))
      return { ...paragraph, comments: [comment('Un seul ?', 'un agent'), comment('Bien.', '')] }
    return paragraph.text.includes('La loi le dit')
      ? { ...paragraph, comments: [comment('Quelle loi ?', 'La loi')] }
      : paragraph
  })
  expect(back(worked).comments.map(({ on, text }) => [on.replace(/\s/g, ' '), text])).toEqual([
    ['La loi', 'Quelle loi ?'],
    ['un agent', 'Un seul ?'],
    ['un agent par commune, deux jours par semaine ;', 'Bien.'],
  ])
})

it('deleted citations, notes and section titles are listed', () => {
  const worked = paragraphs.map((paragraph) => {
    const { id, text, notes } = paragraph
    if (id === `${PREFIX}_2`)
      return {
        ...paragraph,
        text: text.replace('\uFFFC', ''),
        notes: [],
        runs: runsIn(text.replace('\uFFFC', ''), paragraph),
      }
    if (text.includes('dernière phrase'))
      return { ...paragraph, notes: [...notes, { at: 0, text: 'Une autre note.' }] }
    return id === `${PREFIX}_s_why` ? { ...paragraph, text: 'Les raisons' } : paragraph
  })
  const { text, left } = back(worked)
  expect(text).toBe(TEXT)
  expect(left.map(({ why }) => why).sort()).toEqual(['citation', 'heading', 'note'])
})

it('an inserted picture is listed, and lines that depend on the day are not', () => {
  const worked = paragraphs.map((paragraph) => {
    const { id, text } = paragraph
    if (id === `${PREFIX}_2`) return { ...paragraph, text: `${text} \uFFFC` }
    return id === `${PREFIX}_status`
      ? { ...paragraph, text: 'adoptée, modifiée depuis' }
      : paragraph
  })
  expect(back(worked).left.map(({ why }) => why)).toEqual(['picture'])
})
