import { expect, it } from 'vitest'
import type { OdtParagraph } from './document/odt-paragraph.ts'
import { matchBlocks } from './match-blocks.ts'
import { back, edited, ownParagraph, put, TEXT } from './sample-return.ts'

it('the number left by a deleted paragraph is not part of the next one', { tags: ['long'] }, () => {
  const before = (name: string, lost: string): OdtParagraph => {
    const own = ownParagraph(name)
    const [left] = ownParagraph(lost).starts
    const number = ownParagraph(lost).text.slice(0, left?.at)
    const moved = (marks: OdtParagraph['starts']) =>
      marks.map((mark) => ({ ...mark, at: mark.at + number.length }))
    return {
      ...own,
      text: number + own.text,
      starts: moved(own.starts),
      ends: moved(own.ends),
      runs: [],
    }
  }
  const came = (name: string, lost: string) => {
    const worked = edited([name, lost], { [lost]: [before(name, lost)] })
    const { text, fields, left } = back(worked)
    return { text, fields: [...fields], wording: left.map(({ wording }) => wording) }
  }
  expect(came('10', '9').text).not.toContain('§')
  expect(came('request_syndicats', 'request_partis')).toEqual({
    text: TEXT,
    fields: [],
    wording: ['Voter la loi.'],
  })
  expect(came('requests', '12').wording).toEqual([])
})

it('a section title joined to the paragraph before it is reported', () => {
  const [own, title] = [ownParagraph('10'), ownParagraph('s_measure')]
  const moved = (marks: OdtParagraph['starts']) =>
    marks.map((mark) => ({ ...mark, at: mark.at + own.text.length }))
  const joined = {
    ...own,
    text: own.text + title.text,
    starts: [...own.starts, ...moved(title.starts)],
    ends: [...own.ends, ...moved(title.ends)],
  }
  const { text, left } = back(edited(['10', 's_measure'], { 10: [joined] }))
  expect(text).toBe(TEXT)
  expect(left).toContainEqual({ why: 'heading', wording: 'Ce que nous proposons' })
})

it('among similar blocks without bookmark or number, identical words win over similar ones', () => {
  const text = (number: number) => `La commune numéro ${number} du département`
  const printed = [42, 43].map((number) => ({
    name: `b_9_${number}`,
    prefix: '',
    text: text(number),
    notes: [],
    runs: [],
    pictures: [],
    depth: 0,
    level: 0,
    isCounted: false,
    isQuoted: false,
  }))
  expect([...matchBlocks(printed, [put(text(43), 'b_2_2')]).kept.keys()]).toEqual(['b_9_43'])
})

it.each(['b_2_2 Copy 1', 'b_2_2_Copie_1 Copie 1', 'b_2_2_Copy_1_Copy_1'])(
  'a paragraph moved once, or several times by several people, moves in the text: its bookmark is %s',
  (name) => {
    const own = ownParagraph('2')
    const renamed = (marks: OdtParagraph['starts']) => marks.map((mark) => ({ ...mark, name }))
    const moved = { ...own, id: '', starts: renamed(own.starts), ends: renamed(own.ends) }
    const { text, left } = back(edited(['2'], { s_measure: [moved] }))
    const [paragraph = ''] = /Un tiers[\s\S]*toutes"\./.exec(TEXT) ?? []
    expect(left).toEqual([])
    expect(text).toBe(
      TEXT.replace(`${paragraph}\n\n`, '').replace(
        'proposons\n\n',
        `proposons\n\n${paragraph}\n\n`,
      ),
    )
  },
)

it('a paragraph whose bookmark names an unknown block is new', () => {
  const starts = [{ name: 'b_2_99', at: 0 }]
  const unknown = put('Un paragraphe de plus.', 'b_2_2', {
    id: 'b_2_99',
    starts,
    ends: [{ name: 'b_2_99', at: 22 }],
  })
  expect(back(edited([], { 2: [unknown] })).text).toContain(
    'toutes".\n\nUn paragraphe de plus.\n\n> La loi',
  )
})

it('of two paragraphs that change places, the second one moved', () => {
  const { text } = back(edited(['7'], { 8: [ownParagraph('7')] }))
  expect(text).toContain('   Elle est gratuite.\n2. une ligne téléphonique.\n')
})
