import {
  type AmendableText,
  amendableText,
  type EarlierTextSource,
  earlierTexts,
} from '@cahier/consensus'
import {
  applyEdits,
  buildProgramme,
  type Document,
  type Programme,
  readDocument,
  readFolder,
  wholeDigest,
} from '@cahier/core'
import type { PrintedText } from '@cahier/export'

/** A programme with its texts as a document printed them. */
export interface BaseAsPrinted {
  readonly base: Programme
  /** Texts that were found nowhere. */
  readonly lost: readonly PrintedText[]
}

/** Restores each printed text, from the folder or from `elsewhere`. */
export function baseAsPrinted(
  programme: Programme,
  folder: string,
  printed: readonly PrintedText[],
  elsewhere: EarlierTextSource,
): BaseAsPrinted {
  const earlier = new Map<string, string>()
  const lost: PrintedText[] = []
  for (const one of printed) {
    const amended = amendableText(programme, one.id)
    const text = amended === null ? null : textAsPrinted(programme, amended, one, elsewhere)
    if (amended === null || text === null) lost.push(one)
    else if (text !== amended.document.text) earlier.set(amended.document.path, text)
  }
  return { base: earlier.size === 0 ? programme : withTexts(folder, earlier), lost }
}

function textAsPrinted(
  programme: Programme,
  amended: AmendableText,
  { whole }: PrintedText,
  elsewhere: EarlierTextSource,
): string | null {
  const { document } = amended
  const isIt = (text: string) =>
    wholeDigest(withWords(document, text), programme.assets).startsWith(whole)
  if (isIt(document.text)) return stillPrinted(document)
  for (const { text } of earlierTexts(programme, amended, elsewhere))
    if (isIt(text)) return stillPrinted(withWords(document, text))
  return null
}

function withWords({ path, kind }: Document, text: string): Document {
  return readDocument({ path, text }, kind)
}

// Removes the fields of a withdrawal or merge: the text was printed before.
function stillPrinted({ text, places }: Document): string {
  const edits = ['/withdrawn', '/replaced-by'].flatMap((pointer) => {
    const place = places[pointer]
    if (place?.key == null) return []
    const start = text.lastIndexOf('\n', place.key.start.offset) + 1
    const end = start + text.slice(start, place.value.end.offset).trimEnd().length
    return [{ path: '', start, end: text.indexOf('\n', end) + 1, text: '' }]
  })
  return applyEdits(text, edits)
}

function withTexts(folder: string, texts: ReadonlyMap<string, string>): Programme {
  const read = readFolder(folder)
  return buildProgramme({
    ...read,
    sources: read.sources.map(({ path, text }) => ({ path, text: texts.get(path) ?? text })),
  })
}
