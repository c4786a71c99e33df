import type { Document } from '@cahier/core'
import { matchesIn, OBJECT, type Passage } from '@cahier/prose'
import { isPrinted } from '../../document/documents.ts'
import { short } from '../../document/escaped-characters.ts'
import { lineGroups, pastedTableRows } from '../../document/pasted-rows.ts'
import type { PassageContext, Report, Rule } from '../../engine/rule.ts'

/** Reports heading or list signs without an ordinary space, and indented text read as code. */
export const structuralSpace: Rule = {
  id: 'typography/structural-space',
  severity: 'warning',
  fixes: true,
  editScope: 'tree',
  messages: {
    heading: {
      fr: 'l’espace qui suit « {mark} » n’est pas ordinaire, et ce n’est pas un titre : écrivez « {mark} {words} »',
      en: 'the space after “{mark}” is no ordinary one, and this is no heading: write “{mark} {words}”',
    },
    item: {
      fr: 'l’espace qui suit « {mark} » n’est pas ordinaire, et ce n’est pas une liste : écrivez « {mark} {words} »',
      en: 'the space after “{mark}” is no ordinary one, and this is no list: write “{mark} {words}”',
    },
    glued: {
      fr: 'il manque une espace : écrivez « {mark} {words} »',
      en: 'a space is missing: write “{mark} {words}”',
    },
    indented: {
      fr: 'une tabulation ou quatre espaces en tête font de ces lignes du code : enlevez-les devant « {words} », l’édition fait ses alinéas elle-même',
      en: 'a tab or four spaces at the head make code of these lines: remove them before “{words}”, editions indent by themselves',
    },
  },
  amended: 'quoted',
  passage(passage, { document, remark }) {
    if (passage.kind !== 'paragraph') return
    // `GLUED` skips a lone `#`: a hashtag has one. In proposals and amendments, other rules check
    // section titles.
    if (document.kind !== 'proposal' && document.kind !== 'amendment')
      for (const match of matchesIn(passage.text, GLUED)) remarkGlued(passage, match, remark)
    for (const { 0: whole, 1: mark = '', 2: space = '', index } of matchesIn(passage.text, MARK)) {
      // Inside a paragraph, only the number 1 begins a list.
      if (index > 0 && /^\d/.test(mark) && !/^1[.)]/.test(mark)) continue
      const end = index + whole.length
      const message = mark.startsWith('#') ? 'heading' : 'item'
      const data = { mark, words: wordsFrom(passage, end) }
      remark(passage, { start: end - space.length, end }, message, data, ' ')
    }
  },
  // The sign of a list item is in the source before its paragraph, so this check reads the source.
  text({ document, passages, remark, report }) {
    if (isPrinted(document)) reportIndented(document, report)
    for (const passage of passages)
      if (passage.kind === 'paragraph')
        for (const match of gluedItems(passage, document.text)) remarkGlued(passage, match, remark)
  },
}

function remarkGlued(passage: Passage, match: RegExpExecArray, remark: PassageContext['remark']) {
  const { 0: mark, index } = match
  const data = { mark, words: wordsFrom(passage, index + mark.length) }
  if ((passage.starts[index] ?? -1) >= 0) remark(passage, match, 'glued', data, `${mark} `)
}

function reportIndented(document: Document, report: Report) {
  for (const { start, end, indented } of lineGroups(document)) {
    if (pastedTableRows(document.text.slice(start, end)) !== null) continue
    for (const code of indented) {
      const written = document.text.slice(code.start, code.end)
      const text = written.replace(/^[ \t]+/gm, '')
      if (!SENTENCE.test(text) || /[{}=<>|\\;$]/.test(text.replace(/[ \u00A0\u202F];/g, '')))
        continue
      const from = code.start + written.search(/[^ \t]/)
      const [line = ''] = text.split(/[\r\n]/, 1)
      const at = { start: from, end: from + line.length }
      report('indented', at, { words: short(line) }, { edits: [{ ...code, text }] })
    }
  }
}

const SENTENCE = /^[\p{L}«“*_[][^\n]*\p{L}{2,}[,.…]? [^\n]*\p{L}{2,}/u

function wordsFrom({ text }: Passage, at: number) {
  const [line = ''] = text.slice(at).split('\n', 1)
  return short(line.replaceAll(OBJECT, '…'))
}

/**
 * Lines that lack only a space to be list items: `1.un` and `2.deux`. A lone line may be a dialogue
 * or a number.
 */
function gluedItems({ text, start }: Passage, source: string) {
  const items = matchesIn(text, GLUED_ITEM)
  if (items.length === 0) return items
  const opening = OPENING.exec(source.slice(source.lastIndexOf('\n', start - 1) + 1, start))?.[1]
  return items.filter(
    ({ 0: mark, index }, at) =>
      (index > 0 && mark.at(-1) === opening) ||
      follows(items[at - 1]?.[0], mark) ||
      follows(mark, items[at + 1]?.[0]),
  )
}

function follows(before = '', mark = '') {
  if (before.at(-1) !== mark.at(-1)) return false
  return mark === '-' || Number.parseInt(mark, 10) === Number.parseInt(before, 10) + 1
}

/** The sign of the list item that contains the passage. */
const OPENING = /^[ \t>]*\d{0,9}([-.)])[ \t]+$/
const GLUED_ITEM = /^(?:-|\d{1,3}[.)])(?=\p{L})/gmu
const GLUED = /^#{2,6}(?=\p{L}\p{L})/gmu
const MARK = /^(#{1,6}|[*+-]|\d{1,9}[.)])([\u00A0\u202F])(?=[^\s\d])/gm
