import { isDeepStrictEqual } from 'node:util'
import { bodyStartOf, foldProse, formatMarkdown, splitFrontMatter } from '@cahier/prose'
import type { Document } from '../model/document.ts'
import type { Asset } from '../model/source.ts'
import { withText } from '../read/read-document.ts'
import { wholeDigest } from '../read/read-proposal.ts'
import { formatYaml } from '../yaml/format-yaml.ts'
import { KEY_ORDER } from '../yaml/key-order.ts'

/**
 * The formatted text of a document. An amendment quotes a text in its section `textTitle`: from
 * there on, only line ends change. Null for a file that is never formatted or cannot be read. Null
 * too when formatting would change values or the digest, or add findings.
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
  if (path.endsWith('.yaml')) return checked(document, formatYaml(text, order), assets)
  const { head, unclosed, bodyStart } = splitFrontMatter(text)
  if (head === null || unclosed) return null
  const fields = formatYaml(text.slice(head.start, head.end), order).replaceAll('\r\n', '\n')
  return checked(
    document,
    `---\n${fields}---\n${formattedBody(text, bodyStart, quotedFrom(document, textTitle))}`,
    assets,
  )
}

// The front matter of a page may hold anything: only its line ends change.
function formatPage(text: string) {
  const bodyStart = bodyStartOf(text)
  const head = text.slice(text.startsWith('\uFEFF') ? 1 : 0, bodyStart).replaceAll('\r\n', '\n')
  return head === ''
    ? formatMarkdown(text.slice(bodyStart))
    : head + formattedBody(text, bodyStart, text.length)
}

// One blank line, then the Markdown, formatted up to the offset `to`.
function formattedBody(text: string, bodyStart: number, to: number) {
  // Skips extra blank lines, so that a second formatting changes nothing.
  const start = bodyStart + (/^(?:[ \t]*\r?\n)*/.exec(text.slice(bodyStart))?.[0].length ?? 0)
  const body = formatMarkdown(text.slice(start), to - start)
  return body === '' ? '' : `\n${body.replace(/^(?:[ \t]*\n)+/, '')}`
}

function quotedFrom(document: Document, textTitle: string) {
  const { kind, text } = document
  if (kind !== 'amendment') return text.length
  const quoted = document.body?.sections.find(
    ({ title }) => foldProse(title) === foldProse(textTitle),
  )
  return quoted?.heading.position?.start.offset ?? text.length
}

function checked(before: Document, text: string, assets: readonly Asset[]): string | null {
  if (text === before.text) return text
  const after = withText(before, text)
  if (after.findings.length > before.findings.length || !isDeepStrictEqual(after.head, before.head))
    return null
  return before.body !== null && wholeDigest(after, assets) !== wholeDigest(before, assets)
    ? null
    : text
}
