import { describe, expect, it } from 'vitest'
import type { Chapter, Edition, EditionKind } from '../edition/edition.ts'
import type { Measure } from '../edition/printed-measure.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { h, p } from '../samples/sample-nodes.ts'
import { match, matches, plainOf, published, textAt } from './sample-odt.ts'

const kinds: readonly EditionKind[] = [
  'programme',
  'dossier',
  'tribune',
  'brochure',
  'charter',
  'dissent',
  'book',
]

describe.each(kinds)('the %s', (kind) => {
  const { content, styles, text } = published({ ...sampleEdition, kind, subtitle: 'Ce que c’est' })

  it('is set in styles that it defines, on the paper it is printed on', () => {
    const automatic =
      /<office:automatic-styles>(.*?)<\/office:automatic-styles>/.exec(content)?.[1] ?? ''
    const defined = new Set(
      match(`${automatic}${styles}`, /<(?:style:style|text:list-style) style:name="([^"]+)"/g),
    )
    const used = match(
      `${content}${styles}`,
      /(?:text|table|draw|style:parent|style:next|style:list)[:-]style-name="([^"]+)"/g,
    )
    expect(used.filter((name) => !defined.has(name) && name !== 'Standard')).toEqual([])
    const [width] = match(styles, /fo:page-width="([^"]+)"/g)
    expect(width).toBe(kind === 'brochure' ? '14.8cm' : '21cm')
  })

  it('has a title page, contents and line numbers unless it is short', () => {
    const isShort = ['tribune', 'brochure', 'charter'].includes(kind)
    expect(text).toContain('Ce que c’est')
    expect(matches(content, /<text:table-of-content /g)).toBe(isShort ? 0 : 1)
    expect(match(styles, /<text:linenumbering-configuration text:number-lines="(\w+)"/g)).toEqual([
      `${!isShort}`,
    ])
  })

  it('skips no level of headings', () => {
    const levels = match(content, /text:outline-level="(\d)"[^>]*>(?!<text:index)/g).map(Number)
    expect(
      levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1),
    ).toBe(true)
  })
})

describe('a brochure', () => {
  it('is black and white', () => {
    const colours = match(
      published({ ...sampleEdition, kind: 'brochure' }).styles,
      /#[0-9a-f]{6}/gi,
    )
    expect(new Set(colours)).toEqual(new Set(['#000000']))
  })
})

describe('a charter', () => {
  const { content, text } = published(
    each({ ...sampleEdition, kind: 'charter' }, (measure) => ({ ...measure, answer: true })),
  )

  it('has boxes to tick and lines to write on under each proposal, and is signed once', () => {
    expect(matches(text, /☐/g)).toBe(9)
    expect(matches(content, /"Cahier_20_Rule(?:_20_Last)?"/g)).toBe(12)
    expect(matches(text, /Fait à/g)).toBe(1)
    expect(published({ ...sampleEdition, kind: 'charter' }).text).not.toContain('Fait à')
  })

  it('names the proposal above each answer, and keeps both on one page', () => {
    expect(match(text, /Votre réponse, §(\d+)/g)).toEqual(['1', '2', '3'])
    const before = content.split(/<text:h [^>]*xml:id="b_\d_answer"/).slice(0, -1)
    const last = before.map((part) =>
      match(part, /<text:p text:style-name="(?!Footnote)([^"]*)"/g).at(-1),
    )
    expect(last).toEqual([
      'Cahier_20_Life.Kept',
      'Cahier_20_Numbered_20_Text.Kept',
      'Cahier_20_Numbered_20_Text.Kept',
    ])
    expect(content).toContain('<style:style style:name="Cahier_20_Life.Kept"')
  })

  it('opens with a chapter without a number that is not an axis', () => {
    const chapters = sampleEdition.chapters.map((chapter, at) =>
      at === 0 ? { ...chapter, number: 0 } : chapter,
    )
    const { text: printed } = published({ ...sampleEdition, kind: 'charter', chapters })
    expect(match(printed, /Axe (\d)\./g)).toEqual(['2'])
  })
})

