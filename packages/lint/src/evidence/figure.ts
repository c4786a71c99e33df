import { wordSet } from '@cahier/core'

/**
 * What a figure measures. `volume` includes areas, `many` is a large count without unit, `plain`
 * has no known unit.
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
  /** The number and its unit, as written. */
  readonly text: string
  /** The unit as written; `''` when there is none. */
  readonly unit: string
  /** Converted to a base unit: %, Wh, W, g, l, m², bytes. Other kinds are not converted. */
  readonly value: number
  /** The largest rounding error: half a unit of the last digit. */
  readonly rounding: number
  /** Offsets in the text, unit included. */
  readonly start: number
  readonly end: number
}

/**
 * Kinds that need a source. A duration needs none: it is often what is asked for, as in “within 5
 * years”. Nobody disputes a length or a year.
 */
export const KINDS_TO_SOURCE = wordSet('share energy power gas mass money volume data many')
