import { memoize, type Programme, type Reference } from '@cahier/core'
import { FACTUAL, type Figure, type FigureKind } from './figure.ts'
import { clauseOf, type FigureSaid, stemOfWord, wordsOfSense } from './figures-found.ts'
import { figuresIn } from './figures-in.ts'
import { referenceOf } from './reference-of.ts'

/** A figure noted for a source in `sources.yaml`, with its context. */
export interface ClaimFigure extends Figure {
  /** The year it is about, `null` when not said or when the figure only is in a sentence. */
  readonly year: number | null
  readonly scope: string
  /**
   * Beginnings of the words that say what it is about; none when the figure only is in a
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

/**
 * The figures of the same kind, and of the same subject as far as words show, that the sources of a
 * figure are known for, when it is none of them.
 */
export function contradictedBy(figure: FigureSaid, programme: Programme): readonly ClaimFigure[] {
  if (!FACTUAL.has(figure.kind) || isRhetorical(figure)) return []
  const known = figure.keys.flatMap((key) => claimFigures(programme, key))
  const valued = known.filter(({ isValue, kind }) => isValue && kind === figure.kind)
  const slack = APPROXIMATE.test(figure.prose.slice(Math.max(0, figure.start - 24), figure.start))
    ? 0.1
    : 0
  const isKnown = known.some(
    (one) => mayMeasureAlike(figure, one) && isSameFigure(figure, one, slack),
  )
  if (valued.length === 0 || isKnown || isDifference(figure, known)) return []
  const { language } = programme.manifest
  const clause = clauseOf(figure)
  const words = new Set(wordsOfSense(clause, language).map(stemOfWord))
  const beside = figuresIn(clause, language)
  // « 57 % de la consommation, mais 9 % des prélèvements » : the first is the figure noted, the
  // second another.
  const alike = valued.filter(
    (one) =>
      isOnSubject(words, one) &&
      !beside.some((other) => other.kind === one.kind && isSameFigure(other, one)),
  )
  return figure.kind === 'many' || figure.kind === 'money'
    ? alike.filter((one) => isNear(figure, one))
    : alike
}

// A number whose unit is not said may be of anything, and tonnes of a gas.
function mayMeasureAlike({ kind }: FigureSaid, known: ClaimFigure): boolean {
  return (
    known.kind === kind || known.kind === 'plain' || (TONNES.has(kind) && TONNES.has(known.kind))
  )
}

const TONNES: ReadonlySet<FigureKind> = new Set(['gas', 'mass'])

// Two words in common, or the only one there is.
function isOnSubject(words: ReadonlySet<string>, claimed: ClaimFigure): boolean {
  const common = [...claimed.words].filter((word) => words.has(word)).length
  return common >= Math.min(2, claimed.words.size)
}

// Counts are of many things: only one of the same size may be the same thing miscopied.
function isNear({ value }: FigureSaid, claimed: ClaimFigure): boolean {
  return value > claimed.value * 0.85 && value < claimed.value * 1.15
}

// « Un écart de 8,90 € », where the source gives the two prices.
function isDifference(figure: FigureSaid, known: readonly ClaimFigure[]): boolean {
  const alike = known.filter(({ kind }) => kind === figure.kind)
  return alike.some((a) =>
    alike.some((b) => isSameFigure(figure, { ...a, value: Math.abs(a.value - b.value) })),
  )
}

function isRhetorical({ kind, value }: FigureSaid): boolean {
  return kind === 'share' && (value === 0 || value === 100)
}

const APPROXIMATE =
  /(?:environ|près d[e’']|presque|plus d[e’']|moins d[e’']|quelque|à peine|autour d[e’']|quasiment|about|nearly|almost|around|over|under|more than|less than|some|roughly|~|≈)[\s\u00A0\u202F]*$/iu