describe('a book', () => {
  const [axis] = sampleEdition.chapters
  if (axis === undefined) throw new Error('the sample has chapters')
  const chapters: readonly Chapter[] = [
    {
      ...axis,
      question: '',
      measures: [],
      introduction: [h(2, 1, 'Un'), h(5, 2, 'Deux'), p('1.1', 3, 'Du texte.')],
    },
    {
      ...axis,
      id: 'b',
      number: 2,
      question: '',
      measures: [],
      notes: [],
      introduction: [{ ...h(2, 1, 'Trois'), data: { ordinal: 1, id: 'trois' } }, jump()],
    },
  ]
  const { content, text } = published({
    ...sampleEdition,
    kind: 'book',
    words: { ...sampleEdition.words, axis: 'Chapitre' },
    chapters,
    bibliography: [],
    changes: null,
  })

  it('numbers its blocks by chapter and closes up the levels that the source skips', () => {
    expect(text).toContain('§1.1')
    expect(text).toContain('Chapitre 2.')
    expect(match(content, /xml:id="c_\d_\d+" text:outline-level="(\d)"/g)).toEqual(['2', '3', '2'])
    expect(match(content, /text:style-name="([^"]+)" xml:id="c_1_\d+" text:outline/g)).toEqual([
      'Cahier_20_Section_20_of_20_Introduction',
      'Heading_20_3',
    ])
  })

  it('lists its chapters alone, where an axis stays with its proposals', () => {
    const stays = (kind: EditionKind) =>
      /style:name="Contents_20_1".*?<\/style:style>/
        .exec(published({ ...sampleEdition, kind }).styles)?.[0]
        .includes('keep-with-next')
    expect([stays('programme'), stays('book')]).toEqual([true, false])
  })

  it('leads to a heading in another chapter', () => {
    const [target] = match(content, /xlink:href="#([^"]+)"[^>]*>là-bas/g)
    expect(textAt(content, target ?? '')).toBe('Trois')
  })
})

describe('around a proposal', () => {
  it('each block of a proposal that is not adopted has a mark', () => {
    const { content } = published(sampleEdition)
    const marked = match(
      content,
      /§2\.\d<\/text:span><text:tab\/><text:span text:style-name="Cahier_20_Mark">([^<]+)/g,
    )
    expect(marked).toEqual(['projet', 'projet'])
    const all = published(
      each(sampleEdition, (measure) => ({ ...measure, mark: 'projet' })),
    ).content
    const numbers = matches(all, /<text:span text:style-name="Cahier_20_Number">§\d\.\d+</g)
    expect(numbers).toBeGreaterThan(20)
    expect(matches(all, /<text:span text:style-name="Cahier_20_Mark">projet</g)).toBe(numbers)
  })

  it('prints rulings, events, and changes since the last edition', () => {
    const { content, text } = published(sampleEdition)
    expect(textAt(content, 'b_1_decision_ruling_1')).toContain('est écartée')
    expect(text).toContain('La consultation est ouverte.')
    expect(text).toContain('Depuis l’édition 0.2.0, 1er février 2026')
    expect(plainOf(content)).toContain('Interdire les écrans dans les abribus. Elle a été retirée.')
  })

  it('prints no title over nothing', () => {
    const bare = each({ ...sampleEdition, changes: null, bibliography: [] }, (measure) => ({
      ...measure,
      ...{
        statusLabel: '',
        facts: [],
        dissent: [],
        decision: null,
        history: [],
        requests: [],
        sections: [],
        notes: [],
      },
    }))
    const headings = match(published(bare).content, /<text:h [^>]*>(.*?)<\/text:h>/g).map(plainOf)
    expect(headings.filter((heading) => !/^(?:Axe )?\d\./.test(heading))).toEqual(['Colophon'])
  })
})

function jump(): Chapter['introduction'][number] {
  const target = { kind: 'section', id: 'b', section: 'trois' } as const
  return p('2.1', 2, {
    type: 'crossReference',
    target,
    children: [{ type: 'text', value: 'là-bas' }],
  })
}

function each(edition: Edition, change: (measure: Measure) => Measure): Edition {
  return {
    ...edition,
    chapters: edition.chapters.map((chapter) => ({
      ...chapter,
      measures: chapter.measures.map(change),
    })),
  }
}
