/**
 * What a figure measures. `volume` includes areas; `many` is a large count without unit; `plain` is
 * a number without a known unit. `year` and `duration` only avoid confusion.
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
  /** The unit as written; `''` when there is none. */
  readonly unit: string
  /**
   * In the base unit of its kind: percent, watts, watt-hours, grams, litres or square metres,
   * bytes, metres.
   */
  readonly value: number
  /** Half a unit of the last digit: the most that two roundings of one number differ. */
  readonly rounding: number
  /** Offsets in the text, unit included. */
  readonly start: number
  readonly end: number
}

/**
 * Kinds that need a source. Not a duration, which the proposal mostly chooses itself, nor a length,
 * which is rarely disputed.
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
