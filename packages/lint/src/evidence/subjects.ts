import { type Document, memoize, type Programme } from '@cahier/core'
import { ownCopy, type Span, sourceSpan } from '@cahier/prose'
import { type Settings, settingsOf } from '../engine/settings.ts'
import { factualBlocks } from './factual-blocks.ts'
import { FACTUAL, type Figure } from './figure.ts'
import {
  clauseOf,
  type FigureFound,
  type FigureSaid,
  type FigureWritten,
  stemOfWord,
  withPlainSpaces,
  wordsOfSense,
} from './figures-found.ts'
import { figuresIn } from './figures-in.ts'
import { keptByText } from './kept-by-text.ts'

/**
 * The subject of a figure, as far as words show it: its kind, the word that is counted or those
 * before it, the words of its clause, and the years named there.
 */
export interface Subject {
  readonly figure: FigureSaid
  /** Where the figure is in the file. */
  readonly span: Span
  /**
   * The kind and the word counted, « % adult », for a share or a count; the kind and each word
   * before it for a measure.
   */
  readonly keys: readonly string[]
  readonly words: ReadonlySet<string>
  readonly years: readonly number[]
}

/** The measured figures of a text whose subject is known. */
export function subjectsIn({ manifest }: Programme, document: Document): readonly Subject[] {
  return subjectsOf(document, settingsOf(manifest))
}

// Without the tree they were read from: a text is compared with others when its own is no longer
// there.
const subjectsOf = memoize((document: Document, settings: Settings) =>
  factualBlocks(document, settings).flatMap(({ figures }) =>
    figures.flatMap((figure) => subjectOf(figure, settings.language)),
  ),
)

/**
 * The first texts, so many at most, in which some figure of that kind is beside one of those
 * words: found in their bare source, so that the others need not be parsed.
 */
function textsAbout(programme: Programme, { keys }: Subject, most: number): ReadonlySet<Document> {
  const index = indexOf(programme)
  const texts = new Set<Document>()
  for (const key of keys)
    for (const text of index.get(key) ?? []) {
      if (texts.size === most) return texts
      texts.add(text)
    }
  return texts
}

/** All that `textsAbout` asks of the texts of a programme, a text at a time; it is kept. */
function* indexAhead({ documents, manifest }: Programme): Generator<void> {
  for (const document of documents.filter(isCompared))
    yield void keysOf(document, manifest.language)
}

function isCompared({ kind }: Document): boolean {
  return kind === 'proposal' || kind === 'axis' || kind === 'question'
}

const indexOf = memoize(
  ({ documents, manifest }: Programme): ReadonlyMap<string, readonly Document[]> => {
    const index = new Map<string, Document[]>()
    for (const document of documents.filter(isCompared)) {
      for (const key of keysOf(document, manifest.language)) {
        const texts = index.get(key)
        if (texts === undefined) index.set(key, [document])
        else texts.push(document)
      }
    }
    return index
  },
)

// No figure is counted by a word of another paragraph.
const keysOf = memoize(({ text }: Document, language: string): ReadonlySet<string> => {
  return new Set(text.split(/\n\s*\n/).flatMap((paragraph) => keysIn(paragraph, language)))
})

const keysIn = keptByText((paragraph, language): readonly string[] =>
  figuresIn(paragraph, language).flatMap((figure) => keysBeside(figure, paragraph, language)),
)

function subjectOf(
  { passage, written, ...figure }: FigureFound,
  language: string,
): readonly Subject[] {
  const about = aboutOf(written, language)
  if (about === null) return []
  return [
    {
      figure: { ...figure, keys: figure.keys.map(ownCopy) },
      span: sourceSpan(passage, figure.start, figure.end),
      ...about,
    },
  ]
}

const aboutOf = memoize(
  (figure: FigureWritten, language: string): Pick<Subject, 'keys' | 'words' | 'years'> | null => {
    const keys = keysBeside(figure, figure.prose, language)
    if (keys.length === 0 || figure.isChosen) return null
    // « millions d’euros » says how the figure is written, and not of what it is.
    const clause = clauseOf(figure).replace(withPlainSpaces(figure.text), '')
    const numbers = clause.match(/\d+/g) ?? []
    const words = new Set([
      ...wordsOfSense(clause, language).map(stemOfWord),
      ...numbers.filter((number) => !isYear(number)),
    ])
    return { keys, words, years: numbers.filter(isYear).map(Number) }
  },
)

// « 32 % des adultes », “4.6 million households”: the counted thing is the first word of sense that
// follows. « Les centres consomment 8 TWh »: the measured thing comes before.
function keysBeside(
  { kind, start, end }: Figure,
  text: string,
  language: string,
): readonly string[] {
  if (!FACTUAL.has(kind)) return []
  if (kind !== 'share' && kind !== 'many') {
    const before = text
      .slice(Math.max(0, start - NEAR), start)
      .split(/[.;:!?]\s|\n\s*\n|[()«»|]/u)
      .at(-1) as string
    return wordsOfSense(before, language).map((word) => `${kind} ${stemOfWord(word)}`)
  }
  const after = text
    .slice(end, end + NEAR)
    .split(/[.;:!?]\s|\n\s*\n|[;:!?()[\]«»“”|]/u, 1)[0] as string
  const [noun] = wordsOfSense(after, language)
  const isNext =
    noun !== undefined &&
    /^[\s\u00A0\u202F]*(?:\p{L}+['’]?[\s\u00A0\u202F]*){0,2}$/u.test(
      after.slice(0, after.indexOf(noun)),
    )
  return isNext ? [`${kind} ${stemOfWord(noun)}`] : []
}

const NEAR = 80

function isYear(number: string): boolean {
  return /^(?:19|20)\d{2}$/.test(number)
}

// Ten thousand proposals on one subject are compared with its first ones, not with each other.
const MOST_TEXTS = 50

/** The texts that may give another value to a figure of a document: those that come before it. */
export function textsCompared(
  programme: Programme,
  document: Document,
  subject: Subject,
): readonly Document[] {
  return [...textsAbout(programme, subject, MOST_TEXTS)].filter(({ path }) => path < document.path)
}

/**
 * All that is asked of other texts for one document, a text at a time. It is kept: who must not
 * hold up anybody goes through this before the rule speaks.
 */
export function* compareAhead(programme: Programme, document: Document): Generator<void> {
  yield* indexAhead(programme)
  for (const subject of subjectsIn(programme, document))
    for (const other of textsCompared(programme, document, subject))
      yield void subjectsIn(programme, other)
}
