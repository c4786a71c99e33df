import { parseMarkdown } from '@cahier/prose'
import { expect, it } from 'vitest'
import type { OdtParagraph } from './document/odt-paragraph.ts'
import { matchBlocks } from './match-blocks.ts'
import {
  back,
  blocks,
  edited,
  ownParagraph,
  PREFIX,
  paragraphs,
  put,
  rankOf,
  reworded,
  TEXT,
} from './sample-return.ts'
import { withoutRow } from './table-update.ts'
import { applyChanges } from './text-change.ts'

const PARAGRAPH = 'b_2_2'
const ITEM = 'b_2_9'

/** What becomes of the text, and what is left to be done by hand. */
function came(worked: readonly OdtParagraph[]) {
  const { text, left } = back(worked)
  return { text, left: left.map(({ why }) => why) }
}

it('a paragraph moved past a section title, or between items, moves with its citations and links', () => {
  const moved = came(edited(['2'], { s_measure: [ownParagraph('2')] }))
  const [paragraph = ''] = /Un tiers[\s\S]*toutes"\./.exec(TEXT) ?? []
  expect(moved).toEqual({
    text: TEXT.replace(`${paragraph}\n\n`, '').replace(
      'proposons\n\n',
      `proposons\n\n${paragraph}\n\n`,
    ),
    left: [],
  })
  const item = came(edited(['9'], { 11: [ownParagraph('9')] }))
  expect(item.left).toEqual([])
  expect(item.text).toContain('- - ni mot de passe\n- sans attente 100 % du temps\n- sans compte\n')
  const counted = came(edited(['6'], { 8: [ownParagraph('6')] }))
  expect(counted.left).toEqual([])
  expect(counted.text).toContain(
    '1. une ligne téléphonique.\n\n   Elle est gratuite.\n3. un agent par commune,\n   deux jours par semaine ;\n\n- sans',
  )
})

it('a paragraph inserted after a moved one follows it', () => {
  const { text, left } = came(
    edited(['2'], {
      s_measure: [put('Avant.', PARAGRAPH), ownParagraph('2'), put('Après.', PARAGRAPH)],
    }),
  )
  expect(left).toEqual([])
  expect(text).toMatch(
    /proposons\n\nAvant\.\n\nUn tiers[\s\S]*toutes"\.\n\nAprès\.\n\n1\. un agent/,
  )
})

it('a moved table is reported and stays', () => {
  const names = ['4', '4_r0_c1', '4_r0_c2', '4_r1_c1', '4_r1_c2', '4_r2_c1', '4_r2_c2']
  const table = came(edited(names, { 12: names.map(ownParagraph) }))
  expect(table).toEqual({ text: TEXT, left: expect.arrayContaining(['place']) })
})

it.each([
  ['the only paragraph of a quotation', ['3'], "> La loi le dit :\n> « nul n'est tenu ».\n\n", ''],
  ['an item and the one below it', ['9', '10'], '- sans compte\n  - ni mot de passe\n', ''],
  ['the last items', ['10', '11'], '\n  - ni mot de passe\n- sans attente 100 % du temps', ''],
  ['a whole list', ['6', '7', '8'], /1\. un agent[\s\S]*gratuite\.\n\n/, ''],
  ['the first item of a list that is counted', ['6'], /1\. un agent[\s\S]*2\. une/, '1. une'],
  ['all that an item says but what is below it', ['9'], '- sans compte\n  - ni', '- - ni'],
  [
    'a table',
    ['4', '4_r0_c1', '4_r0_c2', '4_r1_c1', '4_r1_c2', '4_r2_c1', '4_r2_c2'],
    /\| Texte[\s\S]*autre \|\n\n/,
    '',
  ],
  [
    'a whole section',
    ['s_measure', '6', '7', '8', '9', '10', '11', '12'],
    /## Ce que[\s\S]*la fin\.\n\n/,
    '',
  ],
  ['a row', ['4_r1_c1', '4_r1_c2'], '| Décision n° 12 [@insee] | France ; tous |\n', ''],
])('%s is deleted without a trace', (_, names, from, to) => {
  expect(came(edited(names))).toEqual({ text: TEXT.replace(from, to), left: [] })
})

it('a deleted header row is reported and stays', () => {
  expect(came(edited(['4_r0_c1', '4_r0_c2']))).toEqual({ text: TEXT, left: ['row', 'row'] })
})

it('a deleted row takes its Windows line end with it', () => {
  const text = '| a | b |\r\n| --- | --- |\r\n| c | d |\r\n| e | f |\r\n'
  const [table] = parseMarkdown(text).children
  const edit = table?.type === 'table' ? withoutRow(table, 1, text) : null
  expect(edit && applyChanges(text, [{ edits: [edit] }])).toBe(text.replace('| c | d |\r\n', ''))
})

