import {
  FILE_START,
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

export interface ParsedLooseText {
  readonly path: string
  readonly text: string
  /** The front matter; empty if missing or malformed. */
  readonly head: { readonly [key: string]: Json }
  readonly tree: Root
  readonly findings: readonly Finding[]
}

/** Parses one file. `text` is null, with a finding, when the bytes are not text. */
export function readLooseFile({ path, bytes }: LooseFile): {
  readonly text: ParsedLooseText | null
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const { text, fault } = decodeText(bytes)
  if (fault !== '') findings.push(publicationFinding('publication/file', fault, path, FILE_START))
  if (fault === 'binary') return { text: null, findings }
  const lineStarts = lineStartsOf(text)
  const { head, bodyStart } = readFrontMatter(path, text, lineStarts, findings)
  const body = text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart)
  const nestedAt = firstDenseBlock(body)
  if (nestedAt !== null) {
    const place = placeAt(lineStarts, nestedAt, nestedAt)
    findings.push(publicationFinding('publication/file', 'nested', path, place))
  }
  const tree = parseMarkdown(text, bodyStart)
  if (isDraft(head))
    findings.push(publicationFinding('publication/file', 'draft', path, FILE_START, {}, 'info'))
  if (body.trim() === '')
    findings.push(publicationFinding('publication/file', 'empty', path, FILE_START, {}, 'info'))
  return { text: { path, text, head, tree, findings }, findings }
}

interface DecodedText {
  readonly text: string
  readonly fault: '' | 'encoding' | 'binary'
}

/** Decodes UTF-16 with a byte order mark, UTF-8, else Windows-1252. */
function decodeText(bytes: Uint8Array): DecodedText {
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
): { readonly head: ParsedLooseText['head']; readonly bodyStart: number } {
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

/** A folder of Markdown files to print as a book. Paths are relative to it, with `/`. */
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

/** A file that was not read. */
export interface UnreadFile {
  readonly path: string
  /** `special`: not a regular file; `tooBig`: over 10 MB. */
  readonly why: 'link' | 'special' | 'tooBig' | 'unreadable'
  /** The system's error code, such as `EACCES`; empty without one. */
  readonly code: string
}

/** The front matter of any Markdown file. */
export type FrontMatter = { readonly [key: string]: Json }

export function titleField(head: FrontMatter): string {
  return asText(head.title)
}

/** A field as text; empty when it is absent or not text. */
export function fieldAsText(head: FrontMatter, field: string): string {
  return Object.hasOwn(head, field) ? asText(head[field]) : ''
}

/** The language as a BCP 47 tag; empty when missing or malformed. */
export function languageField(head: FrontMatter): string {
  return languageTag(asText(head.lang) || asText(head.language) || asText(head.locale))
}

function isDraft(head: FrontMatter): boolean {
  return `${head.draft}` === 'true' || `${head.published}` === 'false'
}

/** The `date` as `YYYY-MM-DD`; empty when it is not a day. */
export function dateField(head: FrontMatter): string {
  const day = asText(head.date).slice(0, 10)
  return isDay(day) ? day : ''
}

/** The rank of a file in its folder, from the fields of site builders; null if none. */
export function weightField(head: FrontMatter): number | null {
  // Hugo ignores a weight of 0.
  const given = [
    asText(head.weight) === '0' ? undefined : head.weight,
    head.sidebar_position,
    head.nav_order,
    head.order,
  ]
  const weight = given
    .map((value) => (asText(value) === '' ? Number.NaN : Number(asText(value))))
    .find(Number.isFinite)
  return weight ?? null
}

/** The names in the first of these fields that has names, joined with commas. */
export function nameField(head: FrontMatter, fields: readonly string[]): string {
  for (const field of fields) {
    const value = head[field]
    const names = (Array.isArray(value) ? value : [value])
      .map((one) => asText(isFields(one) ? one.name : one))
      .filter(Boolean)
    if (names.length > 0) return names.join(', ')
  }
  return ''
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/gu, ' ').trim()
    : ''
}
