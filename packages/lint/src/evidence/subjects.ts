import { type Document, memoize, type Programme } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { isPrinted } from '../document/documents.ts'
import { type Settings, settingsOf } from '../document/settings.ts'
import { factualBlocks } from './factual-blocks.ts'
import { type Figure, figuresIn, KINDS_TO_SOURCE } from './figures-in.ts'
import {
  type CreditedFigure,
  clauseOf,
  contentWords,
  stemOfWord,
  withPlainSpaces,
} from './figures-of-passage.ts'

/** What a figure measures: the noun that it counts, the words of its clause, and its years. */
export interface Subject {
  readonly figure: CreditedFigure
  /**
   * `share adult`: the kind of the figure, then the stem (first letters) of a word that says what
   * it measures.
   */
  readonly keys: readonly string[]
  /** Stems of the words of the clause, and its numbers. */
  readonly words: ReadonlySet<string>
  readonly years: readonly number[]
}

/** The subjects of the measured figures of a text, without chosen figures (targets, limits). */
export function subjectsIn({ manifest }: Programme, document: Document): readonly Subject[] {
  return subjectsOf(document, settingsOf(manifest))
}

const subjectsOf = memoize((document: Document, settings: Settings) =>
  factualBlocks(document, settings).flatMap(({ figures }) =>
    figures.flatMap((figure) => subjectOf(figure, settings.language)),
  ),
)

const indexOf = memoize(({ documents, manifest }: Programme) =>
  groupedBy(
    documents
      .filter(isPrinted)
      .flatMap((document) =>
        [...keysOf(document, manifest.language)].map((key) => ({ key, document })),
      ),
    ({ key }) => key,
  ),
)

// A figure and the noun that it counts are in one paragraph.
const keysOf = memoize(({ text }: Document, language: string) => {
  const paragraphs = text.split(/\n\s*\n/)
  return new Set(
    paragraphs.flatMap((paragraph) =>
      figuresIn(paragraph, language).flatMap((figure) => keysBeside(figure, paragraph, language)),
    ),
  )
})

function subjectOf(figure: CreditedFigure, language: string): readonly Subject[] {
  const keys = keysBeside(figure, figure.prose, language)
  if (keys.length === 0 || figure.isChosen) return []
  // The words of the figure, such as « millions d’euros », are not its subject.
  const clause = clauseOf(figure).replace(withPlainSpaces(figure.text), '')
  const numbers = clause.match(/\d+/g) ?? []
  const words = new Set([
    ...contentWords(clause, language).map(stemOfWord),
    ...numbers.filter((number) => !isYear(number)),
  ])
  return [{ figure, keys, words, years: numbers.filter(isYear).map(Number) }]
}

// A count or a share is named by the noun after it (« 32 % des adultes »), another measure by the
// words before it (« Les centres consomment 8 TWh »).
function keysBeside(
  { kind, start, end }: Figure,
  text: string,
  language: string,
): readonly string[] {
  if (!KINDS_TO_SOURCE.has(kind)) return []
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

function isYear(number: string) {
  return /^(?:19|20)\d{2}$/.test(number)
}

const MOST_TEXTS = 50

/**
 * At most `MOST_TEXTS` documents that may have this subject. Only earlier paths count, so that each
 * pair is compared once.
 */
export function textsCompared(
  programme: Programme,
  document: Document,
  { keys }: Subject,
): readonly Document[] {
  const index = indexOf(programme)
  const found = keys.flatMap((key) => index.get(key)?.slice(0, MOST_TEXTS) ?? [])
  const texts = new Set(found.map((one) => one.document))
  return [...texts].slice(0, MOST_TEXTS).filter(({ path }) => path < document.path)
}

/** Fills the caches of `evidence/two-values` text by text, so that an editor stays responsive. */
export function* warmComparisonCaches(programme: Programme, document: Document): Generator<void> {
  for (const one of programme.documents.filter(isPrinted))
    yield void keysOf(one, programme.manifest.language)
  for (const subject of subjectsIn(programme, document))
    for (const other of textsCompared(programme, document, subject))
      yield void subjectsIn(programme, other)
}
