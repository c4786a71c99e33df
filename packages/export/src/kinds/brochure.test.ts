import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../compose/compose-edition.ts'
import type { Edition, Work } from '../edition/edition.ts'
import type { FlowNode } from '../edition/nodes.ts'
import type { Measure } from '../edition/printed-measure.ts'
import { p, t } from '../samples/sample-nodes.ts'
import { head, measures, programmeOf, verdict } from '../samples/sample-programme.ts'
import { excerpt } from './brochure.ts'
import { BROCHURE_PAGES, brochurePages, lineCount, pageCount } from './brochure-pages.ts'

const SENTENCE = 'Chaque commune garde un guichet ouvert, tenu par une personne qui peut répondre. '
const withProposals = (count: number, sentences: number) => {
  const files = Array.from({ length: count }, (_, index) => {
    const text = `${head(`Une mesure ${index}`, 'requests:\n  partis: Voter la loi.\n')}## Ce que nous proposons\n\n${SENTENCE.repeat(sentences)}\n`
    return [
      `axes/services/m${index}.md`,
      text.replace('Un résumé ; court.', SENTENCE.trim()),
    ] as const
  })
  const programme = programmeOf(Object.fromEntries(files))
  const verdicts = files.map((_, index) => verdict(`m${index}`, 'adopted'))
  return composeEdition(programme, verdicts, { kind: 'brochure', status: 'default' })
}

describe('a brochure', () => {
  it('says all where there is room, then less, the same for every measure', {
    tags: ['long'],
  }, () => {
    const depth = (count: number, sentences: number) => {
      const said = measures(withProposals(count, sentences)).map(
        ({ sections, requests }) => `${sections.length} ${requests.length}`,
      )
      return [...new Set(said)]
    }
    expect(depth(4, 5)).toEqual(['1 1'])
    expect(depth(20, 12)).toEqual(['0 1'])
    expect(depth(33, 12)).toEqual(['0 0'])
  })

  it('has at most twelve pages if its summaries fit, and reports when they do not', {
    tags: ['long'],
  }, () => {
    expect(brochurePages(withProposals(26, 12))).toBeLessThanOrEqual(BROCHURE_PAGES)
    expect(brochurePages(withProposals(60, 1))).toBeGreaterThan(BROCHURE_PAGES)
  })
})

describe('the pages of a brochure', () => {
  const edition = withProposals(1, 1)
  const chapterOf = (part: Partial<Measure>) =>
    edition.chapters.map((chapter) => ({
      ...chapter,
      measures: chapter.measures.map((one) => ({ ...one, ...part })),
    }))
  const many = <T>(one: T): T[] => Array.from({ length: 60 }, () => one)
  const section = (node: FlowNode) => ({
    chapters: chapterOf({
      sections: [{ id: 'why', title: 'Pourquoi', normative: false, nodes: many(node) }],
    }),
  })
  const cell = { type: 'tableCell' as const, children: [t(SENTENCE)] }
  const work: Work = {
    id: 'a',
    nodes: [t(SENTENCE)],
    level: 'A',
    levelLabel: 'A',
    url: '',
    citedIn: [1],
    reservations: '',
  }

  it.each<[string, Partial<Edition>]>([
    [
      'what is asked',
      {
        chapters: chapterOf({
          requests: many({
            number: '1.1',
            addressee: 'a',
            addresseeLabel: 'Partis',
            nodes: [t(SENTENCE)],
          }),
        }),
      },
    ],
    [
      'notes',
      {
        chapters: chapterOf({
          notes: many({ id: 'a', number: 1, calls: 1, nodes: [p('', 1, SENTENCE)] }),
        }),
      },
    ],
    [
      'tables',
      section({
        type: 'table',
        data: { number: '1.1', ordinal: 1 },
        align: [],
        children: [{ type: 'tableRow', children: [cell, cell] }],
      }),
    ],
    ['pictures', section(p('1.1', 1, { type: 'image', url: 'a.png', alt: 'Une carte' }))],
    ['sources', { bibliography: many(work) }],
    ['a subtitle', { subtitle: SENTENCE.repeat(60) }],
    ['who publishes', { contact: SENTENCE.repeat(60) }],
  ])('count %s', (_, more) =>
    expect(brochurePages({ ...edition, ...more })).toBeGreaterThan(brochurePages(edition) + 1),
  )
})

describe('an excerpt', () => {
  it('ends with a sentence where one fits, else with a word', () => {
    expect(excerpt('Une phrase. Une autre, plus longue\u202F!', 60)).toBe(
      'Une phrase. Une autre, plus longue\u202F!',
    )
    expect(excerpt('Une phrase. Une autre, plus longue\u202F!', 30)).toBe('Une phrase. […]')
    expect(excerpt('«\u00A0Une phrase.\u00A0» Une autre, plus longue.', 30)).toBe(
      '«\u00A0Une phrase.\u00A0» […]',
    )
    expect(excerpt('Une phrase sans fin qui va son chemin', 24)).toBe('Une phrase sans fin […]')
    expect(excerpt('Deux.\n\nParagraphes.', 60)).toBe('Deux. Paragraphes.')
  })

  it('is never longer than the limit, and keeps the words', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zé]{1,12}[.,?]?$/), { minLength: 1 })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 80 }), (text, most) => {
        const short = excerpt(text, most)
        expect(short.length).toBeLessThanOrEqual(most)
        expect(text.startsWith(short.replace(/ \[…\]$/, ''))).toBe(true)
      }),
    )
  })
})

describe('pages foretold', () => {
  const setting = { size: 10, line: 1.2, before: 0, after: 4 }
  const area = { width: 300, height: 400, firstHeight: 400 }
  const pages = (texts: readonly string[], keep = false) =>
    pageCount(
      texts.map((text) => ({ text, setting: { ...setting, keep } })),
      area,
    )

  it('are none for nothing, and more for more', { tags: ['long'] }, () => {
    expect(pages([])).toBe(0)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }),
        (counts) => {
          const texts = counts.map((count) => 'mot '.repeat(count))
          expect(pages([...texts, 'encore un mot'])).toBeGreaterThanOrEqual(pages(texts))
          const lines = texts.reduce((sum, text) => sum + lineCount(text, 10, 300), 0)
          expect(pages(texts)).toBeGreaterThanOrEqual(Math.ceil((lines * 13.98) / 400))
        },
      ),
    )
  })

  it('keep a heading with what follows', () => {
    const line = { text: 'mot', setting }
    const full = Array.from({ length: 21 }, () => line)
    expect(pageCount([...full, line], area)).toBe(1)
    expect(
      pageCount([...full, { text: 'titre', setting: { ...setting, keep: true } }, line], area),
    ).toBe(2)
  })

  it('take capitals for wider than small letters', () => {
    const text = 'garantir un guichet dans chaque commune '.repeat(10)
    expect(lineCount(text.toUpperCase(), 10, 300)).toBeGreaterThan(lineCount(text, 10, 300))
  })
})
