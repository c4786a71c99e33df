import { type Document, memoize, type Programme } from '@cahier/core'
import { ownCopy, type Span, sourceSpan } from '@cahier/prose'
import { isPrinted } from '../document/documents.ts'
import { type Settings, settingsOf } from '../engine/settings.ts'
import { factualBlocks } from './factual-blocks.ts'
import { FACTUAL, type Figure } from './figure.ts'
import { figuresIn } from './figures-in.ts'
import {
  type CreditedFigure,
  clauseOf,
  contentWords,
  type FigureInPassage,
  type LocatedFigure,
  stemOfWord,
  withPlainSpaces,
} from './figures-of-passage.ts'

/**
 * What a figure is about: the counted word, or those before it, the words of its clause, and its
 * years.
 */
export interface Subject {
  readonly figure: CreditedFigure
  readonly span: Span
  /**
   * For a share or a count, kind and counted word (« % adult »); for a measure, kind and each word
   * before it.
   */
  readonly keys: readonly string[]
  readonly words: ReadonlySet<string>
  readonly years: readonly number[]
}

/** The measured figures of a text that have a subject. */
export function subjectsIn({ manifest }: Programme, document: Document): readonly Subject[] {
  return subjectsOf(document, settingsOf(manifest))
}

// Cached without the syntax tree, which may be freed.
const subjectsOf = memoize((document: Document, settings: Settings) =>
  factualBlocks(document, settings).flatMap(({ figures }) =>
    figures.flatMap((figure) => subjectOf(figure, settings.language)),
  ),
)

const indexOf = memoize(
  ({ documents, manifest }: Programme): ReadonlyMap<string, readonly Document[]> => {
    const index = new Map<string, Document[]>()
    for (const document of documents.filter(isPrinted))
      for (const key of keysOf(document, manifest.language)) {
        const texts = index.get(key)
        if (texts === undefined) index.set(key, [document])
        else texts.push(document)
      }
    return index
  },
)

// No figure is counted by a word of another paragraph.
const keysOf = memoize(({ text }: Document, language: string): ReadonlySet<string> => {
  const paragraphs = text.split(/\n\s*\n/)
  return new Set(
    paragraphs.flatMap((paragraph) =>
      figuresIn(paragraph, language).flatMap((figure) => keysBeside(figure, paragraph, language)),
    ),
  )
})

function subjectOf(
  { passage, written, ...figure }: LocatedFigure,
  language: string,
): readonly Subject[] {
  const about = aboutOf(written, language)
  const span = sourceSpan(passage, figure.start, figure.end)
  const own = { ...figure, keys: figure.keys.map(ownCopy) }
  return about === null ? [] : [{ figure: own, span, ...about }]
}

const aboutOf = memoize(
  (figure: FigureInPassage, language: string): Pick<Subject, 'keys' | 'words' | 'years'> | null => {
    const keys = keysBeside(figure, figure.prose, language)
    if (keys.length === 0 || figure.isChosen) return null
    // Without the figure: « millions d’euros » is not its subject.
    const clause = clauseOf(figure).replace(withPlainSpaces(figure.text), '')
    const numbers = clause.match(/\d+/g) ?? []
    const words = new Set([
      ...contentWords(clause, language).map(stemOfWord),
      ...numbers.filter((number) => !isYear(number)),
    ])
    return { keys, words, years: numbers.filter(isYear).map(Number) }
  },
)

// A count is named by the word after it (« 32 % des adultes », “4.6 million households”), a measure
// by the words before it (« Les centres consomment 8 TWh »).
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
    return contentWords(before, language).map((word) => `${kind} ${stemOfWord(word)}`)
  }
  const after = text
    .slice(end, end + NEAR)
    .split(/[.;:!?]\s|\n\s*\n|[;:!?()[\]«»“”|]/u, 1)[0] as string
  const [noun] = contentWords(after, language)
  const isNext =
    noun !== undefined && /^\s*(?:\p{L}+['’]?\s*){0,2}$/u.test(after.slice(0, after.indexOf(noun)))
  return isNext ? [`${kind} ${stemOfWord(noun)}`] : []
}

const NEAR = 80

function isYear(number: string): boolean {
  return /^(?:19|20)\d{2}$/.test(number)
}

// Limits the comparisons when very many texts have one subject.
const MOST_TEXTS = 50

/** The texts that may contradict a figure: those before its document, by path, about its subject. */
export function textsCompared(
  programme: Programme,
  document: Document,
  { keys }: Subject,
): readonly Document[] {
  const index = indexOf(programme)
  return [...new Set(keys.flatMap((key) => index.get(key) ?? []))]
    .slice(0, MOST_TEXTS)
    .filter(({ path }) => path < document.path)
}

/** Fills the caches that the rule reads, one text at a time, so that an editor stays responsive. */
export function* warmComparisonCaches(programme: Programme, document: Document): Generator<void> {
  for (const one of programme.documents.filter(isPrinted))
    yield void keysOf(one, programme.manifest.language)
  for (const subject of subjectsIn(programme, document))
    for (const other of textsCompared(programme, document, subject))
      yield void subjectsIn(programme, other)
}
