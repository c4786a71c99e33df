import type { EditionKind } from '../edition/edition.ts'

/**
 * The sheet an edition is set on; lengths in centimetres. Inside the text area a narrow column on
 * the left is kept for the numbers of blocks, which hang in it.
 */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  /** Wider than the outer margin's share, for binding. */
  readonly inner: number
  readonly outer: number
  /** Column of the numbers. */
  readonly numbers: number
  /** Width of the text, numbers left out: lines of 70 to 75 characters, 60 on A5. */
  readonly measure: number
  /** Tallest picture. */
  readonly picture: number
  readonly colours: Colours
  /** Handed over on a few pages: no title page, no contents, chapters follow one another. */
  readonly fewPages: boolean
  readonly lineNumbers: boolean
  /** Chapters hold nothing that the contents list: they follow one another closely there. */
  readonly flatContents: boolean
  /**
   * Little follows the summary of a proposal but the next proposal: were they kept together, none
   * could be.
   */
  readonly summariesAlone: boolean
  /** A size of letters, given for A4 in points, as this sheet has it. */
  readonly size: (points: number) => string
  /** A space between lines or blocks, given for A4, as this sheet has it. */
  readonly space: (length: number) => string
}

/** A4, or A5 in black and white for a brochure. */
export function sheetOf(kind: EditionKind): Sheet {
  const fewPages = onFewPages.has(kind)
  return kind === 'brochure'
    ? {
        ...geometry({
          width: 14.8,
          height: 21,
          top: 1.3,
          bottom: 1.2,
          inner: 1.8,
          outer: 1.4,
          numbers: 1.15,
          picture: 9,
        }),
        colours: inkOnly,
        fewPages,
        flatContents: false,
        summariesAlone: true,
        lineNumbers: false,
        size: (points) => `${Math.round(points * 1.75) / 2}pt`,
        space: (length) => cm(length * 0.72),
      }
    : {
        ...geometry({
          width: 21,
          height: 29.7,
          top: 2,
          bottom: 1.8,
          inner: 2.9,
          outer: 3.1,
          numbers: 1.4,
          picture: 17,
        }),
        colours,
        fewPages,
        flatContents: kind === 'book',
        summariesAlone: kind === 'tribune',
        lineNumbers: !fewPages,
        size: (points) => `${points}pt`,
        space: cm,
      }
}

/** A length as ODF writes it: `cm(1.4)` is `1.4cm`; rounded to a hundredth of a millimetre. */
export function cm(length: number): string {
  return `${Number(length.toFixed(3))}cm`
}

// What is said against proposals, word for word beside their texts, has no such bounds, although it
// is one page of a site.
const onFewPages: ReadonlySet<EditionKind> = new Set(['tribune', 'brochure', 'charter'])

type Geometry = Pick<
  Sheet,
  'width' | 'height' | 'top' | 'bottom' | 'inner' | 'outer' | 'numbers' | 'measure' | 'picture'
>

function geometry(page: Omit<Geometry, 'measure'>): Geometry {
  return { ...page, measure: page.width - page.inner - page.outer - page.numbers }
}

/** Inks of a sheet: text is black whatever they are. */
interface Colours {
  readonly quiet: string
  readonly accent: string
  readonly link: string
  readonly rule: string
}

/** Quiet tints that keep a contrast of 4.5 to 1 on paper. */
const colours: Colours = {
  quiet: '#6b6b6b',
  accent: '#7a2b1f',
  link: '#23405f',
  rule: '#b9b4ab',
}

/** For printers and copiers that know black only: a tint would come out as dots. */
const inkOnly: Colours = {
  quiet: '#000000',
  accent: '#000000',
  link: '#000000',
  rule: '#000000',
}
