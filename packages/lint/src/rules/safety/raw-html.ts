import { placeOf } from '@cahier/core'
import { isOurComment, type Splice } from '@cahier/prose'
import { ownWordsTest } from '../../amendments/amended-versions.ts'
import { nodesOf } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports raw HTML, which no output shows. Pages such as a README may have some. */
export const rawHtml: Rule = {
  id: 'safety/raw-html',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
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
  document({ document, settings, report }) {
    if (document.kind === 'page') return
    const isWritten = ownWordsTest(document, settings)
    // The finding on an opening tag also stands for its closing tag.
    const open: string[] = []
    for (const node of nodesOf(document, 'html').filter(({ value }) => !isOurComment(value))) {
      const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(node.value) ?? []
      const tag = name.toLowerCase()
      const opened = open.lastIndexOf(tag)
      if (slash === '/' && opened >= 0) {
        open.splice(opened, 1)
        continue
      }
      if (slash === '' && tag !== '') open.push(tag)
      const place = placeOf(node)
      if (!isWritten(place)) continue
      const edits =
        document.kind === 'amendment' ? [] : markdownEdits(document.text, place.start.offset)
      const data = { tag: `<${slash}${tag}>`, markdown: MARKDOWN.get(tag) ?? '' }
      const untagged = /^<!--(?!\s*cahier\b)/.test(node.value) ? 'comment' : 'other'
      report(tag === '' ? untagged : 'tag', place, data, { edits })
    }
  },
}

const MARKDOWN = new Map([
  ['b', '**texte**'],
  ['strong', '**texte**'],
  ['i', '*texte*'],
  ['em', '*texte*'],
  ['s', '~~texte~~'],
  ['del', '~~texte~~'],
  ['code', '`texte`'],
  ['a', '[texte](adresse)'],
  ['img', '![description](adresse)'],
  ['br', 'une barre oblique inverse en fin de ligne'],
  ['hr', '---'],
  ['ul', '- texte'],
  ['ol', '1. texte'],
  ['li', '- texte'],
  ['blockquote', '> texte'],
  ['h1', '### texte'],
  ['h2', '## texte'],
  ['h3', '### texte'],
])

function inEnglish(markdown: string) {
  return markdown
    .replace('texte', 'text')
    .replace('adresse', 'address')
    .replace('une barre oblique inverse en fin de ligne', 'a backslash at the end of the line')
}

/** A pair of tags gets a fix only around plain words, where Markdown signs surely work. */
function markdownEdits(text: string, start: number): readonly Splice[] {
  PAIR.lastIndex = start
  const [whole = '', tag = ''] = PAIR.exec(text) ?? []
  if (tag === '') return []
  const sign = MARKDOWN.get(tag)?.split('texte')[0] ?? ''
  const end = start + whole.length
  return [
    { start, end: start + tag.length + 2, text: sign },
    { start: end - tag.length - 3, end, text: sign },
  ]
}

const PAIR = /<(b|strong|i|em|s|del)>[\p{L}\d](?:[^*~_`<>[\]\\&\n]*[\p{L}\d])?<\/\1>/uy
