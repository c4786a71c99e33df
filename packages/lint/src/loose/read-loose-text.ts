import { type Document, languageOf, lazily, type Source } from '@cahier/core'
import { bodyStartOf, type Parser, parseMarkdown, readBody, unfoldedText } from '@cahier/prose'

/** Characters read to guess the language. */
const SAMPLE = 6_000

/**
 * Reads a Markdown text outside a programme. Its front matter (YAML, TOML or bare fields) is
 * skipped.
 */
export function readLooseText({ path, text }: Source, parse: Parser = parseMarkdown): Document {
  const document: Document = lazily<Document>({
    path: () => path,
    kind: () => 'page',
    text: () => text,
    head: () => null,
    places: () => ({}),
    findings: () => [],
    sound: () => true,
    parse: () => parse,
    body: () => readBody(text, bodyStartOf(text), parse),
    referenceBody: () =>
      parse === parseMarkdown ? document.body : readBody(text, bodyStartOf(text)),
  })
  return document
}

/**
 * The language of a text outside a programme: named in its front matter, else guessed from its
 * grammar words, else French.
 */
export function looseLanguage(document: Document): string {
  const head = document.text.slice(0, bodyStartOf(document.text))
  const said =
    /^["']?(?:lang|language|locale|langue)["']?\s*[:=]\s*["']?([a-zA-Z]{2,3}(?:[-_][a-zA-Z\d]+)*)/im.exec(
      head,
    )?.[1]
  if (said !== undefined) return said.replaceAll('_', '-')
  return languageOf(proseOf(document)) || 'fr'
}

function proseOf({ body }: Document) {
  const kept: string[] = []
  let length = 0
  for (const node of body?.tree.children ?? []) {
    if (length > SAMPLE) break
    if (node.type === 'code' || node.type === 'html' || node.type === 'definition') continue
    const words = unfoldedText(node).slice(0, SAMPLE)
    kept.push(words)
    length += words.length
  }
  return kept.join('\n')
}
