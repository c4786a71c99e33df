import {
  type Document,
  type Finding,
  nearest,
  type Place,
  placeOf,
  wordSet,
  yamlComments,
} from '@cahier/core'
import { isOurComment, type Span, splitFrontMatter } from '@cahier/prose'
import type { Nodes } from 'mdast'
import { placeIn } from '../document/documents.ts'
import { ruleNamed, rules } from '../rules/index.ts'
import { switchComment } from '../rules/linting/switch.ts'
import { reporter } from './lint-text.ts'
import type { Report } from './rule.ts'

export const SWITCH_RULE = switchComment.id

/** A rule that a comment switches off, from line `from` to line `to`, both included. */
interface Switch {
  readonly id: string
  readonly place: Place
  readonly from: number
  readonly to: number
}

/**
 * Removes the findings that comments such as `<!-- cahier off RULE -->` switch off, and adds
 * findings on faulty comments. A comment is known to be useless only if all rules have run
 * (`isComplete`).
 */
export function withSwitches(
  document: Document,
  found: readonly Finding[],
  isComplete: boolean,
): readonly Finding[] {
  if (!mayBeSwitch(document.text)) return found
  const faults: Finding[] = []
  const report = reporter(switchComment, document, faults)
  const switches = readSwitches(document, report)
  const used = new Set<Switch>()
  const kept = found.filter(({ rule, place: { start } }) => {
    const silencing = switches.filter(
      ({ id, from, to }) => id === rule && start.line >= from && start.line <= to,
    )
    for (const one of silencing) used.add(one)
    return silencing.length === 0
  })
  if (isComplete)
    for (const one of switches) if (!used.has(one)) report('useless', one.place, { id: one.id })
  return [...kept, ...faults]
}

