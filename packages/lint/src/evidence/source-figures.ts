import { memoize, type Programme, type Reference } from '@cahier/core'
import { type Figure, type FigureKind, figuresIn, KINDS_TO_SOURCE } from './figures-in.ts'
import { type CreditedFigure, clauseOf, contentWords, stemOfWord } from './figures-of-passage.ts'

/** A figure (number) that `sources.yaml` gives for a source, with its context. */
export interface SourceFigure extends Figure {
  /** The year that the figure describes; `null` when not given. */
  readonly year: number | null
  /** The place or the people that the figure describes. */
  readonly scope: string
  /** Stems (first letters) of the words of the claim. */
  readonly words: ReadonlySet<string>
  /** True for the value of a claim, or the only figure in its words. False for other mentions. */
  readonly isValue: boolean
}

/** The entry of `sources.yaml` with this id, or `undefined`. */
export function referenceOf(programme: Programme, key: string): Reference | undefined {
  return referencesIn(programme).get(key)
}

const referencesIn = memoize(
  ({ sources }: Programme) => new Map(sources.map((source) => [source.id, source])),
)

/** All figures in the entry of a source in `sources.yaml`; empty without an entry. */
export function sourceFigures(programme: Programme, key: string): readonly SourceFigure[] {
  const reference = referenceOf(programme, key)
  return reference === undefined ? [] : claimsOf(reference, programme.manifest.language)
}

const claimsOf = memoize((reference: Reference, language: string): readonly SourceFigure[] => {
  const stemsOf = (text: string) => new Set(contentWords(text, language).map(stemOfWord))
  const values = reference.claims.flatMap(({ says, value, unit, year, scope }) => {
    // A decrease is negative in `sources.yaml`, but texts write no minus sign.
    const amount = value === null ? '' : String(Math.abs(value))
    const written = language.startsWith('en') ? amount : amount.replace('.', ',')
    const told = figuresIn(value === null ? says : `${written} ${unit}`, language)
    const words = stemsOf(value === null ? says : `${says} ${unit}`)
    const [figure] = value === null && told.length > 1 ? [] : told
    return figure === undefined ? [] : [{ ...figure, year, scope, words, isValue: true }]
  })
  const sentences = [
    ...reference.claims.flatMap(({ says, unit, scope }) => [says, unit, scope]),
    reference.reservations,
    String(reference.csl.title ?? ''),
  ]
  const mentioned = sentences
    .flatMap((text) => figuresIn(text, language))
    .map((figure) => ({ ...figure, year: null, scope: '', words: NONE, isValue: false }))
  return [...values, ...mentioned]
})

const NONE = new Set<string>()

/** Whether `sources.yaml` has this figure under a source that the figure cites. */
export function isInSources(figure: CreditedFigure, programme: Programme): boolean {
  return figure.keys
    .flatMap((key) => sourceFigures(programme, key))
    .some((one) => one.kind === figure.kind && isSameFigure(figure, one))
}

/** Whether two rounded figures may be equal. `slack` is a tolerance, as a fraction of `b`. */
export function isSameFigure(a: Figure, b: Figure, slack = 0): boolean {
  return (
    Math.abs(a.value - b.value) <=
    Math.max(a.rounding, b.rounding, slack * Math.abs(b.value)) + 1e-9
  )
}

/**
 * The figures that the cited sources give for the subject of `figure`, if all of them differ from
 * `figure`. Else empty.
 */
export function contradictedBy(
  figure: CreditedFigure,
  programme: Programme,
): readonly SourceFigure[] {
  if (!KINDS_TO_SOURCE.has(figure.kind) || isRhetorical(figure)) return []
  const known = figure.keys.flatMap((key) => sourceFigures(programme, key))
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
  const words = new Set(contentWords(clause, language).map(stemOfWord))
  const beside = figuresIn(clause, language)
  // In « 57 % de la consommation, mais 9 % des prélèvements », the source may give 57 %. Then 9 %
  // measures something else.
  const alike = valued.filter(
    (one) =>
      isOnSubject(words, one) &&
      !beside.some((other) => other.kind === one.kind && isSameFigure(other, one)),
  )
  return figure.kind === 'many' || figure.kind === 'money'
    ? alike.filter((one) => isNear(figure, one))
    : alike
}

// A number without unit may measure anything. Tonnes may be a mass or a gas.
function mayMeasureAlike({ kind }: CreditedFigure, known: SourceFigure) {
  return (
    known.kind === kind || known.kind === 'plain' || (TONNES.has(kind) && TONNES.has(known.kind))
  )
}

const TONNES: ReadonlySet<FigureKind> = new Set(['gas', 'mass'])

function isOnSubject(words: ReadonlySet<string>, claimed: SourceFigure) {
  const common = [...claimed.words].filter((word) => words.has(word)).length
  return common >= Math.min(2, claimed.words.size)
}

// A copying error stays close. A distant count or price is about something else.
function isNear({ value }: CreditedFigure, claimed: SourceFigure) {
  return Math.abs(value / claimed.value - 1) < 0.15
}

// Whether a figure is the difference of two known figures: « Un écart de 8,90 € ».
function isDifference(figure: CreditedFigure, known: readonly SourceFigure[]) {
  const alike = known.filter(({ kind }) => kind === figure.kind)
  return alike.some((a) =>
    alike.some((b) => isSameFigure(figure, { ...a, value: Math.abs(a.value - b.value) })),
  )
}

function isRhetorical({ kind, value }: CreditedFigure) {
  return kind === 'share' && (value === 0 || value === 100)
}

const APPROXIMATE =
  /(?:environ|près d[e’']|presque|plus d[e’']|moins d[e’']|quelque|à peine|autour d[e’']|quasiment|about|nearly|almost|around|over|under|more than|less than|some|roughly|~|≈)\s*$/iu
