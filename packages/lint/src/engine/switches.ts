import {
  type Document,
  editAt,
  type Finding,
  nearest,
  type Place,
  placeOf,
  yamlComments,
} from '@cahier/core'
import { isOurComment, splitHead } from '@cahier/prose'
import type { Html, Nodes } from 'mdast'
import { placeIn } from '../document/places.ts'
import type { Rule } from './rule.ts'

export const SWITCH_RULE = 'linting/switch'

/** The lines, both included, where a comment switches one rule off. */
interface Switch {
  readonly id: string
  /** Where the comment names the rule. */
  readonly place: Place
  readonly from: number
  readonly to: number
}

/**
 * Findings without those that a comment switches off, plus those about the comments. Useless
 * comments are reported when `isComplete`: all rules have run.
 */
export function withSwitches(
  document: Document,
  found: readonly Finding[],
  rules: readonly Rule[],
  isComplete: boolean,
): readonly Finding[] {
  if (!hasSwitches(document)) return found
  const { switches, findings } = new SwitchReader(document, rules).read()
  const used = new Set<Switch>()
  const kept = found.filter(({ rule, place: { start } }) => {
    const silencing = switches.filter(
      ({ id, from, to }) => id === rule && start.line >= from && start.line <= to,
    )
    for (const one of silencing) used.add(one)
    return silencing.length === 0
  })
  const useless = isComplete ? switches.filter((one) => !used.has(one)) : []
  return [
    ...kept,
    ...findings,
    ...useless.map(({ id, place }) => switchFinding(document, 'useless', place, { id })),
  ]
}

/** A quick test for comments that switch a rule off. */
export function hasSwitches({ path, text }: Pick<Document, 'path' | 'text'>): boolean {
  // Markdown without front matter has only HTML comments.
  const mayHold = path.endsWith('.yaml') || /^\uFEFF?---/.test(text) || text.includes('<!--')
  return mayHold && mayBeSwitch(text)
}

function mayBeSwitch(text: string): boolean {
  return text.includes('cahier') && /(?:<!--|#)\s*cahier\s/.test(text)
}

function switchFinding(
  { path }: Document,
  message: string,
  place: Place,
  data: Finding['data'],
  mended?: { at: Place; text: string },
): Finding {
  const edits = mended === undefined ? [] : [editAt(path, mended.at, mended.text)]
  return {
    rule: SWITCH_RULE,
    severity: 'warning',
    message,
    data,
    path,
    place,
    ...(edits.length > 0 && { edits }),
  }
}

/** A class: one walk fills two results and follows the open ranges. */
class SwitchReader {
  readonly #document: Document
  readonly #rules: readonly Rule[]
  readonly #switches: Switch[] = []
  readonly #findings: Finding[] = []
  readonly #open: { readonly id: string; readonly place: Place; readonly from: number }[] = []

  /** Offset where front matter ends and Markdown begins. */
  #yamlEnd = 0

  constructor(document: Document, rules: readonly Rule[]) {
    this.#document = document
    this.#rules = rules
  }

  read(): { readonly switches: readonly Switch[]; readonly findings: readonly Finding[] } {
    this.#readYaml()
    if (this.#document.body !== null) this.#visit(this.#document.body.tree)
    for (const { id, place, from } of this.#open) {
      this.#report('unclosed', place, { id, meant: this.#written(place, `on ${id}`) })
      this.#switches.push({ id, place, from, to: LAST_LINE })
    }
    return { switches: this.#switches, findings: this.#findings }
  }

  // Reads front matter or a YAML file; nothing when it cannot be parsed.
  #readYaml(): void {
    const { path, kind, text, head } = this.#document
    const stretch = path.endsWith('.yaml')
      ? { start: 0, end: text.length }
      : kind === 'page'
        ? null
        : splitHead(text).head
    if (head === null || stretch === null || !mayBeSwitch(text.slice(stretch.start, stretch.end)))
      return
    this.#yamlEnd = stretch.end
    const lines = text.split(/\r\n|\n|\r/)
    const lineOf = (offset: number) => placeIn(this.#document, offset, offset).start.line
    const last = lineOf(Math.max(stretch.start, stretch.end - 1))
    for (const { text: comment, start } of yamlComments(text, stretch.start, stretch.end)) {
      if (!/^#+\s*cahier\s/.test(comment)) continue
      const whole = placeIn(this.#document, start, start + comment.length)
      this.#read(comment, whole, governedLines(lines, whole.start.line, last))
    }
  }

  #visit(node: Nodes): void {
    if (!('children' in node)) return
    node.children.forEach((child, index) => {
      if (child.type !== 'html') this.#visit(child)
      else if (isOurComment(child.value)) {
        const next = node.children
          .slice(index + 1)
          .find((one) => one.type !== 'html' || !isOurComment(one.value))
        this.#readComment(child, isBlockParent(node) ? next : child)
      }
    })
  }

  #readComment(node: Html, governed: Nodes | undefined): void {
    const whole = placeOf(node)
    const lines =
      governed === undefined
        ? null
        : { from: placeOf(governed).start.line, to: placeOf(governed).end.line }
    this.#read(this.#document.text.slice(whole.start.offset, whole.end.offset), whole, lines)
  }

  /** `governed`: the lines that `off` acts on. */
  #read(written: string, whole: Place, governed: Lines | null): void {
    const comment = readSwitchComment(written)
    if (comment.keyword === '') this.#readNote(comment, whole)
    else this.#readOrder(comment, whole, governed)
  }

  #readOrder(comment: SwitchComment, whole: Place, governed: Lines | null): void {
    if (comment.names.length === 0)
      this.#report('empty', whole, {
        meant: this.#written(whole, `${comment.keyword} style/long-sentence`),
      })
    for (const { id, at } of comment.names) {
      const place = this.#placeOf(whole, at, id)
      if (!this.#isSwitchable(id, place)) continue
      if (comment.keyword === 'off-file') this.#switches.push({ id, place, from: 1, to: LAST_LINE })
      else if (comment.keyword === 'off-from')
        this.#open.push({ id, place, from: whole.start.line })
      else if (comment.keyword === 'on') this.#close(id, place, whole)
      else if (governed === null) this.#report('nothing', whole, {})
      else this.#switches.push({ id, place, ...governed })
    }
  }

  // An unknown keyword makes an ordinary note, unless a rule is named.
  #readNote({ word, at, names }: SwitchComment, whole: Place): void {
    const isMeant = [word, ...names.map(({ id }) => id)].some((id) =>
      this.#rules.some((rule) => rule.id === id),
    )
    if (!isMeant) return
    const meant = nearest(word, SWITCH_KEYWORDS)
    this.#report(
      'keyword',
      whole,
      {},
      meant === '' ? undefined : { at: this.#placeOf(whole, at, word), text: meant },
    )
  }

  #isSwitchable(id: string, place: Place): boolean {
    const rule = this.#rules.find((one) => one.id === id)
    if (rule !== undefined && !rule.fixed) return true
    const meant =
      rule === undefined
        ? nearest(
            id,
            this.#rules.flatMap((one) => (one.fixed ? [] : [one.id])),
          )
        : ''
    if (meant !== '') this.#report('unknownNear', place, { id, meant }, { at: place, text: meant })
    else this.#report(rule === undefined ? 'unknown' : 'fixed', place, { id })
    return false
  }

  #close(id: string, place: Place, whole: Place): void {
    const index = this.#open.findLastIndex((one) => one.id === id)
    const [opened] = index < 0 ? [] : this.#open.splice(index, 1)
    if (opened === undefined)
      this.#report('unopened', place, { id, meant: this.#written(whole, `off-from ${id}`) })
    else this.#switches.push({ ...opened, to: whole.end.line })
  }

  // An order as a comment, in Markdown or YAML syntax.
  #written({ start }: Place, order: string): string {
    return start.offset < this.#yamlEnd ? `# cahier ${order}` : `<!-- cahier ${order} -->`
  }

  #placeOf(comment: Place, at: number, word: string): Place {
    const start = comment.start.offset + at
    return placeIn(this.#document, start, start + word.length)
  }

  #report(
    message: string,
    place: Place,
    data: Finding['data'],
    mended?: { at: Place; text: string },
  ): void {
    this.#findings.push(switchFinding(this.#document, message, place, data, mended))
  }
}

