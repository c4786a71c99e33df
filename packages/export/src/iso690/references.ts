import { capitalised, type Language, type Reference } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { dayInWords, lastCharacter, textNode } from '../edition/edition.ts'
import { frenchInlines } from '../typography/inline-typography.ts'
import { isWebAddress } from '../web-address.ts'
import { type CslItem, cslNames, cslText, dateOf, yearOf } from './csl-item.ts'
import { cslTitle, fullNames, isPart, italic, SERIALS, shortNames } from './names-and-titles.ts'
import { TERMS } from './terms.ts'

/** One bibliography entry (ISO 690, numbered notes), not yet in French typography. */
export function fullReference({ csl, seen }: Reference, language: Language): PhrasingContent[] {
  const terms = TERMS[language]
  const field = (variable: string) => cslText(csl, variable)
  const authors = cslNames(csl, 'author')
  const translators = cslNames(csl, 'translator')
  return sentences([
    authors.length > 0 ? fullNames(authors, language) : isPart(csl) ? [] : editors(),
    [...cslTitle(csl, 'title', language), ...medium()],
    host(),
    [textNode(capitalised(genre()))],
    [textNode(edition())],
    translators.length > 0
      ? [textNode(`${terms.translatedBy} `), ...fullNames(translators, language)]
      : [],
    [textNode(imprint())],
    [textNode(series())],
    [textNode(field('ISBN') && `ISBN\u00A0${field('ISBN')}`)],
    doi(),
    access(),
  ])

  function editors(): PhrasingContent[] {
    const names = cslNames(csl, 'editor')
    const role = names.length > 1 ? terms.editors : terms.editor
    return names.length === 0 ? [] : [...fullNames(names, language), textNode(` (${role})`)]
  }

  function medium(): PhrasingContent[] {
    const word = field('medium') || (terms.kinds[field('type')] ?? '')
    return word === '' ? [] : [textNode(` [${word}]`)]
  }

  function host(): PhrasingContent[] {
    if (!isPart(csl)) return []
    const title = italic(field('container-title'), csl, language)
    if (SERIALS.has(field('type'))) return [title]
    const directed = editors()
    return [
      textNode(terms.in),
      ...directed,
      ...(directed.length > 0 ? [textNode('. ')] : []),
      title,
    ]
  }

  function genre(): string {
    const number = field('collection-title') === '' ? numberOutsideTitle() : ''
    const type = field('type')
    const usual = type === 'thesis' ? terms.thesis : type === 'report' && number ? terms.report : ''
    return [field('genre') || usual, number].filter(Boolean).join(' ')
  }

  function numberOutsideTitle(): string {
    const number = field('number')
    return field('title').includes(number) ? '' : withTerm(terms.issue, number)
  }

  function edition(): string {
    const written = field('edition')
    return /^\d+$/.test(written) ? terms.edition(terms.ordinal(Number(written))) : written
  }

  function imprint(): string {
    const [author, ...others] = authors.map((name) => name.literal)
    const isAuthor = others.length === 0 && author === field('publisher')
    const place = [field('publisher-place'), isAuthor ? '' : field('publisher')]
      .filter(Boolean)
      .join(terms.colon)
    const page = field('page').replace(/--?/g, '-')
    const length = field('number-of-pages')
    const when = [
      withTerm(terms.volume, field('volume')),
      withTerm(terms.issue, field('issue')),
      dateOf(csl.issued, language) || terms.noDate,
      page && `${/[-–,]/.test(page) ? terms.pages : terms.page}\u00A0${page}`,
      /^\d+$/.test(length) ? `${length}\u00A0p.` : length,
    ]
      .filter(Boolean)
      .join(', ')
    return place === '' ? capitalised(when) : `${place}, ${when}`
  }

  function series(): string {
    const number = field('collection-number') || numberOutsideTitle()
    const title = field('collection-title')
    return title && [title, withTerm(terms.issue, number)].filter(Boolean).join(', ')
  }

  function doi(): PhrasingContent[] {
    const number = doiOf(csl)
    return number === '' ? [] : [textNode('DOI\u00A0'), link(doiAddress(number), number)]
  }

  function access(): PhrasingContent[] {
    const url = field('URL')
    const day = dayInWords(seen, language) || dateOf(csl.accessed, language)
    const shown = isWebAddress(url) ? link(url, url) : textNode(url)
    return url === ''
      ? []
      : [textNode(terms.availableAt), shown, textNode(day && ` ${terms.seen(day)}`)]
  }
}

/** The web address of a work or of its DOI; `''` without a safe one. */
export function addressOf(csl: CslItem): string {
  const url = cslText(csl, 'URL')
  if (isWebAddress(url)) return url
  const number = doiOf(csl)
  return number && doiAddress(number)
}

function withTerm(term: string, number: string) {
  return /^\d/.test(number) ? `${term}\u00A0${number}` : number
}

function doiOf(csl: CslItem) {
  return cslText(csl, 'DOI').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
}

function doiAddress(number: string) {
  return `https://doi.org/${encodeURI(number)}`
}

function link(url: string, words: string): PhrasingContent {
  return { type: 'link', url, children: [textNode(words)] }
}

function sentences(groups: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  const written: PhrasingContent[] = []
  for (const group of groups) {
    const nodes = group.filter((node) => node.type !== 'text' || node.value !== '')
    if (nodes.length === 0) continue
    if (written.length > 0) written.push(textNode(ENDED.test(lastCharacter(written)) ? ' ' : '. '))
    written.push(...nodes)
  }
  if (written.length > 0 && !ENDED.test(lastCharacter(written))) written.push(textNode('.'))
  return written
}

const ENDED = /[.?!…]/

/** The full reference as one line of Markdown, for text editors. */
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
  const children = title.length > 0 ? title : [textNode(id)]
  const parts: PhrasingContent[][] = [
    shortNames(cslNames(csl, 'author'), language),
    [{ type: 'crossReference', target: { kind: 'work', id }, children }],
    [textNode(yearOf(csl.issued) || TERMS[language].noDate.slice(1, -1))],
    locator === '' ? [] : [textNode(locatorIn(locator, language))],
  ]
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [textNode(', '), ...part]))
}

// As in pandoc, a bare number is a page.
function locatorIn(locator: string, language: Language) {
  const { page, pages } = TERMS[language]
  if (!/^\d[\d\s,–-]*$/.test(locator)) return locator
  return `${/[,–-]/.test(locator) ? pages : page}\u00A0${locator}`
}
