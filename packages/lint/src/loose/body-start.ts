import { splitHead } from '@cahier/prose/laying'

/** Where the Markdown of a loose text begins. A head that nobody closed is none. */
export function bodyStartOf(text: string): number {
  const toml = text.startsWith('+++') || text.startsWith('\uFEFF+++') ? TOML_HEAD.exec(text) : null
  if (toml?.index === 0) return toml[0].length
  const { head, unclosed, bodyStart } = splitHead(text)
  if (head === null) return fieldsEnd(text) ?? bodyStart
  return unclosed ? (text.startsWith('\uFEFF') ? 1 : 0) : bodyStart
}

// `Title: …`, `Date: …` and an empty line, as Pelican and MultiMarkdown have it: one field at least has a name that theirs have.
function fieldsEnd(text: string): number | undefined {
  const head = FIELDS_HEAD.exec(text)?.[0]
  return head !== undefined && FIELD_OF_HEADS.test(head) ? head.length : undefined
}

const FIELDS_HEAD = /^\uFEFF?(?:[A-Za-z][\w-]*:.*(?:\r\n|\n|\r)(?:[ \t]+\S.*(?:\r\n|\n|\r))*){2,}(?=[ \t]*[\r\n])/
const FIELD_OF_HEADS = /^\uFEFF?(?:title|date|author|authors|slug|tags|category|lang|status|summary):/im

const TOML_HEAD = /(?<![\s\S])\uFEFF?\+\+\+[ \t]*(?:\r\n|\n|\r)[\s\S]*?^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/m
