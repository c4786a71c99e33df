import { STOP_WORDS } from '@cahier/core'
import {
  type Citation,
  countWhile,
  keptInProse,
  matchesIn,
  OBJECT,
  type Passage,
  sourceSpan,
} from '@cahier/prose'
import { FACTUAL, type Figure } from './figure.ts'
import { figuresIn } from './figures-in.ts'

/**
 * A figure and its context, as far as the prose of its passage shows it.
 */
export interface FigureWritten extends Figure {
  /**
   * The passage's text, unit for unit, with plain spaces for all that is blank: line ends and
   * no-break spaces part words alike.
   */
  readonly prose: string
  /**
   * The sentence that holds it, and where that begins in the passage; of an endless sentence, the
   * words near it.
   */
  readonly sentence: string
  readonly sentenceStart: number
  /** Whether somebody sets it, rather than measured it. */
  readonly isChosen: boolean
}

/** The same, and what it is credited to. */
export interface FigureSaid extends FigureWritten {
  /** Offset in the file. */
  readonly at: number
  /**
   * Keys of the sources it is credited to: the first citation after it in its block, or else the
   * last before it, or that of what introduces the block.
   */
  readonly keys: readonly string[]
}

/** A figure and its place in a text. */
export interface FigureFound extends FigureSaid {
  readonly passage: Passage
  /** The same object for as long as its passage is written so. */
  readonly written: FigureWritten
}

/**
 * The figures of a passage. `citations` are those of its block, in order; `others` those of what
 * introduces the block or of its notes.
 */
export function figuresFound(
  passage: Passage,
  citations: readonly Citation[],
  others: readonly Citation[],
  language: string,
): readonly FigureFound[] {
  const figures = figuresWritten(passage.prose, language)
  if (figures.length === 0) return []
  const first = firstFrom(citations, offsetOf, passage.start)
  const inPassage = citations.slice(first, firstFrom(citations, offsetOf, passage.end))
  const near = inPassage.length > 0 ? inPassage : citations
  return figures.map((written) => {
    const at = sourceSpan(passage, written.start, written.end).start
    const credited = near[firstFrom(near, offsetOf, at)] ?? near.at(-1) ?? others[0]
    const keys = credited?.items.map(({ key }) => key).filter((key) => key !== '') ?? []
    return { ...written, passage, at, keys, written }
  })
}

const figuresWritten = keptInProse(
  ({ text: passage }, language: string): readonly FigureWritten[] => {
    if (!/\d/.test(passage)) return []
    const prose = withPlainSpaces(passage)
    const starts = sentenceStarts(prose)
    return figuresIn(prose, language).map((figure) => {
      const next = firstFrom(starts, (start) => start, figure.start + 1)
      const sentenceStart = Math.max(starts[next - 1] ?? 0, figure.start - FAR)
      const sentenceEnd = Math.min(starts[next] ?? prose.length, figure.end + FAR)
      const text = passage.slice(figure.start, figure.end).replaceAll('\n', ' ')
      const said = {
        ...figure,
        text,
        prose,
        sentence: prose.slice(sentenceStart, sentenceEnd),
        sentenceStart,
      }
      return { ...said, isChosen: FACTUAL.has(figure.kind) && isChosen(said) }
    })
  },
)

/** A text of the same length, all of whose blanks are plain spaces. */
export function withPlainSpaces(text: string): string {
  return text.replace(/\s/gu, ' ')
}

const FAR = 600

// Abbreviations that end with a point end no sentence.
function sentenceStarts(text: string): readonly number[] {
  return [0, ...matchesIn(text, SENTENCE_END).map((match) => match.index + match[0].length)]
}