const LAST_LINE = Number.POSITIVE_INFINITY

// Whether comments inside this node are alone on their lines.
function isBlockParent({ type }: Nodes): boolean {
  return (
    type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition'
  )
}

/** A parsed comment. Offsets count from its start. */
interface SwitchComment {
  /** `''` when the first word is no keyword. */
  readonly keyword: SwitchKeyword | ''
  readonly word: string
  readonly at: number
  readonly names: readonly { readonly id: string; readonly at: number }[]
}

type SwitchKeyword = 'off' | 'off-file' | 'off-from' | 'on'

const SWITCH_KEYWORDS: readonly SwitchKeyword[] = ['off', 'off-file', 'off-from', 'on']

/**
 * Parses `<!-- cahier KEYWORD RULE, RULE… : reason -->` or, in YAML, `# cahier …`. The reason is
 * ignored.
 */
function readSwitchComment(comment: string): SwitchComment {
  const [, lead = '', word = '', list = ''] =
    /^(\s*<!--\s*cahier\s+)([\p{L}/-]*)([^:]*?)\s*(?::[\s\S]*)?-->\s*$/u.exec(comment) ??
    /^(#+\s*cahier\s+)([\p{L}/-]*)([^:]*?)\s*(?::.*)?$/u.exec(comment) ??
    []
  const from = lead.length + word.length
  return {
    keyword: SWITCH_KEYWORDS.find((one) => one === word) ?? '',
    word,
    at: lead.length,
    names: [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({ id, at: from + index })),
  }
}

/** Line numbers, both included, from 1. */
interface Lines {
  readonly from: number
  readonly to: number
}

/**
 * The lines that a YAML comment acts on: its own after an entry; else the next entry and its
 * indented lines. `null` when no entry follows before `end`.
 */
function governedLines(lines: readonly string[], at: number, end: number): Lines | null {
  const isEmpty = (line: number) => /^\s*(?:#.*)?$/.test(lines[line - 1] ?? '')
  if (!isEmpty(at)) return { from: at, to: at }
  let from = at
  while (from <= end && isEmpty(from)) from++
  if (from > end) return null
  let to = from
  for (
    let line = from + 1;
    line <= end &&
    (isBlank(lines[line - 1]) || indentOf(lines[line - 1]) > indentOf(lines[from - 1]));
    line++
  )
    to = line
  return { from, to }
}

function isBlank(line = ''): boolean {
  return line.trim() === ''
}

function indentOf(line = ''): number {
  return line.search(/\S|$/)
}
