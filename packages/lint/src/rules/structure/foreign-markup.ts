import { type Programme, slugOf, stemOf } from '@cahier/core'
import { matchesIn, type Passage, type Span, sourceSpan } from '@cahier/prose'
import { criticPieces } from '../../amendments/marked-sides.ts'
import {
  documentAt,
  fileNameOf,
  isPrinted,
  relativePath,
  textsAt,
} from '../../document/documents.ts'
import { short } from '../../document/escaped-characters.ts'
import { prosePassages } from '../../document/prose-passages.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'

/** Reports notes, change marks and wiki links of other tools, which would be printed. */
export const foreignMarkup: Rule = {
  id: 'structure/foreign-markup',
  severity: 'warning',
  fixes: true,
  messages: {
    comment: {
      fr: '« {written} » serait imprimé : enlevez cette note, ou gardez-la entre vous en écrivant {meant}',
      en: '“{written}” would be printed: remove this note, or keep it among yourselves by writing {meant}',
    },
    opened: {
      fr: '« %% » serait imprimé, avec la note qu’il ouvre : enlevez-la, ou écrivez-la entre « <!-- cahier » et « --> »',
      en: '“%%” would be printed, and the note that it opens with it: remove it, or write it between “<!-- cahier” and “-->”',
    },
    mark: {
      fr: '« {written} » serait imprimé avec ses signes : gardez les mots voulus sans eux, et proposez un changement par un amendement (cahier amend)',
      en: '“{written}” would be printed with its signs: keep the words you want without them, and propose a change by an amendment (cahier amend)',
    },
    link: {
      fr: '« {written} » n’est pas un lien ici. Écrivez : {meant}',
      en: '“{written}” is no link here. Write: {meant}',
    },
    callout: {
      fr: '« {written} » serait imprimé tel quel au début de la citation : enlevez-le',
      en: '“{written}” would be printed as it is at the head of the quotation: remove it',
    },
    highlight: {
      fr: '« {written} » serait imprimé avec ses signes : écrivez **{words}**, ou enlevez-les',
      en: '“{written}” would be printed with its signs: write **{words}**, or remove them',
    },
  },
  document(context) {
    const { document, settings } = context
    if (!isPrinted(document) || !SOME_SIGN.test(document.text)) return
    checkMarks(context)
    for (const passage of prosePassages(document, settings))
      if (passage.node !== null) checkPassage(passage, context)
  },
}

const SOME_SIGN = /%%|\{(?:\+\+|--|~~|==|>>)|\[\[|==|\[!/

/**
 * Markdown signs may split the words of a span. A fix would lose these signs, so such a span gets
 * no fix.
 */
function reportSpan(
  message: string,
  { start, end, isWhole }: Found,
  { document, report }: RuleContext,
  data: Readonly<Record<string, string>>,
  fix?: string,
) {
  const written = short(document.text.slice(start, end).replace(/\s+/g, ' '))
  report(message, { start, end }, { written, ...data }, { text: isWhole ? fix : undefined })
}

function checkMarks(context: RuleContext) {
  const { document } = context
  const offset = document.body?.tree.children[0]?.position?.start.offset ?? document.text.length
  for (const { kind, start, end } of criticPieces(document, offset)) {
    if (kind === 'same') continue
    const span = { start: offset + start, end: offset + end, isWhole: true }
    if (kind === 'comment')
      reportComment(document.text.slice(span.start + 3, span.end - 3), span, context)
    else reportSpan('mark', span, context, {})
  }
}

function reportComment(words: string, span: Found, context: RuleContext) {
  const fix = /--|>/.test(words) ? undefined : `<!-- cahier ${words.trim()} -->`
  reportSpan('comment', span, context, { meant: short(fix ?? '<!-- cahier … -->') }, fix)
}

function checkPassage(passage: Passage, context: RuleContext) {
  const { written, starts } = passage
  const spanOf = (from: number, words: string) =>
    exactSpan(passage, from, words, context.document.text)
  const comments = matchesIn(written, COMMENT)
  for (const { 0: whole, 1: words = '', index } of comments)
    reportComment(words, spanOf(index, whole), context)
  const [lone] = comments.length > 0 ? [] : matchesIn(written, OPENED)
  if (lone !== undefined) reportSpan('opened', spanOf(lone.index, lone[0]), context, {})
  for (const match of matchesIn(written, WIKI_LINK))
    reportWikiLink(match, spanOf(match.index, match[0]), context)
  for (const { 0: whole, 1: words = '', index } of matchesIn(written, HIGHLIGHT))
    reportSpan('highlight', spanOf(index, whole), context, { words })
  const [callout] = CALLOUT.exec(written) ?? []
  if (callout === undefined) return
  const { start, end, isWhole } = spanOf(0, callout)
  // A callout (`[!note]`) alone on its line is deleted with the line break.
  const next = written[callout.length] === '\n' ? (starts[callout.length + 1] ?? -1) : -1
  const edits = isWhole && next >= 0 ? [{ start, end: next, text: '' }] : []
  context.report('callout', { start, end }, { written: callout }, { edits })
}

interface Found extends Span {
  readonly isWhole: boolean
}

function exactSpan(passage: Passage, from: number, words: string, source: string): Found {
  const { start, end } = sourceSpan(passage, from, from + words.length)
  const at = source.slice(start, end).indexOf(words)
  return at < 0
    ? { start, end, isWhole: false }
    : { start: start + at, end: start + at + words.length, isWhole: true }
}

// `COMMENT` is a whole note `%%…%%`. `OPENED` begins a note of several paragraphs.
const COMMENT = /(?<![%\d]|\d[ \u00A0\u202F])%%(?!%)([^%]{1,2000})%%(?![%\p{L}\d])/gu
const OPENED = /^%%(?=\s|$|\p{L})/gu
const HIGHLIGHT = /(?<![={\p{L}\d])==(?![=\s])([^=\n]{1,300})(?<!\s)==(?![=\p{L}\d])/gu
const CALLOUT = /^\[![a-z]+\][+-]?/i
const WIKI_LINK = /(!?)\[\[(?![@^])([^[\]|#\n]+)(#[^[\]|\n]*)?(?:\|([^[\]|\n]+))?\]\]/g

function reportWikiLink(
  [written, image, name = '', anchor = '', label = '']: RegExpExecArray,
  span: Found,
  context: RuleContext,
) {
  const { document, programme } = context
  const path = image === '' ? textNamed(name, programme) : assetNamed(name, programme)
  const address = path === '' ? '…' : encodeURI(relativePath(document.path, path))
  const words = image === '' ? label || titleAt(path, programme) || name : 'description'
  const meant = `${image}[${words}](${address})`
  const isSure = image === '' && path !== '' && anchor === ''
  reportSpan('link', span, context, { written, meant }, isSure ? meant : undefined)
}

function textNamed(name: string, programme: Programme) {
  const wanted = slugOf(name.replace(/\.md$/, ''))
  return onlyPath(
    programme.documents.filter(
      ({ path, kind }) =>
        (kind === 'page' || isPrinted({ kind })) &&
        [stemOf(path), titleAt(path, programme)].some((one) => slugOf(one) === wanted),
    ),
  )
}

function titleAt(path: string, programme: Programme): string {
  const document = documentAt(programme, path)
  return document === null ? '' : (textsAt(document, '/title')[0]?.value ?? '')
}

function assetNamed(name: string, { assets }: Programme) {
  return onlyPath(assets.filter(({ path }) => fileNameOf(path) === fileNameOf(name)))
}

function onlyPath([first, ...others]: readonly { readonly path: string }[]) {
  return first === undefined || others.length > 0 ? '' : first.path
}