it('a text deleted as a whole is reported in one line, and kept', () => {
  const without = paragraphs.filter(({ id }) => !id.startsWith('b_2_'))
  expect(back(without)).toMatchObject({
    text: TEXT,
    left: [{ why: 'whole', wording: 'Garder un guichet\u00A0: partout' }],
  })
  const title = ownParagraph('title')
  const spoken = {
    ...title,
    text: '',
    starts: title.starts.map((start) => ({ ...start, at: 0 })),
    ends: [],
  }
  const comments = [{ text: 'À retirer.', author: '', on: '' }]
  expect(back([...without, { ...spoken, comments }])).toMatchObject({
    left: [{ why: 'whole' }],
    comments: [{ text: 'À retirer.' }],
  })
})

it('new paragraphs join the list, quotation or table around them, or start one', () => {
  const quoted = put('Et plus encore.', 'b_2_3')
  expect(came(edited([], { 3: [quoted] })).text).toContain(
    "> « nul n'est tenu ».\n>\n> Et plus encore.\n",
  )
  const item = put('sans frais', ITEM)
  expect(came(edited([], { 9: [item] })).text).toContain(
    '- sans compte\n- sans frais\n  - ni mot de passe\n',
  )
  expect(came(edited([], { 10: [item] })).text).toContain(
    '  - ni mot de passe\n- sans frais\n- sans attente',
  )
  expect(came(edited([], { 9: [{ ...item, depth: 2 }] })).text).toContain(
    '- sans compte\n  - sans frais\n  - ni mot de passe\n',
  )
  expect(came(edited([], { 8: [item] })).text).toContain(
    'gratuite.\n\n- sans frais\n- sans compte\n',
  )
  expect(came(edited([], { 7: [{ ...item, goesOn: true }] })).text).toContain(
    'téléphonique.\n\n   sans frais\n\n   Elle est',
  )
  const list = came(edited([], { 2: [item, put('sans délai', ITEM)] }))
  expect(list).toMatchObject({
    text: expect.stringContaining('toutes".\n\n- sans frais\n- sans délai\n\n> La loi'),
    left: [],
  })
  expect(came(edited([], { 2: [put('Les faits', PARAGRAPH, { level: 4 })] })).text).toContain(
    'toutes".\n\n### Les faits\n\n> La loi',
  )
})

it('a new paragraph keeps its bold, italics and links', () => {
  const wording = put('Un mot fort.', PARAGRAPH, { runs: [{ start: 3, end: 6, strong: true }] })
  expect(came(edited([], { 2: [wording] }))).toEqual({
    text: TEXT.replace('> La loi', 'Un **mot** fort.\n\n> La loi'),
    left: [],
  })
})

it('inserted rows and new tables are written', () => {
  const cell = (text: string, table: number, row: number, column: number) =>
    put(text, 'b_2_4_r1_c1', { cell: { table, row, column } })
  const row = came(
    edited([], { '4_r0_c2': [cell('Avis', 0, 9, 0), cell('Europe | monde', 0, 9, 1)] }),
  )
  expect(row.text).toContain('| --- | --- |\n| Avis | Europe \\| monde |\n| Décision')
  const between = came(edited([], { '4_r1_c2': [cell('Avis', 0, 9, 0), cell('Europe', 0, 9, 1)] }))
  expect(between).toEqual({
    text: TEXT.replace('| Rapport', '| Avis | Europe |\n| Rapport'),
    left: [],
  })
  const table = came(
    edited([], { 2: [cell('Quoi', 5, 0, 0), cell('Où', 5, 0, 1), cell('Guichets', 5, 1, 0)] }),
  )
  expect(table).toMatchObject({
    text: expect.stringContaining(
      'toutes".\n\n| Quoi | Où |\n| --- | --- |\n| Guichets |  |\n\n> La loi',
    ),
    left: [],
  })
})

it('merged cells are reported once', () => {
  const cell = { table: 0, row: 1, column: 0, isMerged: true }
  const worked = paragraphs.map((paragraph) =>
    /^b_2_4_r1_c/.test(paragraph.id) ? { ...paragraph, cell } : paragraph,
  )
  expect(back(worked)).toMatchObject({
    text: TEXT,
    left: [{ why: 'cells', wording: expect.stringMatching(/^Décision.*France.*tous$/) }],
  })
})

