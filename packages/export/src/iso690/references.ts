import { capitalised, type Language, type Reference } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { dayInWords } from '../edition/labels.ts'
import { lastCharacter } from '../edition/nodes.ts'
import { frenchInlines } from '../typography/set-inlines.ts'
import { isWebAddress } from '../web-address.ts'
import { type CslItem, cslNames, cslText, dateOf, yearOf } from './csl-item.ts'
import { cslTitle, fullNames, isPart, italic, SERIALS, shortNames } from './names-and-titles.ts'
import { TERMS } from './terms.ts'

/** One entry of the bibliography (ISO 690, numbered notes), before French typography. */
export function fullReference(source: Reference, language: Language): PhrasingContent[] {
  const { csl } = source
  const authors = cslNames(csl, 'author')
  const translators = cslNames(csl, 'translator')
  return sentences([
    authors.length > 0 ? fullNames(authors, language) : isPart(csl) ? [] : editors(csl, language),
    [...cslTitle(csl, 'title', language), ...medium(csl, language)],
    host(csl, language),
    [text(capitalised(genre(csl, language)))],
    [text(edition(csl, language))],
    translators.length > 0
      ? [text(`${TERMS[language].translatedBy} `), ...fullNames(translators, language)]
      : [],
    [text(imprint(csl, language))],
    [text(series(csl, language))],
    [text(cslText(csl, 'ISBN') && `ISBN\u00A0${cslText(csl, 'ISBN')}`)],
    doi(csl),
    access(source, language),
  ])
}

/** The web address of a work or of its DOI; `''` without a safe one. */
export function addressOf(csl: CslItem): string {
  const url = cslText(csl, 'URL')
  if (isWebAddress(url)) return url
  const number = doiOf(csl)
  return number && doiAddress(number)
}

function editors(csl: CslItem, language: Language): PhrasingContent[] {
  const names = cslNames(csl, 'editor')
  const terms = TERMS[language]
  return names.length === 0
    ? []
    : [...fullNames(names, language), text(` (${names.length > 1 ? terms.editors : terms.editor})`)]
}

function medium(csl: CslItem, language: Language): PhrasingContent[] {
  const word = cslText(csl, 'medium') || (TERMS[language].kinds[cslText(csl, 'type')] ?? '')
  return word === '' ? [] : [text(` [${word}]`)]
}

function host(csl: CslItem, language: Language): PhrasingContent[] {
  if (!isPart(csl)) return []
  const serial = SERIALS.has(cslText(csl, 'type'))
  const directed = serial ? [] : editors(csl, language)
  return [
    ...(serial ? [] : [text(TERMS[language].in)]),
    ...directed,
    ...(directed.length > 0 ? [text('. ')] : []),
    italic(cslText(csl, 'container-title'), csl, language),
  ]
}

function genre(csl: CslItem, language: Language): string {
  const number = cslText(csl, 'collection-title') === '' ? numberOf(csl, language) : ''
  const type = cslText(csl, 'type')
  const { thesis, report } = TERMS[language]
  const usual = type === 'thesis' ? thesis : type === 'report' && number !== '' ? report : ''
  const word = cslText(csl, 'genre') || usual
  return [word, number].filter(Boolean).join(' ')
}

// A number that the title has is left out. « n° » goes only before a digit.
function numberOf(csl: CslItem, language: Language): string {
  const number = cslText(csl, 'number')
  if (number === '' || cslText(csl, 'title').includes(number)) return ''
  return withTerm(TERMS[language].issue, number)
}

function withTerm(term: string, number: string): string {
  return /^\d/.test(number) ? `${term}\u00A0${number}` : number
}

function edition(csl: CslItem, language: Language): string {
  const written = cslText(csl, 'edition')
  const terms = TERMS[language]
  return /^\d+$/.test(written) ? terms.edition(terms.ordinal(Number(written))) : written
}

