import {
  FILE_START,
  type Fields,
  type Finding,
  isDay,
  isFields,
  type Json,
  lineStartsOf,
  placeAt,
  readYaml,
} from '@cahier/core'
import { firstDenseBlock, parseMarkdown, splitFrontMatter } from '@cahier/prose'
import type { Root } from 'mdast'
import { languageTag } from '../language-tag.ts'
import { publicationFinding } from '../publication-messages.ts'

/** A parsed loose (outside a programme) Markdown file. */
export interface ParsedLooseText {
  readonly path: string
  readonly text: string
  readonly head: ReturnType<typeof fieldsIn>
  readonly tree: Root
}

/** Parses one file. `text` is null, with a finding, when the bytes are not text. */
export function readLooseFile({ path, bytes }: LooseFile): {
  readonly text: ParsedLooseText | null
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const report = (message: string, place = FILE_START, severity?: 'info') => {
    findings.push(publicationFinding('publication/file', message, path, place, {}, severity))
  }
  const { text, fault } = decodeText(bytes)
  if (fault !== '') report(fault)
  if (fault === 'binary') return { text: null, findings }
  const lineStarts = lineStartsOf(text)
  const { head, bodyStart } = readFrontMatter(path, text, lineStarts, findings)
  const body = text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart)
  const nestedAt = firstDenseBlock(body)
  if (nestedAt !== null) report('nested', placeAt(lineStarts, nestedAt, nestedAt))
  const tree = parseMarkdown(text, bodyStart)
  if (`${head.draft}` === 'true' || `${head.published}` === 'false')
    report('draft', FILE_START, 'info')
  if (body.trim() === '') report('empty', FILE_START, 'info')
  return { text: { path, text, head: fieldsIn(head), tree }, findings }
}

function decodeText(bytes: Uint8Array): {
  readonly text: string
  readonly fault: '' | 'encoding' | 'binary'
} {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), fault: '' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), fault: '' }
  if (bytes.includes(0)) return { text: '', fault: 'binary' }
  try {
    return { text: utf8.decode(bytes), fault: '' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), fault: 'encoding' }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads a YAML map between `---` lines. Any other `---` at the start is a thematic break. */
function readFrontMatter(
  path: string,
  text: string,
  lineStarts: readonly number[],
  findings: Finding[],
): { readonly head: Fields; readonly bodyStart: number } {
  const { head, unclosed, bodyStart } = splitFrontMatter(text)
  if (head === null || unclosed) return { head: {}, bodyStart: 0 }
  const source = text.slice(head.start, head.end)
  if (source.trim() === '') return { head: {}, bodyStart }
  const { value, findings: faults } = readYaml(path, text, lineStarts, head.start, head.end)
  const [fault] = faults
  if (!isFields(value)) {
    const firstLine = source.split(/[\r\n]+/).find((line) => /^\s*[^\s#]/.test(line)) ?? ''
    if (fault === undefined || !/^[\w-]+ {0,9}:/.test(firstLine)) return { head: {}, bodyStart: 0 }
  }
  if (fault !== undefined) findings.push({ ...fault, severity: 'warning' })
  return { head: isFields(value) ? value : {}, bodyStart }
}

/** A folder of Markdown files to print as a book. Paths are relative to the folder, with `/`. */
export interface LooseFolder {
  readonly texts: readonly LooseFile[]
  /** The size in bytes of every other file. */
  readonly files: ReadonlyMap<string, number>
  readonly unread: readonly UnreadFile[]
}

export interface LooseFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface UnreadFile {
  readonly path: string
  /** `special`: not a regular file; `tooBig`: over 10 MB. */
  readonly why: 'link' | 'special' | 'tooBig' | 'unreadable'
  /** The system's error code, such as `EACCES`; empty without one. */
  readonly code: string
}

/** The front matter fields that a book uses; empty if missing or malformed. */
function fieldsIn(head: Fields) {
  const namesIn = (field: string) => {
    const value = head[field]
    const names = (Array.isArray(value) ? value : [value]).map((one) =>
      asText(isFields(one) ? one.name : one),
    )
    return names.filter(Boolean).join(', ')
  }
  const day = asText(head.date).slice(0, 10)
  // Hugo ignores a weight of 0.
  const weight = asText(head.weight) === '0' ? '' : head.weight
  const weights = [weight, head.sidebar_position, head.nav_order, head.order]
    .map(asText)
    .filter((value) => value !== '')
  return {
    title: asText(head.title),
    subtitle: asText(head.subtitle),
    /** A BCP 47 tag. */
    language: languageTag(asText(head.lang) || asText(head.language) || asText(head.locale)),
    /** `YYYY-MM-DD` */
    date: isDay(day) ? day : '',
    authors: namesIn('author') || namesIn('authors'),
    publisher: namesIn('publisher'),
    licence: namesIn('licence') || namesIn('license') || namesIn('rights'),
    /** The rank of the file in its folder, from the fields of site builders; null if none. */
    weight: weights.map(Number).find(Number.isFinite) ?? null,
  }
}

function asText(value: Json | undefined) {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/gu, ' ').trim()
    : ''
}