it('a changed line break is reported, whether words changed or not', () => {
  const { text, left } = back(
    reworded(new Map([[rankOf(PARAGRAPH), (words) => words.replace(' renonce', '\nabandonne')]])),
  )
  expect(text).toContain('Un tiers des adultes *abandonne* à')
  expect(left).toEqual([
    { why: 'line', wording: expect.stringMatching(/^abandonne à une démarche/) },
  ])
  const inCell = reworded(new Map([[rankOf('b_2_4_r1_c2'), (words) => words.replace('; ', ';\n')]]))
  expect(back(inCell)).toMatchObject({ text: TEXT, left: [{ why: 'line', wording: 'tous' }] })
  expect(came(reworded(new Map([[rankOf('b_2_4_r2_c1'), () => '']])))).toEqual({
    text: TEXT,
    left: ['row'],
  })
})

it('a quotation split in two stays one', () => {
  const { text, ...own } = ownParagraph('3')
  const [first, second] = [text.slice(0, text.indexOf('«') - 1), text.slice(text.indexOf('«'))]
  const worked = paragraphs.flatMap((paragraph, rank) =>
    rank === rankOf('b_2_3')
      ? [{ ...own, text: first, ends: [] }, put(second, 'b_2_3', { ends: own.ends })]
      : [paragraph],
  )
  expect(came(worked)).toEqual({ text: TEXT.replace('dit :\n> «', 'dit :\n>\n> «'), left: [] })
})

it('a changed note is changed in its definition', () => {
  const worked = paragraphs.map((paragraph) =>
    paragraph.id === 'b_2_12'
      ? {
          ...paragraph,
          notes: paragraph.notes.map((note) => ({ ...note, text: 'Une note en bas de page.' })),
        }
      : paragraph,
  )
  expect(came(worked)).toEqual({
    text: TEXT.replace('Une note de bas', 'Une note en bas'),
    left: [],
  })
})

it('an emptied note is reported by its old words', () => {
  const emptied = paragraphs.map((one) =>
    one.id === 'b_2_12' ? { ...one, notes: one.notes.map((note) => ({ ...note, text: '' })) } : one,
  )
  expect(back(emptied)).toMatchObject({
    text: TEXT,
    left: [{ why: 'note', wording: 'Une note de bas de page.' }],
  })
})

it('a paragraph joined to a distant one is reported', () => {
  const [title, own] = [ownParagraph('s_measure'), ownParagraph('12')]
  const [start] = own.starts
  const shift = title.text.length - (start?.at ?? 0)
  const moved = <T extends { readonly at: number }>(one: T): T => ({ ...one, at: one.at + shift })
  const [text, notes] = [title.text + own.text.slice(start?.at), own.notes.map(moved)]
  const joined = {
    ...title,
    text,
    notes,
    starts: [...title.starts, ...own.starts.map(moved)],
    ends: [...title.ends, ...own.ends.map(moved)],
  }
  const { text: source, left } = back(edited(['s_measure', '12'], { s_measure: [joined] }))
  expect(source).toBe(TEXT)
  expect(left).toContainEqual({
    why: 'place',
    wording: expect.stringContaining('Une dernière phrase'),
  })
})

it('bold and links on existing words are reported', () => {
  const worked = paragraphs.map((paragraph) =>
    paragraph.id === PARAGRAPH
      ? { ...paragraph, runs: [...paragraph.runs, { start: 20, end: 26, strong: true }] }
      : paragraph,
  )
  expect(back(worked)).toMatchObject({
    text: TEXT,
    left: [{ why: 'format', wording: paragraphs[rankOf(PARAGRAPH)]?.text.slice(20, 26).trim() }],
  })
})

it('a paragraph turned into an item, heading or quotation is reported and stays', () => {
  const made = (id: string, place: Partial<OdtParagraph>) =>
    back(paragraphs.map((one) => (one.id === `${PREFIX}_${id}` ? { ...one, ...place } : one)))
  for (const place of [{ depth: 1 }, { level: 3 }, { isQuoted: true }] as const) {
    const { text, left } = made('2', place)
    expect(text).toBe(TEXT)
    expect(left).toEqual([
      { why: 'shape', wording: expect.stringContaining('Un tiers des adultes') },
    ])
  }
})

it('so is a changed level, unless the word processor lost all of its kind', () => {
  const told = [{ why: 'shape', wording: 'Elle est gratuite.' }]
  const changed = (isIt: (one: OdtParagraph) => boolean, place: Partial<OdtParagraph>) =>
    back(paragraphs.map((one) => (isIt(one) ? { ...one, ...place } : one))).left
  const isOne = ({ id }: OdtParagraph) => id === `${PREFIX}_8`
  const isItem = ({ depth }: OdtParagraph) => depth > 0
  expect(changed(isOne, { depth: 2 })).toEqual(told)
  expect(changed(isOne, { depth: 0 })).toEqual(told)
  expect(changed(isOne, { isCounted: false })).toEqual(told)
  expect(changed(isItem, { depth: 0, isCounted: false })).toEqual([])
  expect(changed(isItem, { depth: 3 })).toEqual([])
})