// The publisher is left out when it is the author.
function imprint(csl: CslItem, language: Language): string {
  const terms = TERMS[language]
  const [author, ...others] = cslNames(csl, 'author').map((name) => name.literal)
  const publisher = cslText(csl, 'publisher')
  const isAuthor = others.length === 0 && author === publisher
  const place = [cslText(csl, 'publisher-place'), isAuthor ? '' : publisher]
    .filter(Boolean)
    .join(terms.colon)
  const page = cslText(csl, 'page').replace(/--?/g, '-')
  const length = cslText(csl, 'number-of-pages')
  const when = [
    withTerm(terms.volume, cslText(csl, 'volume')),
    withTerm(terms.issue, cslText(csl, 'issue')),
    dateOf(csl.issued, language) || terms.noDate,
    page && `${/[-–,]/.test(page) ? terms.pages : terms.page}\u00A0${page}`,
    /^\d+$/.test(length) ? `${length}\u00A0p.` : length,
  ]
    .filter(Boolean)
    .join(', ')
  return place === '' ? capitalised(when) : `${place}, ${when}`
}

function series(csl: CslItem, language: Language): string {
  const number = cslText(csl, 'collection-number') || numberOf(csl, language)
  const title = cslText(csl, 'collection-title')
  return title && [title, withTerm(TERMS[language].issue, number)].filter(Boolean).join(', ')
}

function doiOf(csl: CslItem): string {
  return cslText(csl, 'DOI').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
}

function doi(csl: CslItem): PhrasingContent[] {
  const number = doiOf(csl)
  return number === '' ? [] : [text('DOI\u00A0'), link(doiAddress(number), number)]
}

function doiAddress(number: string): string {
  return `https://doi.org/${encodeURI(number)}`
}

function link(url: string, words: string): PhrasingContent {
  return { type: 'link', url, children: [text(words)] }
}

function access({ csl, seen }: Reference, language: Language): PhrasingContent[] {
  const url = cslText(csl, 'URL')
  if (url === '') return []
  const terms = TERMS[language]
  const day = dayInWords(seen, language) || dateOf(csl.accessed, language)
  return [
    text(terms.availableAt),
    isWebAddress(url) ? link(url, url) : text(url),
    ...(day === '' ? [] : [text(` ${terms.seen(day)}`)]),
  ]
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

/** Joins groups of nodes with full stops, except after other final punctuation. */
function sentences(groups: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  const written: PhrasingContent[] = []
  for (const group of groups) {
    const nodes = group.filter((node) => node.type !== 'text' || node.value !== '')
    if (nodes.length === 0) continue
    if (written.length > 0) written.push(text(ENDED.test(lastCharacter(written)) ? ' ' : '. '))
    written.push(...nodes)
  }
  if (written.length > 0 && !ENDED.test(lastCharacter(written))) written.push(text('.'))
  return written
}

const ENDED = /[.?!…]/

/** The full reference as one line of Markdown, to be shown in a text editor. */
export function referenceAsMarkdown(source: Reference, language: Language): string {
  const nodes = fullReference(source, language)
  return (language === 'fr' ? frenchInlines(nodes) : nodes).map(markdownOf).join('')
}

function markdownOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value.replace(/[\\`*_[\]<>]/g, '\\$&')
  const inner = 'children' in node ? node.children.map(markdownOf).join('') : ''
  if (node.type === 'emphasis') return `*${inner}*`
  if (node.type === 'link') return `[${inner}](<${node.url}>)`
  return inner
}

/** A reference in a note: « Insee, *Démarches en ligne*, 2022, p. 3 ». Its title is a link. */
export function shortReference(
  source: Reference,
  locator: string,
  language: Language,
): PhrasingContent[] {
  const { id, csl } = source
  const title = cslTitle(csl, 'short', language)
  const parts: PhrasingContent[][] = [
    shortNames(cslNames(csl, 'author'), language),
    [
      {
        type: 'crossReference',
        target: { kind: 'work', id },
        children: title.length > 0 ? title : [{ type: 'text', value: id }],
      },
    ],
    [{ type: 'text', value: yearOf(csl.issued) || TERMS[language].noDate.slice(1, -1) }],
    locator === '' ? [] : [{ type: 'text', value: locatorIn(locator, language) }],
  ]
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index): PhrasingContent[] =>
      index === 0 ? part : [{ type: 'text', value: ', ' }, ...part],
    )
}

// As in pandoc, a bare number is a page.
function locatorIn(locator: string, language: Language): string {
  const { page, pages } = TERMS[language]
  if (!/^\d[\d\s,–-]*$/.test(locator)) return locator
  return `${/[,–-]/.test(locator) ? pages : page}\u00A0${locator}`
}
