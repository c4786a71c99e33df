import {
  FILE_START,
  type Finding,
  frenchLocale,
  languageOfTag,
  type MessageData,
  slugOf,
} from '@cahier/core'
import type { Edition, Material } from '../edition/edition.ts'
import { wordsIn } from '../edition/words.ts'
import { houseStyle } from '../print/house-style.ts'
import type { House } from '../print/press.ts'
import { publicationFinding } from '../publication-messages.ts'
import { bookAddresses } from './book-addresses.ts'
import { bookImages } from './book-images.ts'
import { chapterIds } from './chapter-ids.ts'
import { composeLooseChapter } from './compose-loose-chapter.ts'
import { dateIn, languageIn, nameIn, textIn, titleIn } from './head-fields.ts'
import { linkFindings } from './link-findings.ts'
import type { LooseFolder } from './loose-folder.ts'
import { type LooseText, readLooseText } from './read-loose-text.ts'
import { readingOrder } from './reading-order.ts'
import { openNames, opensFolder } from './shelf.ts'
import { toldLanguage } from './told-language.ts'
import { toldOrder } from './told-order.ts'
import { tidyChapter } from './tree/tidy-chapter.ts'

/** A folder of Markdown as an edition, and all there is to say of it before anything is written. */
export interface LooseEdition {
  readonly edition: Edition
  /** In reading order; those on images come last. */
  readonly findings: readonly Finding[]
  /** What each file says, by path. */
  readonly texts: ReadonlyMap<string, string>
}

/**
 * Makes a book of a folder: each file a chapter. Never fails: what is missing, dead or broken is a
 * finding, and the rest is printed. `date` is the day of the edition, `''` for that of the opening
 * text's head, or none.
 */
export function composeLooseEdition(
  folder: LooseFolder,
  { readAsset }: Material,
  date: string,
): LooseEdition {
  const read = [...folder.texts].sort((a, b) => (a.path < b.path ? -1 : 1)).map(readLooseText)
  const order = readingOrder(
    read.flatMap(({ text }) => text ?? []),
    toldOrder(folder, readAsset),
  )
  const opening = openingOf(order.texts)
  const said =
    languageIn(opening?.head ?? {}) || order.texts.map(({ head }) => languageIn(head)).find(Boolean)
  const language = said ?? toldLanguage(order.texts)
  const ids = chapterIds(order.texts.map(({ path }) => path))
  const named = openNames([...order.texts.map(({ path }) => path), ...folder.files.keys()])
  const chapters = order.texts.map((text, index) => ({
    ...text,
    id: ids[index] as string,
    ...tidyChapter(text, titleIn(text.head), index + 1, languageOfTag(language), named),
  }))
  const link = bookAddresses(chapters, [...folder.files.keys()])
  const images = bookImages(folder, readAsset)
  const houseIn = (tag: string): House => ({
    ...houseStyle(tag, { locale: frenchLocale(tag), punctuationSpace: 'narrow' }),
    sources: new Map(),
    linkTarget: (url, from) => link(url, from).target,
    imagePath: images.shown,
  })
  const house = houseIn(language)
  const findings = chapters.flatMap((chapter) => [
    ...chapter.findings,
    ...linkFindings(chapter, link, images.find),
  ])
  const printed = chapters.map((chapter, index) => {
    const own = languageIn(chapter.head)
    return own === '' || own === language
      ? composeLooseChapter(chapter, index + 1, house)
      : composeLooseChapter(chapter, index + 1, houseIn(own), own)
  })
  // Never the folder's name: the same texts give the same book wherever they lie.
  const given = chapters.find(({ path }) => path === opening?.path)?.title ?? ''
  const title = house.text(given) || (printed[0]?.title ?? '')
  const identifier =
    slugOf(title).slice(0, 60).replace(/-$/, '') || (house.language === 'fr' ? 'livre' : 'book')
  const onBook = (message: string, data: MessageData) =>
    publicationFinding(
      'publication/file',
      message,
      order.texts[0]?.path ?? '',
      FILE_START,
      data,
      'info',
    )
  const guessed = [
    ...(given === '' && printed.length > 0 ? [onBook('untitled', { title })] : []),
    ...(said === undefined && language !== 'fr' ? [onBook('language', { language })] : []),
  ]
  const head = opening?.head ?? {}
  const words = wordsIn(house.language, false)
  return {
    findings: [
      ...folder.unread.map(({ path, why, code }) =>
        publicationFinding('publication/file', why, path, FILE_START, { code }),
      ),
      ...sorted(
        [...guessed, ...read.flatMap((one) => one.findings), ...order.findings, ...findings],
        order.texts,
      ),
      ...images.findings(),
    ],
    texts: new Map(order.texts.map(({ path, text }) => [path, text])),
    edition: {
      ...NO_PROGRAMME,
      kind: 'book',
      language,
      title,
      subtitle: house.text(textIn(head, 'subtitle')),
      name: identifier,
      identifier,
      date: date || dateIn(head),
      publisher: house.text(
        [...new Set([nameIn(head, ['author', 'authors']), nameIn(head, ['publisher'])])]
          .filter(Boolean)
          .join(', '),
      ),
      licence: nameIn(head, ['licence', 'license', 'rights']),
      chapters: printed,
      // A file of a book is no axis.
      words: { ...words, axis: words.chapter },
    },
  }
}

/** What an edition says of a programme, where there is none. */
const NO_PROGRAMME = {
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
} as const satisfies Partial<Edition>

/** The text that opens the book, where there is one. */
function openingOf(texts: readonly LooseText[]): LooseText | undefined {
  const isTop = (text: LooseText) => opensFolder(text.path)
  return (
    texts.find((text) => isTop(text) && !text.path.includes('/')) ?? texts.slice(0, 1).find(isTop)
  )
}

function sorted(findings: readonly Finding[], texts: readonly LooseText[]): Finding[] {
  const rank = new Map(texts.map(({ path }, index) => [path, index]))
  const rankOf = ({ path }: Finding) => rank.get(path) ?? -1
  return [...findings].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      (a.path === b.path ? a.place.start.offset - b.place.start.offset : a.path < b.path ? -1 : 1),
  )
}
