/**
 * What a figure measures. `plain` is a number followed by no unit we know; `year` and `duration`
 * are read so as not to be taken for anything else.
 */
export type FigureKind =
  | 'share'
  | 'energy'
  | 'power'
  | 'gas'
  | 'mass'
  | 'money'
  | 'volume'
  | 'data'
  | 'length'
  | 'many'
  | 'duration'
  | 'year'
  | 'plain'

/** A number written in digits, and its unit. */
export interface Figure {
  readonly kind: FigureKind
  /** As written, unit included. */
  readonly text: string
  /** The unit as written, `''` when there is none. */
  readonly unit: string
  /**
   * In the base unit of its kind: shares out of a hundred, watts, watt-hours, grams, litres or
   * square metres, bytes, metres.
   */
  readonly value: number
  /**
   * Half of the value of the last digit written: two roundings of one number differ by no more.
   */
  readonly rounding: number
  /** Offsets in the text, unit included. */
  readonly start: number
  readonly end: number
}

/**
 * Kinds that say something of the world, and so need a source; a duration is most often chosen, and
 * a length too small to argue about.
 */
export const FACTUAL: ReadonlySet<FigureKind> = new Set([
  'share',
  'energy',
  'power',
  'gas',
  'mass',
  'money',
  'volume',
  'data',
  'many',
])
