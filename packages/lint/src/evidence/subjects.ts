import { type Document, keptWith, type Programme } from '@cahier/core'
import { type Settings, settingsOf } from '../settings.ts'
import { clauseOf, stemOfWord, wordsOfSense } from './clause.ts'
import { factualBlocks } from './factual-blocks.ts'
import { FACTUAL } from './figure.ts'
import type { FigureFound } from './figures-found.ts'
import { figuresIn } from './figures-in.ts'
import { isChosen } from './is-chosen.ts'

/** What a figure is about, as far as words tell: its kind and the first word after it, the words of its clause, and the years named there. */
export interface Subject {
  readonly figure: FigureFound
  readonly key: string
  readonly words: ReadonlySet<string>
  readonly years: readonly number[]
}

/** The measured figures of a text whose subject can be told: shares and counts of something. */
export function subjectsIn({ manifest }: Programme, document: Document): readonly Subject[] {
  return subjectsOf(document, settingsOf(manifest))
}

const subjectsOf = keptWith((document: Document, settings: Settings) =>
  factualBlocks(document, settings).flatMap(({ figures }) => figures.flatMap((figure) => subjectOf(figure, settings.language))),
)

/** The texts in which some figure of that kind is followed by that word: told from their bare source, so that the others need not be read. */
export function textsAbout(programme: Programme, { key }: Subject): readonly Document[] {
  return indexOf(programme).get(key) ?? []
}

const indexOf = keptWith(({ documents, manifest }: Programme): ReadonlyMap<string, readonly Document[]> => {
  const index = new Map<string, Document[]>()
  for (const document of documents) {
    if (document.kind !== 'proposal' && document.kind !== 'axis' && document.kind !== 'question') continue
    for (const key of keysOf(document, manifest.language)) {
      const texts = index.get(key)
      if (texts === undefined) index.set(key, [document])
      else texts.push(document)
    }
  }
  return index
})

const keysOf = keptWith(({ text }: Document, language: string): ReadonlySet<string> => {
  const keys = figuresIn(text, language).map((figure) => keyOf(figure.kind, text, figure.end, language))
  return new Set(keys.filter((key) => key !== ''))
})

function subjectOf(figure: FigureFound, language: string): readonly Subject[] {
  const { passage, end } = figure
  const key = keyOf(figure.kind, passage.text, end, language)
  if (key === '' || isChosen(figure)) return []
  const clause = clauseOf(figure)
  const numbers = (clause.replace(figure.text, '').match(/\d+/g) ?? []).filter((number) => !isYear(number))
  const years = (clause.match(/\d+/g) ?? []).filter(isYear).map(Number)
  return [{ figure, key, words: new Set([...wordsOfSense(clause, language).map(stemOfWord), ...numbers]), years }]
}

// « 32 % des adultes », “4.6 million households”: what is counted is the first word of sense that follows.
function keyOf(kind: FigureFound['kind'], text: string, end: number, language: string): string {
  if (!FACTUAL.has(kind) || (kind !== 'share' && kind !== 'many')) return ''
  const following = text.slice(end, end + 60).split(/[.;:!?()«»“”[\]\n]{1}(?=\s|$)|[;:!?()[\]«»“”|]/u, 1)[0] as string
  const [noun] = wordsOfSense(following, language)
  return noun === undefined ||
    !/^[\s\u00A0\u202F]*(?:\p{L}+['’]?[\s\u00A0\u202F]*){0,2}$/u.test(following.slice(0, following.indexOf(noun)))
    ? ''
    : `${kind} ${stemOfWord(noun)}`
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d{2}$/.test(number)
}
