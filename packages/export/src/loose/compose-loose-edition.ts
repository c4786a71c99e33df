import {
  FILE_START,
  type Finding,
  frenchLocale,
  languageOfTag,
  type MessageData,
} from '@cahier/core'
import { byCodeUnits, parseMarkdown } from '@cahier/prose'
import type { Chapter, Edition, Material } from '../edition/edition.ts'
import { editionWords } from '../edition/labels.ts'
import { openTypesetter, type PrintContext } from '../print/context.ts'
import { houseStyle } from '../print/house-style.ts'
import { printFlow } from '../print/markdown-to-edition.ts'
import { openNoteBook } from '../print/notes.ts'
import { publicationFinding } from '../publication-messages.ts'
import { bookImages } from './book-images.ts'
import { guessLanguage } from './book-language.ts'
import { bookLinks } from './book-links.ts'
import { chapterIds, cutSlug, titleOfPath } from './chapter-names.ts'
import { markBlocks } from './language-marks.ts'
import { referenceFindings } from './loose-findings.ts'
import { opensFolder } from './path-index.ts'
import { type LooseFolder, type ParsedLooseText, readLooseFile } from './read-loose-file.ts'
import { readingOrder } from './reading-order.ts'
import { tidyChapter } from './tidy-chapter.ts'

/** A book made of Markdown files. */
export type LooseEdition = ReturnType<typeof composeLooseEdition>

/**
 * Makes a book of a folder, one chapter for each file. Never fails: faults are findings. An empty
 * `date` means the date of the opening text (README, index).
 */
export function composeLooseEdition(folder: LooseFolder, { readAsset }: Material, date: string) {
  const read = folder.texts.toSorted((a, b) => byCodeUnits(a.path, b.path)).map(readLooseFile)
  const order = readingOrder(read.flatMap(({ text }) => text ?? []))
  const opening = openingOf(order.texts)
  const givenLanguage = [opening, ...order.texts].map((text) => text?.head.language).find(Boolean)
  const language = givenLanguage ?? guessLanguage(order.texts)
  const ids = chapterIds(order.texts.map(({ path }) => path))
  const tidied = order.texts.map((text, index) => ({
    ...text,
    id: ids[index] as string,
    ...tidyChapter(text, text.head.title, index + 1, languageOfTag(language)),
  }))
  const link = bookLinks(tidied, [...folder.files.keys()])
  const images = bookImages(folder, readAsset)
  const houseIn = (tag: string): PrintContext => ({
    ...houseStyle(tag, { locale: frenchLocale(tag), punctuationSpace: 'narrow' }),
    sources: new Map(),
    linkTarget: (url, from) => link(url, from).target,
    imagePath: images.shown,
  })
  const context = houseIn(language)
  const chapterFindings = tidied.flatMap((text) => [
    ...text.findings,
    ...referenceFindings(text, link, images.find),
  ])
  const chapters = tidied.map((text, index) => {
    const own = text.head.language === language ? '' : text.head.language
    return composeChapter(text, index + 1, own === '' ? context : houseIn(own), own)
  })
  // The name of the folder is not used: the same texts give the same bytes anywhere.
  const givenTitle = tidied.find(({ path }) => path === opening?.path)?.title ?? ''
  const title = context.text(givenTitle) || (chapters[0]?.title ?? '')
  const guesses = [
    ...(givenTitle === '' && chapters.length > 0 ? [bookRemark(order, 'untitled', { title })] : []),
    ...(givenLanguage === undefined && language !== 'fr'
      ? [bookRemark(order, 'language', { language })]
      : []),
  ]
  return {
    findings: [
      ...folder.unread.map(({ path, why, code }) =>
        publicationFinding('publication/file', why, path, FILE_START, { code }),
      ),
      ...inReadingOrder(
        [...guesses, ...read.flatMap((one) => one.findings), ...order.findings, ...chapterFindings],
        order.texts,
      ),
      ...images.findings(),
    ],
    texts: new Map(order.texts.map(({ path, text }) => [path, text])),
    edition: { ...bookIdentity(opening, title, context, date), language, chapters },
  }
}

/** The README or index that opens the book: in the root, or as first text. */
function openingOf(texts: readonly ParsedLooseText[]): ParsedLooseText | undefined {
  const isOpening = (text: ParsedLooseText) => opensFolder(text.path)
  return (
    texts.find((text) => isOpening(text) && !text.path.includes('/')) ??
    texts.slice(0, 1).find(isOpening)
  )
}

/** An empty `lang` means the language of the book. */
function composeChapter(
  text: ParsedLooseText & { readonly id: string; readonly title: string },
  number: number,
  context: PrintContext,
  lang: string,
): Chapter {
  const notes = openNoteBook()
  let blocks = 0
  const body = { tree: text.tree, opening: text.tree.children, sections: [] }
  const document = {
    path: text.path,
    kind: 'page',
    text: text.text,
    head: null,
    sound: true,
    places: {},
    findings: [],
    parse: parseMarkdown,
    body,
    referenceBody: body,
  } as const
  const typesetter = openTypesetter(context, document, {
    notes,
    nextNumber: () => `${number}.${++blocks}`,
    cite: () => {},
  })
  const introduction = printFlow(text.tree.children, typesetter)
  return {
    id: text.id,
    number,
    title: context.text(text.title) || context.text(titleOfPath(text.path)),
    ...(lang !== '' && { lang }),
    question: '',
    introduction: markBlocks(introduction, lang),
    notes: notes.notes().map((note) => ({ ...note, nodes: markBlocks(note.nodes, lang) })),
    measures: [],
    whole: '',
  }
}

function bookRemark(
  { texts: [first] }: { readonly texts: readonly ParsedLooseText[] },
  message: string,
  data: MessageData,
) {
  const path = first?.path ?? ''
  return publicationFinding('publication/file', message, path, FILE_START, data, 'info')
}

function inReadingOrder(
  findings: readonly Finding[],
  texts: readonly ParsedLooseText[],
): Finding[] {
  const rank = new Map(texts.map(({ path }, index) => [path, index]))
  const rankOf = ({ path }: Finding) => rank.get(path) ?? -1
  return findings.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      byCodeUnits(a.path, b.path) ||
      a.place.start.offset - b.place.start.offset,
  )
}

function bookIdentity(
  opening: ParsedLooseText | undefined,
  title: string,
  context: PrintContext,
  date: string,
): Omit<Edition, 'language' | 'chapters'> {
  const identifier = cutSlug(title) || (context.language === 'fr' ? 'livre' : 'book')
  const head = opening?.head
  const publishers = new Set([head?.authors, head?.publisher].filter(Boolean))
  const words = editionWords(context.language, false)
  return {
    kind: 'book',
    title,
    subtitle: context.text(head?.subtitle ?? ''),
    name: identifier,
    identifier,
    date: date || (head?.date ?? ''),
    publisher: context.text([...publishers].join(', ')),
    licence: head?.licence ?? '',
    words: { ...words, axis: words.chapter },
    edition: '',
    contact: '',
    draft: false,
    examples: false,
    bibliography: [],
    collectives: [],
    addressees: [],
    horizons: [],
    changes: null,
    fallen: [],
    overview: null,
    transmissions: [],
    trackedChanges: false,
  }
}
