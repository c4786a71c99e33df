import {
  FILE_START,
  type Finding,
  isFields,
  type Json,
  lineStartsOf,
  placeAt,
  readYaml,
} from '@cahier/core'
import { parseMarkdown, splitHead, tooNested } from '@cahier/prose'
import type { Root } from 'mdast'
import { publicationFinding } from '../publication-messages.ts'
import { decodeText } from './decode-text.ts'
import { isDraftIn } from './head-fields.ts'
import { hideMath } from './lines/hidden-math.ts'
import { plainMarkdown } from './lines/plain-markdown.ts'
import type { LeftTag } from './lines/written-templates.ts'
import type { LooseFile } from './loose-folder.ts'
import { tomlHead } from './toml-head.ts'
import { sayHead } from './tree/head-in-words.ts'

/** One file of the folder once parsed. */
export interface LooseText {
  readonly path: string
  readonly text: string
  /** Its head; empty when it has none, or none that can be read. */
  readonly head: { readonly [key: string]: Json }
  readonly tree: Root
  readonly findings: readonly Finding[]
}

/** Reads one file. Never fails: `null` when it is no text at all, which `findings` then says. */
export function readLooseText({ path, bytes }: LooseFile): {
  readonly text: LooseText | null
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const { text, fault } = decodeText(bytes)
  if (fault !== '') findings.push(publicationFinding('publication/file', fault, path, FILE_START))
  if (fault === 'binary') return { text: null, findings }
  const lineStarts = lineStartsOf(text)
  const { head, bodyStart } = headOf(path, text, lineStarts, findings)
  const body = text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + text.slice(bodyStart)
  const crowded = tooNested(body)
  if (crowded !== null)
    findings.push(
      publicationFinding('publication/file', 'nested', path, placeAt(lineStarts, crowded, crowded)),
    )
  const plain = plainMarkdown(text, bodyStart)
  const math = hideMath(plain.text, bodyStart)
  const tree = parseMarkdown(math.text, bodyStart)
  math.show(tree)
  plain.place(tree)
  sayHead(tree, head)
  for (const one of tagFindings(plain.left, path, lineStarts)) findings.push(one)
  if (isDraftIn(head))
    findings.push(publicationFinding('publication/file', 'draft', path, FILE_START, {}, 'info'))
  if (body.trim() === '')
    findings.push(publicationFinding('publication/file', 'empty', path, FILE_START, {}, 'info'))
  return { text: { path, text, head, tree, findings }, findings }
}

/** What is said of tags of templates that print nothing, each name once a file. */
function tagFindings(
  left: readonly LeftTag[],
  path: string,
  lineStarts: readonly number[],
): Finding[] {
  const counts = new Map<string, number>()
  for (const { name } of left) counts.set(name, (counts.get(name) ?? 0) + 1)
  const firsts = new Map([...left].reverse().map((tag) => [tag.name, tag]))
  return [...firsts.values()].reverse().map(({ name, start, end }) =>
    publicationFinding('publication/html', 'template', path, placeAt(lineStarts, start, end), {
      name,
      count: counts.get(name) ?? 1,
    }),
  )
}

/**
 * The lines of pandoc with title, authors and day, each behind `%` and gone on with behind a blank.
 */
const TITLE_BLOCK =
  /^\uFEFF?% ?(\S.*(?:\n[ \t].+)*)(?:\n%(?: ?(.*(?:\n[ \t].+)*))?)?(?:\n% ?(.*))?\n(?=\s*\n)/

/**
 * A head is the title block of pandoc, TOML between two lines `+++`, or YAML between two lines
 * `---`, and a map. Anything else that begins with `---` is a ruled line and text.
 */
function headOf(
  path: string,
  text: string,
  lineStarts: readonly number[],
  findings: Finding[],
): { readonly head: LooseText['head']; readonly bodyStart: number } {
  const toml = tomlHead(text)
  if (toml !== null) return { head: toml.fields, bodyStart: toml.bodyStart }
  const pandoc = TITLE_BLOCK.exec(text)
  if (pandoc !== null) {
    const [all, title = '', author = '', date = ''] = pandoc
    return { head: { title, author: author.split(/[;\n]/), date }, bodyStart: all.length }
  }
  const { head, unclosed, bodyStart } = splitHead(text)
  if (head === null || unclosed) return { head: {}, bodyStart: 0 }
  if (text.slice(head.start, head.end).trim() === '') return { head: {}, bodyStart }
  const { value, findings: faults } = readYaml(path, text, lineStarts, head.start, head.end)
  const [fault] = faults
  if (isFields(value)) {
    if (fault !== undefined) findings.push({ ...fault, severity: 'warning' })
    return { head: value, bodyStart }
  }
  const line =
    text
      .slice(head.start, head.end)
      .split(/[\r\n]+/)
      .find((one) => /^\s*[^\s#]/.test(one)) ?? ''
  if (fault === undefined || !/^[\w-]+ {0,9}:/.test(line)) return { head: {}, bodyStart: 0 }
  findings.push({ ...fault, severity: 'warning' })
  return { head: {}, bodyStart }
}