function mayBeSwitch(text: string) {
  return text.includes('cahier') && /(?:<!--|#)\s*cahier\s/.test(text)
}

function readSwitches(document: Document, report: Report): readonly Switch[] {
  const switches: Switch[] = []
  const open: (Omit<Switch, 'to'> & { readonly whole: Comment })[] = []
  for (const whole of [...yamlSwitches(document), ...markdownSwitches(document)]) {
    const { keyword, word, names } = readSwitchComment(whole)
    if (keyword === undefined) {
      // Without the name of a rule, a comment with an unknown keyword may be a plain remark.
      const meant = nearest(word.id, SWITCH_KEYWORDS)
      if ([word, ...names].some(({ id }) => ruleNamed(id) !== undefined))
        report('keyword', whole.place, {}, { edits: meant ? [{ ...word, text: meant }] : [] })
      continue
    }
    if (names.length === 0)
      report('empty', whole.place, { meant: orderIn(whole, `${keyword} style/long-sentence`) })
    for (const { id, ...span } of names) {
      if (!isSwitchable(id, span)) continue
      const place = placeIn(document, span.start, span.end)
      if (keyword === 'off-file') switches.push({ id, place, from: 1, to: LAST_LINE })
      else if (keyword === 'off-from') open.push({ id, place, from: whole.place.start.line, whole })
      else if (keyword === 'on') close(id, place, whole)
      else if (whole.governed === null) report('nothing', whole.place, {})
      else switches.push({ id, place, ...whole.governed })
    }
  }
  for (const { id, place, from, whole } of open) {
    report('unclosed', place, { id, meant: orderIn(whole, `on ${id}`) })
    switches.push({ id, place, from, to: LAST_LINE })
  }
  return switches

  function isSwitchable(id: string, span: Span) {
    const rule = ruleNamed(id)
    if (rule !== undefined && !rule.alwaysOn) return true
    const free = rules.flatMap((one) => (one.alwaysOn ? [] : [one.id]))
    const meant = rule === undefined ? nearest(id, free) : ''
    const message = rule === undefined ? 'unknown' : 'fixed'
    report(message, span, { id, meant }, { text: meant || undefined })
    return false
  }

  function close(id: string, place: Place, whole: Comment) {
    const index = open.findLastIndex((one) => one.id === id)
    const [opened] = index < 0 ? [] : open.splice(index, 1)
    if (opened === undefined)
      report('unopened', place, { id, meant: orderIn(whole, `off-from ${id}`) })
    else switches.push({ ...opened, to: whole.place.end.line })
  }
}

const LAST_LINE = Number.POSITIVE_INFINITY

/**
 * A comment for cahier. `governed` holds the lines that `off` acts on; `null` when no text follows.
 */
interface Comment {
  readonly written: string
  readonly place: Place
  readonly governed: Lines | null
  readonly isYaml: boolean
}

function orderIn({ isYaml }: Comment, order: string) {
  return isYaml ? `# cahier ${order}` : `<!-- cahier ${order} -->`
}

function yamlSwitches(document: Document): readonly Comment[] {
  const { path, kind, text, head } = document
  const front = kind === 'page' ? null : splitFrontMatter(text).head
  const yaml = path.endsWith('.yaml') ? { start: 0, end: text.length } : front
  if (head === null || yaml === null || !mayBeSwitch(text.slice(yaml.start, yaml.end))) return []
  const lines = text.split(/\r\n|\n|\r/)
  const last = placeIn(document, yaml.start, Math.max(yaml.start, yaml.end - 1)).end.line
  return yamlComments(text, yaml.start, yaml.end).flatMap(({ text: written, start }) => {
    if (!/^#+\s*cahier\s/.test(written)) return []
    const place = placeIn(document, start, start + written.length)
    const governed = governedLines(lines, place.start.line, last)
    return [{ written, place, governed, isYaml: true }]
  })
}

// A comment between blocks acts on the next block. A comment inside a paragraph acts on its own
// lines.
function markdownSwitches({ body, text }: Document): readonly Comment[] {
  const visit = (node: Nodes): readonly Comment[] => {
    if (!('children' in node)) return []
    return node.children.flatMap((child, index): readonly Comment[] => {
      if (child.type !== 'html') return visit(child)
      if (!isOurComment(child.value)) return []
      const next = node.children
        .slice(index + 1)
        .find((one) => one.type !== 'html' || !isOurComment(one.value))
      const governed = BLOCK_PARENTS.has(node.type) ? next : child
      const place = placeOf(child)
      const lines = governed && placeOf(governed)
      return [
        {
          written: text.slice(place.start.offset, place.end.offset),
          place,
          governed: lines === undefined ? null : { from: lines.start.line, to: lines.end.line },
          isYaml: false,
        },
      ]
    })
  }
  return body === null ? [] : visit(body.tree)
}

const BLOCK_PARENTS = wordSet('root blockquote listItem footnoteDefinition')

const SWITCH_KEYWORDS = ['off', 'off-file', 'off-from', 'on'] as const

/** Parses `<!-- cahier KEYWORD RULE, RULE… : reason -->` or, in YAML, `# cahier …`. */
function readSwitchComment({ written, place }: Comment) {
  const [, lead = '', first = '', list = ''] =
    /^(\s*<!--\s*cahier\s+)([\p{L}/-]*)([^:]*?)\s*(?::[\s\S]*)?-->\s*$/u.exec(written) ??
    /^(#+\s*cahier\s+)([\p{L}/-]*)([^:]*?)\s*(?::.*)?$/u.exec(written) ??
    []
  const from = place.start.offset + lead.length
  const wordAt = (id: string, start: number) => ({ id, start, end: start + id.length })
  return {
    keyword: SWITCH_KEYWORDS.find((one) => one === first),
    word: wordAt(first, from),
    names: [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) =>
      wordAt(id, from + first.length + index),
    ),
  }
}

/** Line numbers, both included, from 1. */
interface Lines {
  readonly from: number
  readonly to: number
}

/**
 * A YAML comment after an entry acts on its own line. A comment alone on a line acts on the next
 * entry and on the indented lines below.
 */
function governedLines(lines: readonly string[], at: number, end: number): Lines | null {
  const isEmpty = (line: number) => /^\s*(?:#.*)?$/.test(lines[line - 1] ?? '')
  if (!isEmpty(at)) return { from: at, to: at }
  let from = at
  while (from <= end && isEmpty(from)) from++
  if (from > end) return null
  const indent = indentOf(lines[from - 1])
  let to = from
  for (let line = from + 1; line <= end; line++) {
    const isBlank = lines[line - 1]?.trim() === ''
    if (!isBlank && indentOf(lines[line - 1]) <= indent) break
    to = line
  }
  return { from, to }
}

function indentOf(line = '') {
  return line.search(/\S|$/)
}
