import { bodyStartOf, foldProse, formatMarkdown, splitHead } from '@cahier/prose'
import type { Document } from '../model/document.ts'
import { isFields, type Json } from '../model/json.ts'
import type { Asset } from '../model/source.ts'
import { withText } from '../read/read-document.ts'
import { wholeDigest } from '../read/read-proposal.ts'
import { formatYaml } from '../yaml/format-yaml.ts'
import { KEY_ORDER } from '../yaml/key-order.ts'

/**
 * Formats a file: its YAML by `formatYaml`, its Markdown by `formatMarkdown`. The marked text of an
 * amendment, in the section `textTitle`, keeps all but its line ends. Null for a file that is never
 * rewritten, cannot be read, or would have another digest.
 */
export function formatDocument(
  document: Document,
  assets: readonly Asset[],
  textTitle: string,
): string | null {
  const { kind, path, text } = document
  const order = KEY_ORDER[kind]
  if (kind === 'page') return formatPage(text)
  if (
    order === undefined ||
    document.head === null ||
    document.findings.some(({ rule }) => rule === 'structure/yaml')
  )
    return null
  if (path.endsWith('.yaml')) return kept(document, formatYaml(text, order), assets)
  const { head, unclosed, bodyStart } = splitHead(text)
  if (head === null || unclosed) return null
  const fields = formatYaml(text.slice(head.start, head.end), order).replaceAll('\r\n', '\n')
  return kept(
    document,
    `---\n${fields}---\n${formattedBody(text, bodyStart, quotedFrom(document, textTitle))}`,
    assets,
  )
}

// The front matter of a page may be anything: it is not changed.
function formatPage(text: string): string {
  const bodyStart = bodyStartOf(text)
  const head = text.slice(text.startsWith('\uFEFF') ? 1 : 0, bodyStart).replaceAll('\r\n', '\n')
  return head === ''
    ? formatMarkdown(text.slice(bodyStart))
    : head + formattedBody(text, bodyStart, text.length)
}

// The Markdown after front matter and one blank line.
function formattedBody(text: string, bodyStart: number, to: number): string {
  // Extra blank lines are skipped first, so that the second formatting changes nothing.
  const start = bodyStart + (/^(?:[ \t]*\r?\n)*/.exec(text.slice(bodyStart))?.[0].length ?? 0)
  const body = formatMarkdown(text.slice(start), to - start)
  return body === '' ? '' : `\n${body.replace(/^(?:[ \t]*\n)+/, '')}`
}

// The offset of the marked text of an amendment.
function quotedFrom(document: Document, textTitle: string): number {
  const { kind, text } = document
  if (kind !== 'amendment') return text.length
  const quoted = document.body?.sections.find(
    ({ title }) => foldProse(title) === foldProse(textTitle),
  )
  return quoted?.heading.position?.start.offset ?? text.length
}

function kept(before: Document, text: string, assets: readonly Asset[]): string | null {
  if (text === before.text) return text
  const after = withText(before, text)
  if (
    after.findings.length > before.findings.length ||
    inOrder(after.head) !== inOrder(before.head)
  )
    return null
  return before.body !== null && wholeDigest(after, assets) !== wholeDigest(before, assets)
    ? null
    : text
}

function inOrder(head: Json): string {
  return JSON.stringify(head, (_, value) =>
    isFields(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
