import { memoize, type Programme, type Reference } from '@cahier/core'
import { stemOfWord, wordsOfSense } from './clause.ts'
import type { Figure } from './figure.ts'
import { figuresIn } from './figures-in.ts'
import { referenceOf } from './reference-of.ts'

/** A figure that `sources.yaml` notes of a source, and what is said of it there. */
export interface ClaimFigure extends Figure {
  /** The year it is about, `null` when not said or when the figure only stands in a sentence. */
  readonly year: number | null
  readonly scope: string
  /**
   * Beginnings of the words that say what it is about; none when the figure only stands in a
   * sentence.
   */
  readonly words: ReadonlySet<string>
  /**
   * Whether it is what the claim establishes, its value or the only figure of its sentence, rather
   * than a number beside it.
   */
  readonly isValue: boolean
}

/** The figures that `sources.yaml` notes of a source; none for a source that is not there. */
export function claimFigures(programme: Programme, key: string): readonly ClaimFigure[] {
  const reference = referenceOf(programme, key)
  return reference === undefined ? [] : claimsOf(reference, programme.manifest.language)
}

const claimsOf = memoize((reference: Reference, language: string): readonly ClaimFigure[] => {
  const values = reference.claims.flatMap(({ says, value, unit, year, scope }) => {
    if (value === null) {
      const told = figuresIn(says, language)
      const words = new Set(wordsOfSense(says, language).map(stemOfWord))
      return told.length === 1
        ? told.map((figure) => ({ ...figure, year, scope, words, isValue: true }))
        : []
    }
    // A fall is noted with a minus, and written in words.
    const written = language.startsWith('en')
      ? String(Math.abs(value))
      : String(Math.abs(value)).replace('.', ',')
    const [figure] = figuresIn(`${written} ${unit}`, language)
    return figure === undefined
      ? []
      : [
          {
            ...figure,
            year,
            scope,
            words: new Set(wordsOfSense(`${says} ${unit}`, language).map(stemOfWord)),
            isValue: true,
          },
        ]
  })
  const sentences = [
    ...reference.claims.flatMap(({ says, unit, scope }) => [says, unit, scope]),
    reference.reservations,
    String(reference.csl.title ?? ''),
  ]
  const mentioned = sentences.flatMap((text) =>
    figuresIn(text, language).map((figure) => ({
      ...figure,
      year: null,
      scope: '',
      words: NONE,
      isValue: false,
    })),
  )
  return [...values, ...mentioned]
})

const NONE: ReadonlySet<string> = new Set()

/** Whether `sources.yaml` notes a figure for one of the sources it is credited to. */
export function isNoted(
  figure: Figure & { readonly keys: readonly string[] },
  programme: Programme,
): boolean {
  return figure.keys
    .flatMap((key) => claimFigures(programme, key))
    .some((one) => one.kind === figure.kind && isSameFigure(figure, one))
}

/**
 * Whether two figures can be one, each rounded as it is written; “nearly” and its like leave one
 * part in ten.
 */
export function isSameFigure(a: Figure, b: Figure, slack = 0): boolean {
  return (
    Math.abs(a.value - b.value) <=
    Math.max(a.rounding, b.rounding, slack * Math.abs(b.value)) + 1e-9
  )
}