it('struck or hidden words are reported as possible deletions', () => {
  const worked = paragraphs.map((paragraph) =>
    paragraph.id === PARAGRAPH
      ? { ...paragraph, runs: [...paragraph.runs, { start: 20, end: 26, struck: true }] }
      : paragraph,
  )
  expect(back(worked).left).toEqual([
    { why: 'format', wording: paragraphs[rankOf(PARAGRAPH)]?.text.slice(20, 26).trim() },
  ])
})

it('so are formatted new words, except with the format of their neighbours or as an address', () => {
  const wording = 'Il a fallu revenir '
  const link = (words: string, address: string) => {
    const { starts, runs, ...own } = ownParagraph('2')
    const at = starts[0]?.at ?? 0
    const text = `${own.text.slice(0, at)}${wording}${words} ; ${own.text.slice(at)}`
    const more = text.length - own.text.length
    const later = runs.map((run) => ({ ...run, start: run.start + more, end: run.end + more }))
    const fresh = {
      start: at + wording.length,
      end: at + wording.length + words.length,
      link: address,
    }
    const ends = own.ends.map((end) => ({ ...end, at: end.at + more }))
    const worked = paragraphs.map((one) =>
      one.id === PARAGRAPH ? { ...own, starts, text, ends, runs: [fresh, ...later] } : one,
    )
    return back(worked).left
  }
  expect(link('le rapport', 'https://exemple.org/rapport')).toEqual([
    { why: 'format', wording: 'le rapport' },
  ])
  expect(link('https://exemple.org/rapport', 'https://exemple.org/rapport')).toEqual([])
})

it('a block without bookmark and id is found by its number, and its copy is new', () => {
  const typedOver = put('§2.2\tprojet\u2002Rien de tel.', PARAGRAPH)
  expect(came(edited(['2'], { s_why: [typedOver] }))).toMatchObject({
    text: expect.stringContaining('## Pourquoi\n\nRien de tel.\n\n> La loi'),
    left: [],
  })
  const copy = put(ownParagraph('12').text, 'b_2_12', { notes: ownParagraph('12').notes })
  expect(came(edited([], { 12: [copy] })).text).toContain(
    '& la fin.\n\nUne dernière phrase & la fin.\n',
  )
})

it('a rewritten cell or field is found by its place', () => {
  const cell = put('Tout le pays', 'b_2_4_r1_c2')
  expect(came(edited(['4_r1_c2'], { '4_r1_c1': [cell] }))).toEqual({
    text: TEXT.replace('France ; tous', 'Tout le pays'),
    left: [],
  })
  const title = back(
    edited(['title'], { '': [] }).flatMap((one) =>
      one.id === 'b_2_status' ? [put('2.\tRouvrir', 'b_2_title'), one] : [one],
    ),
  )
  expect([title.fields.get('title'), title.left]).toEqual(['Rouvrir', []])
})

it('a moved proposal or section is reported, and none of its blocks moves', () => {
  const own = paragraphs.filter(({ id }) => id.startsWith('b_2_'))
  const first = paragraphs.flatMap((one) =>
    one.id === 'b_1_title' ? [...own, one] : own.includes(one) ? [] : [one],
  )
  expect(back(first)).toMatchObject({ text: TEXT, left: [] })
  expect([...matchBlocks(blocks, first).reordered]).toContain('b_1_title')
  const section = paragraphs.slice(rankOf('b_2_s_why'), rankOf('b_2_s_measure'))
  const last = paragraphs.flatMap((one) =>
    one.id === 'b_2_requests' ? [...section, one] : section.includes(one) ? [] : [one],
  )
  expect(back(last)).toMatchObject({ text: TEXT, left: [{ why: 'order' }] })
})

it('without bookmarks, the marks of older editions are not words', () => {
  const bare = paragraphs.map(({ text, ...one }) => ({
    ...one,
    text: text.replace('\tprojet\u2002', '\trejetée\u2002'),
    id: '',
    starts: [],
    ends: [],
    notes: [],
    runs: [],
  }))
  expect(bare.some(({ text }) => text.includes('rejetée'))).toBe(true)
  expect(back(bare)).toMatchObject({ text: TEXT, fields: new Map() })
})
