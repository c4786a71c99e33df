import type { EditionKind } from '../edition/edition.ts'

/** The page of an edition, in centimetres. Block numbers have a column on the left. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  /** The inner margin, wider for binding. */
  readonly inner: number
  readonly outer: number
  /** The width of the column of numbers. */
  readonly numbers: number
  /** The width of the text: 70 to 75 characters, 60 on A5. */
  readonly measure: number
  /** The greatest height of a picture. */
  readonly picture: number
  readonly colours: Colours
  /** A short document: no title page, no contents, chapters without page breaks. */
  readonly fewPages: boolean
  readonly lineNumbers: boolean
  /** The contents list chapters only. */
  readonly flatContents: boolean
  /** Proposals print little more than a summary, which is not kept with the next paragraph. */
  readonly summariesAlone: boolean
  /** Scales a font size given in points for A4. */
  readonly size: (points: number) => string
  /** Scales a space given for A4. */
  readonly space: (length: number) => string
}

/** The page of a kind of edition: A4, or A5 in black and white for a brochure. */
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

/** A length in ODF, to a hundredth of a millimetre: `1.4cm`. */
export function cm(length: number): string {
  return `${Number(length.toFixed(3))}cm`
}

// `dissent` is not here: its objections may fill many pages.
const onFewPages: ReadonlySet<EditionKind> = new Set(['tribune', 'brochure', 'charter'])

type Geometry = Pick<
  Sheet,
  'width' | 'height' | 'top' | 'bottom' | 'inner' | 'outer' | 'numbers' | 'measure' | 'picture'
>

function geometry(page: Omit<Geometry, 'measure'>): Geometry {
  return { ...page, measure: page.width - page.inner - page.outer - page.numbers }
}

/** The colours of a page; text is always black. */
interface Colours {
  readonly quiet: string
  readonly accent: string
  readonly link: string
  readonly rule: string
}

/** Quiet colours with a contrast of 4.5 to 1 on paper. */
const colours: Colours = {
  quiet: '#6b6b6b',
  accent: '#7a2b1f',
  link: '#23405f',
  rule: '#b9b4ab',
}

/** For black and white printers, where colours become dots. */
const inkOnly: Colours = {
  quiet: '#000000',
  accent: '#000000',
  link: '#000000',
  rule: '#000000',
}
