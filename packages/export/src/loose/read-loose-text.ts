import {
  FILE_START,
  type Finding,
  isFields,
  type Json,
  lineStartsOf,
  placeAt,
  readYaml,
} from '@cahier/core'
import { firstDenseBlock, parseMarkdown, splitFrontMatter } from '@cahier/prose'
import type { Root } from 'mdast'
import { publicationFinding } from '../publication-messages.ts'
import { isDraft } from './front-matter.ts'
import type { LooseFile } from './loose-folder.ts'

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
