import type { Programme } from '@cahier/core'
import { type ClaimFigure, claimFigures, isSameFigure } from './claim-figures.ts'
import { clauseOf, stemOfWord, wordsOfSense } from './clause.ts'
import { FACTUAL, type FigureKind } from './figure.ts'
import type { FigureSaid } from './figures-found.ts'
import { figuresIn } from './figures-in.ts'

/**
 * The figures of the same kind, and of the same subject as far as words tell, that the sources of a
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
