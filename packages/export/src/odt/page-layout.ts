import type { EditionKind } from '../edition/edition.ts'

/** The page layout of an ODT edition. Lengths are in centimetres. */
export type PageLayout = ReturnType<typeof pageLayoutOf>

/** The page layout of a kind of edition: A4, or A5 in black for brochures. */
export function pageLayoutOf(kind: EditionKind) {
  const isBrochure = kind === 'brochure'
  const fewPages = FEW_PAGES.has(kind)
  const page = isBrochure ? A5 : A4
  const space = (length: number) => cm(isBrochure ? length * 0.72 : length)
  return {
    ...page,
    /** The width of the text: 70 to 75 characters, 60 on A5. */
    measure: page.width - page.inner - page.outer - page.numbers,
    colours: isBrochure ? INK_ONLY : COLOURS,
    /** A short document: no title page, no contents, no page break before chapters. */
    fewPages,
    /** The table of contents lists only chapters. */
    flatContents: kind === 'book',
    /** A page may end after a summary, in editions where little text follows. */
    summariesAlone: isBrochure || kind === 'tribune',
    lineNumbers: !fewPages,
    /** Converts points on A4 to an ODF font size. */
    size: (points: number) => `${isBrochure ? Math.round(points * 1.75) / 2 : points}pt`,
    /** Converts centimetres on A4 to an ODF length. */
    space,
    /** Converts centimetres on A4 to ODF margins. */
    spacing: (above: number, below: number) => ({
      'fo:margin-top': space(above),
      'fo:margin-bottom': space(below),
    }),
  }
}

/** A length in ODF, to a hundredth of a millimetre: `1.4cm`. */
export function cm(length: number): string {
  return `${Number(length.toFixed(3))}cm`
}

// The kind `dissent` is absent: its objections may fill many pages.
const FEW_PAGES: ReadonlySet<EditionKind> = new Set(['tribune', 'brochure', 'charter'])

const A4 = {
  width: 21,
  height: 29.7,
  top: 2,
  bottom: 1.8,
  inner: 2.9,
  outer: 3.1,
  /** The width of the column of block numbers, on the left. */
  numbers: 1.4,
  /** The greatest height of a picture. */
  picture: 17,
}

const A5 = {
  width: 14.8,
  height: 21,
  top: 1.3,
  bottom: 1.2,
  inner: 1.8,
  outer: 1.4,
  numbers: 1.15,
  picture: 9,
}

/** Text colours have a contrast of 4.5 to 1 or more on white; `rule` is for lines. */
const COLOURS = { quiet: '#6b6b6b', accent: '#7a2b1f', link: '#23405f', rule: '#b9b4ab' }

/** For black and white printers, which print colours as dots. */
const INK_ONLY = { quiet: '#000000', accent: '#000000', link: '#000000', rule: '#000000' }
