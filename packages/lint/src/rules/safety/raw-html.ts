import { type Document, editAt, placeOf } from '@cahier/core'
import { isOurComment } from '@cahier/prose'
import type { Html, Nodes, Parents } from 'mdast'
import { isWrittenIn } from '../../amendments/amended-versions.ts'
import type { Report, Rule } from '../../engine/rule.ts'
import { settingsOf } from '../../engine/settings.ts'

/** Reports raw HTML, which no output shows. Pages beside the manifest may have some. */
export const rawHtml: Rule = {
  id: 'safety/raw-html',
  severity: 'error',
  fixed: true,
  messages: {
    tag: {
      fr: ({ tag, markdown }) =>
        `la balise ${tag} ne serait pas imprimée : ${markdown ? `écrivez ${markdown}` : 'enlevez-la et gardez le texte'}`,
      en: ({ tag, markdown = '' }) =>
        `the tag ${tag} would not be printed: ${markdown ? `write ${inEnglish(markdown)}` : 'remove it and keep the text'}`,
    },
    comment: {
      fr: 'ce commentaire ne serait pas imprimé : enlevez-le, ou commencez-le par « <!-- cahier » pour le garder entre vous',
      en: 'this comment would not be printed: remove it, or begin it with “<!-- cahier” to keep it among yourselves',
    },
    other: {
      fr: 'ce passage de HTML ne serait pas imprimé : enlevez-le',
      en: 'this stretch of HTML would not be printed: remove it',
    },
  },
  document({ document, programme, report }) {
    if (document.kind === 'page' || document.body === null) return
    const isWritten =
      document.kind === 'amendment'
        ? isWrittenIn(document, settingsOf(programme.manifest))
        : () => true
    reportIn(
      document.body.tree,
      (message, place, data, more) => isWritten(place) && report(message, place, data, more),
      [],
      document,
    )
  },
}

const MARKDOWN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: '**texte**',
    strong: '**texte**',
    i: '*texte*',
    em: '*texte*',
    s: '~~texte~~',
    del: '~~texte~~',
    code: '`texte`',
    a: '[texte](adresse)',
    img: '![description](adresse)',
    br: 'une barre oblique inverse en fin de ligne',
    hr: '---',
    p: '',
    ul: '- texte',
    ol: '1. texte',
    li: '- texte',
    blockquote: '> texte',
    h1: '### texte',
    h2: '## texte',
    h3: '### texte',
  }),
)

function inEnglish(markdown: string): string {
  return markdown
    .replace('texte', 'text')
    .replace('adresse', 'address')
    .replace('une barre oblique inverse en fin de ligne', 'a backslash at the end of the line')
}

// A closing tag belongs to the opening one before it: one finding for both.
function reportIn(node: Nodes, report: Report, open: string[], document: Document): void {
  if (node.type === 'html') reportHtml(node, report, open)
  else if ('children' in node)
    for (const [index, child] of node.children.entries())
      reportIn(child, mending(node, index, report, document), open, document)
}

/** The same report, with edits that replace a pair of tags around words by Markdown signs. */
function mending(parent: Parents, index: number, report: Report, { path, kind }: Document): Report {
  const [tag, words, closing] = parent.children.slice(index, index + 3)
  if (
    kind === 'amendment' ||
    tag?.type !== 'html' ||
    closing?.type !== 'html' ||
    words?.type !== 'text'
  )
    return report
  const sign = SIGNS.get(tag.value)
  if (sign === undefined) return report
  const isWords = /^[\p{L}\d][^*~\n]*[\p{L}\d]$|^[\p{L}\d]$/u.test(words.value)
  if (!isWords || closing.value !== tag.value.replace('<', '</')) return report
  const edits = [tag, closing].map((one) => editAt(path, placeOf(one), sign))
  return (message, place, data) => report(message, place, data, { edits })
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['<b>', '**'],
  ['<strong>', '**'],
  ['<i>', '*'],
  ['<em>', '*'],
  ['<s>', '~~'],
  ['<del>', '~~'],
])

function reportHtml(node: Html, report: Report, open: string[]): void {
  if (isOurComment(node.value)) return
  const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(node.value) ?? []
  const tag = name.toLowerCase()
  const opened = open.lastIndexOf(tag)
  if (slash === '/' && opened >= 0) {
    open.splice(opened, 1)
    return
  }
  if (slash === '' && tag !== '') open.push(tag)
  if (tag !== '')
    report('tag', placeOf(node), { tag: `<${slash}${tag}>`, markdown: MARKDOWN.get(tag) ?? '' })
  else report(/^<!--(?!\s*cahier\b)/.test(node.value) ? 'comment' : 'other', placeOf(node))
}