const SENTENCE_END =
  /(?<!(?:^|[\s(\u00A0])(?:p|pp|art|al|cf|ex|M|MM|vol|chap|éd|env|St|no|fig|vs|Dr))[.!?…](?:[\s\u00A0\u202F]*[»”"])?[\s\u00A0\u202F\uFFFC]+(?=[\p{Lu}«“"(\d])/gu

function offsetOf({ position }: Citation): number {
  return position?.start.offset ?? 0
}

/**
 * Whether a figure is one that somebody sets, quotes from an adversary, gives as an example or
 * names a class of things with, rather than one that was measured: nothing of it can be sourced or
 * dated. Recognised by the words of its sentence, so that some measured figures pass for chosen
 * ones; the other way round would be a false remark.
 */
function isChosen({
  kind,
  value,
  sentence,
  sentenceStart,
  prose,
  start,
  end,
}: Omit<FigureWritten, 'isChosen'>): boolean {
  const before = prose.slice(sentenceStart, start)
  const after = prose.slice(end, end + 20)
  if (
    SET.test(sentence) ||
    EXAMPLE.test(before) ||
    CONDITION.test(before) ||
    (kind !== 'share' && BOUND.test(before))
  )
    return true
  // « C’est 90 % des gens », says the objector whom the text quotes first.
  if (sentenceStart === 0 && /^[«“"]/.test(sentence) && !/.[»”"]/.test(before)) return true
  // What costs nothing was not measured.
  if (kind === 'money' && value === 0) return true
  return (
    kind === 'share' &&
    (value === 0 || value === 100) &&
    !/^[\s\u00A0\u202F]*(?:des?|du|d[’']|of|les)(?!\p{L})/u.test(after)
  )
}

/** Words for a wish, a permission or a fine rather than for a fact. */
const SET =
  /(?<!\p{L})(?:(?:nous|on) (?:proposons|demandons|voulons|propose|demande|veut)|objectifs?|plafonn\p{L}*|plafonds?|seuils?|vis(?:er|e|ent|ons)|cibles?|d[’']ici|au moins|au plus|minimum|maximum|limit(?:er|é|ée|és|ées)|réduire|baisser|porter|passer à|atteindre|fix(?:er|é|ée|ons)|dotation|prév(?:u|ue|us|ues|oit|oyons)|amendes?|astreintes?|jusqu[’']à|(?:we|to) (?:propose|ask|want)|targets?|ceilings?|caps?|capped|thresholds?|at least|at most|no more than|up to|fines?|by 20[2-9]\d|reduce|lower|raise|reach)(?!\p{L})/iu

/**
 * « Les fermes de moins de 20 ha », « dans une commune de plus de 5 000 habitants »: where a class
 * of things begins or ends.
 */
const BOUND =
  /(?:(?:\p{L}[sx]|(?<!\p{L})(?:dans|pour|à|par) (?:une?|toute?|chaque)(?: (?:[ld][’'])?\p{L}+){1,4}) de (?:moins|plus) d(?:e |[’'])|(?:inférieur|supérieur)e?s? à |\p{L}s (?:of|with) (?:less|fewer|more) than |(?:below|above) )$/iu

// « They say that 12% » is no example; « say, 12% » is.
const EXAMPLE =
  /(?<!\p{L})(?:par exemple|p\. ex\.|mettons|disons|supposons|imaginons|si|for example|for instance|e\.g\.|(?<=[,;:(—–] )say|suppose|if)(?!\p{L})[^.;:]{0,30}$/iu

/** « Si l’excédent est supérieur à 25 % »: where a condition begins, whatever it counts. */
const CONDITION =
  /(?<!\p{L})(?:si|s[’']ils?|lorsqu(?:e|[’'])|quand|if|when|where)(?!\p{L})[^.;]* (?:inférieur|supérieur)e?s? à $/iu

/**
 * The index, in a list sorted by a number, of the first item whose number is at least `from`; the
 * list's length when none is.
 */
export function firstFrom<T>(
  sorted: readonly T[],
  numberOf: (item: T) => number,
  from: number,
): number {
  return countWhile(sorted, (item) => numberOf(item) < from)
}

/**
 * The clause of a figure: the part of its sentence between two citations, semicolons or
 * colons.
 */
export function clauseOf({ sentence, sentenceStart, start }: FigureWritten): string {
  const at = start - sentenceStart
  const from = Math.max(...[OBJECT, ';', ':'].map((sign) => sentence.lastIndexOf(sign, at))) + 1
  return sentence.slice(from).split(/[\uFFFC;:]/, 1)[0] as string
}

/** The words of a text that are not of grammar, in their order. */
export function wordsOfSense(text: string, language: string): readonly string[] {
  const stop = STOP_WORDS[language.startsWith('en') ? 'en' : 'fr']
  return (text.match(/[\p{L}]{3,}/gu) ?? []).filter((word) => !stop.has(word.toLowerCase()))
}

/** Enough of a word to recognise it whatever its ending. */
export function stemOfWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 5)
}
