import { memoize, STOP_WORDS } from '@cahier/core'
import {
  type Citation,
  countWhile,
  matchesIn,
  OBJECT,
  type Passage,
  type Span,
  sourceSpan,
} from '@cahier/prose'
import { bareWord } from '../spelling/lexicon.ts'
import { type Figure, figuresIn, KINDS_TO_SOURCE } from './figures-in.ts'

/** A figure (number) and its context, found in one passage (paragraph, heading or table cell). */
export interface FigureInPassage extends Figure {
  /** The text of the passage, each blank replaced by a plain space. */
  readonly prose: string
  /** The sentence of the figure, and its offset in the passage. A very long sentence is cut. */
  readonly sentence: string
  readonly sentenceStart: number
  /**
   * True for a number that the authors choose (a target, a limit), false for one that was measured.
   */
  readonly isChosen: boolean
}

/** A figure in a passage, with the sources that it cites. */
export interface CreditedFigure extends FigureInPassage {
  /** The place of the figure in the file. */
  readonly span: Span
  readonly isInCell: boolean
  /**
   * Keys of the sources in the citation that most likely supports the figure. This citation is
   * preferably in the same passage, after the figure. Empty without a citation.
   */
  readonly keys: readonly string[]
}

/**
 * The figures of a passage. `citations` are those in its block. `others` are those in blocks beside
 * it or in footnotes.
 */
export function figuresOfPassage(
  passage: Passage,
  citations: readonly Citation[],
  others: readonly Citation[],
  language: string,
): readonly CreditedFigure[] {
  const figures = figuresWritten(passage.prose, language)
  if (figures.length === 0) return []
  const first = firstFrom(citations, offsetOf, passage.start)
  const inPassage = citations.slice(first, firstFrom(citations, offsetOf, passage.end))
  const near = inPassage.length > 0 ? inPassage : citations
  return figures.map((figure) => {
    const span = sourceSpan(passage, figure.start, figure.end)
    const credited = near[firstFrom(near, offsetOf, span.start)] ?? near.at(-1) ?? others[0]
    const keys = credited?.items.map(({ key }) => key).filter((key) => key !== '') ?? []
    return { ...figure, span, isInCell: passage.kind === 'cell', keys }
  })
}

const figuresWritten = memoize(
  ({ text: passage }: Passage['prose'], language: string): readonly FigureInPassage[] => {
    const prose = withPlainSpaces(passage)
    const figures = figuresIn(prose, language)
    const ends = figures.length === 0 ? [] : matchesIn(prose, SENTENCE_END)
    const starts = [0, ...ends.map(({ 0: end, index }) => index + end.length)]
    return figures.map((figure) => {
      const next = firstFrom(starts, (start) => start, figure.start + 1)
      const sentenceStart = Math.max(starts[next - 1] ?? 0, figure.start - FAR)
      const sentenceEnd = Math.min(starts[next] ?? prose.length, figure.end + FAR)
      const sentence = prose.slice(sentenceStart, sentenceEnd)
      const text = passage.slice(figure.start, figure.end).replaceAll('\n', ' ')
      const placed = { ...figure, text, prose, sentence, sentenceStart }
      return { ...placed, isChosen: KINDS_TO_SOURCE.has(figure.kind) && isChosen(placed) }
    })
  },
)

/** The text with each blank replaced by a plain space; same length. */
export function withPlainSpaces(text: string): string {
  return text.replace(/\s/gu, ' ')
}

// Characters of a sentence on each side of a figure.
const FAR = 600

const SENTENCE_END =
  /(?<!(?:^|[\s(])(?:p|pp|art|al|cf|ex|M|MM|vol|chap|éd|env|St|no|fig|vs|Dr))[.!?…](?:\s*[»”"])?[\s\uFFFC]+(?=[\p{Lu}«“"(\d])/gu

function offsetOf({ position }: Citation) {
  return position?.start.offset ?? 0
}

/**
 * True for a wish, an example or the limit of a category (« fermes de moins de 20 ha »). Such a
 * figure needs no source. In doubt, the patterns match and the answer is true.
 */
function isChosen(figure: Omit<FigureInPassage, 'isChosen'>) {
  const { kind, value, sentence, sentenceStart, prose, start, end } = figure
  const before = prose.slice(sentenceStart, start)
  const isRound = kind === 'share' && (value === 0 || value === 100)
  return (
    SET.test(sentence) ||
    EXAMPLE.test(before) ||
    CONDITION.test(before) ||
    (kind !== 'share' && BOUND.test(before)) ||
    // A passage that begins with a quotation usually quotes an objection.
    (sentenceStart === 0 && /^[«“"]/.test(sentence) && !/.[»”"]/.test(before)) ||
    // A price of zero was not measured.
    (kind === 'money' && value === 0) ||
    (isRound && !/^\s*(?:des?|du|d[’']|of|les)(?!\p{L})/u.test(prose.slice(end, end + 20)))
  )
}

/** Words of a wish, a permission or a fine, not of a fact. */
const SET =
  /(?<!\p{L})(?:(?:nous|on) (?:proposons|demandons|voulons|propose|demande|veut)|objectifs?|plafonn\p{L}*|plafonds?|seuils?|vis(?:er|e|ent|ons)|cibles?|d[’']ici|au moins|au plus|minimum|maximum|limit(?:er|é|ée|és|ées)|réduire|baisser|porter|passer à|atteindre|fix(?:er|é|ée|ons)|dotation|prév(?:u|ue|us|ues|oit|oyons)|amendes?|astreintes?|jusqu[’']à|(?:we|to) (?:propose|ask|want)|targets?|ceilings?|caps?|capped|thresholds?|at least|at most|no more than|up to|fines?|by 20[2-9]\d|reduce|lower|raise|reach)(?!\p{L})/iu

/** Words before the limit of a class: « Les fermes de moins de 20 ha ». */
const BOUND =
  /(?:(?:\p{L}[sx]|(?<!\p{L})(?:dans|pour|à|par) (?:une?|toute?|chaque)(?: (?:[ld][’'])?\p{L}+){1,4}) de (?:moins|plus) d(?:e |[’'])|(?:inférieur|supérieur)e?s? à |\p{L}s (?:of|with) (?:less|fewer|more) than |(?:below|above) )$/iu

// “Say, 12%” is an example; “they say that 12%” is not.
const EXAMPLE =
  /(?<!\p{L})(?:par exemple|p\. ex\.|mettons|disons|supposons|imaginons|si|for example|for instance|e\.g\.|(?<=[,;:(—–] )say|suppose|if)(?!\p{L})[^.;:]{0,30}$/iu

/** A condition: « Si l’excédent est supérieur à 25 % ». */
const CONDITION =
  /(?<!\p{L})(?:si|s[’']ils?|lorsqu(?:e|[’'])|quand|if|when|where)(?!\p{L})[^.;]* (?:inférieur|supérieur)e?s? à $/iu

/**
 * The index of the first item of a sorted list whose number is at least `from`. The length of the
 * list when there is none.
 */
export function firstFrom<T>(
  sorted: readonly T[],
  numberOf: (item: T) => number,
  from: number,
): number {
  return countWhile(sorted, (item) => numberOf(item) < from)
}

/** The clause of a figure: a part of its sentence between citations, semicolons or colons. */
export function clauseOf({ sentence, sentenceStart, start }: FigureInPassage): string {
  const at = start - sentenceStart
  const from = Math.max(...[OBJECT, ';', ':'].map((sign) => sentence.lastIndexOf(sign, at))) + 1
  return sentence.slice(from).split(/[\uFFFC;:]/, 1)[0] as string
}

/** The words of a text in order, without grammar words. */
export function contentWords(text: string, language: string): readonly string[] {
  const stop = STOP_WORDS[language.startsWith('en') ? 'en' : 'fr']
  return (text.match(/[\p{L}]{3,}/gu) ?? []).filter((word) => !stop.has(word.toLowerCase()))
}

/** The first five letters without accents: the same for all endings of a word. */
export function stemOfWord(word: string): string {
  return bareWord(word).slice(0, 5)
}
