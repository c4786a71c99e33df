import { type Splice, spliced } from '@cahier/prose'
import type { Finding, MessageData } from '../model/finding.ts'
import { placeAt } from '../model/place.ts'
import { yamlFinding } from './yaml-messages.ts'

/** A YAML text with `x` instead of unquoted sentences: offsets stay right. */
export interface Masked {
  readonly text: string
  /** The masked sentences, by offset. */
  readonly values: ReadonlyMap<number, string>
  readonly findings: readonly Finding[]
}

/** Keys whose value is a sentence, besides those below `requests`. */
const PROSE_KEYS = new Set([
  'title',
  'summary',
  'question',
  'argument',
  'lifts-if',
  'reason',
  'reasons',
  'name',
  'role',
  'what',
  'says',
])
const MAP_OF_PROSE = 'requests'

const KEY_LINE =
  /^([ \t\u00A0\u202F]*(?:- +)*)([\p{L}_][\p{L}\p{N}_-]*)([ \u00A0\u202F]?):([^\r\n]*)$/u

const BLOCK = /^[>|][+-]?\d?[+-]?[ \t]*(?:#.*)?$/

/** A key between braces with an unquoted value; or a quoted text, to skip. */
const PAIR =
  /(?<=[:{,[] ?)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[{,] ?([\p{L}_][\p{L}\p{N}_-]*):[ \t]+(?=[^\s"'[{])/gu
/** The value of such a key, up to the next key or the brace. */
const BRACED = /^.*?(?=\s*(?:, ?[\p{L}_][\p{L}\p{N}_-]*:(?:\s|$)|\}\s*(?:[\]},#]|$)))/u
const REQUESTS = new RegExp(`(?:^|[\\s{,])${MAP_OF_PROSE}: *\\{[^{}]*$`)
const LONGEST = 4000

/**
 * Masks sentences that lack quotes, and no-break spaces and tabs that should be spaces. `offset` is
 * where `text` begins in its file.
 */
export function maskProse(
  path: string,
  text: string,
  offset: number,
  lineStarts: readonly number[],
): Masked {
  return new ProseMasker(path, text, offset, lineStarts).masked()
}

const MOST_FINDINGS = 500

/** A line with a key. */
interface Entry {
  readonly line: Line
  /** Blanks and dashes before the key. */
  readonly lead: string
  readonly key: string
  /** A blank before the colon. */
  readonly gap: string
  readonly colon: number
  /** The text after the colon; `value` is the same, trimmed. */
  readonly rest: string
  readonly value: string
  readonly isProse: boolean
}

/** A class because each mistake adds to three results. */
class ProseMasker {
  readonly #path: string
  readonly #text: string
  readonly #offset: number
  readonly #lineStarts: readonly number[]
  // In the order of the text.
  readonly #masks: Splice[] = []
  readonly #values = new Map<number, string>()
  readonly #findings: Finding[] = []
  readonly #oddLeads: Record<'tabIndent' | 'blankIndent', Entry[]> = {
    tabIndent: [],
    blankIndent: [],
  }

  constructor(path: string, text: string, offset: number, lineStarts: readonly number[]) {
    this.#path = path
    this.#text = text
    this.#offset = offset
    this.#lineStarts = lineStarts
  }

  masked(): Masked {
    const lines = linesOf(this.#text)
    let top = ''
    let skipDeeperThan = -1
    let readUntil = 0
    for (const [index, line] of lines.entries()) {
      if (this.#findings.length >= MOST_FINDINGS) break
      if (
        line.start < readUntil ||
        line.text.trim() === '' ||
        line.text.trimStart().startsWith('#')
      )
        continue
      if (skipDeeperThan >= 0 && indentOf(line).length > skipDeeperThan) continue
      skipDeeperThan = -1
      const match = KEY_LINE.exec(line.text)
      if (match === null) {
        this.#readBraces(line)
        continue
      }
      const [, lead = '', key = '', gap = '', rest = ''] = match
      if (lead === '') top = key
      const isProse = PROSE_KEYS.has(key) || (top === MAP_OF_PROSE && lead !== '')
      const entry = {
        line,
        lead,
        key,
        gap,
        colon: line.start + lead.length + key.length + gap.length,
        rest,
        value: rest.trim(),
        isProse,
      }
      this.#readLead(entry)
      if (this.#readColon(entry)) continue
      if (BLOCK.test(entry.value)) skipDeeperThan = lead.length - (lead.endsWith('- ') ? 2 : 0)
      else if (isProse && entry.value !== '') {
        readUntil = lastLineOf(lines, index, lead.length).end
        this.#readSentence(entry, readUntil)
      } else if (!isProse) this.#readBraces(line)
    }
    this.#reportOddLeads()
    return {
      text: spliced(this.#text, this.#masks),
      values: this.#values,
      findings: this.#findings,
    }
  }

  #readLead(entry: Entry): void {
    const { line, lead } = entry
    const odd = /[\t\u00A0\u202F]/.exec(lead)
    if (odd === null) return
    this.#oddLeads[odd[0] === '\t' ? 'tabIndent' : 'blankIndent'].push(entry)
    this.#mask(line.start, lead.replace(/[\t\u00A0\u202F]/g, ' '))
  }

  /** Checks the blanks around a colon. True when the rest of the line needs no check. */
  #readColon({ line, lead, key, gap, colon, rest, value, isProse }: Entry): boolean {
    if (gap === '\u00A0' || gap === '\u202F') {
      this.#report('blankBeforeColon', { key }, splice(colon - 1, colon, ''))
      this.#mask(colon - 1, ' ')
    }
    if (/^[\u00A0\u202F]/.test(rest)) {
      this.#report('blankAfterColon', { key }, splice(colon + 1, colon + 2, ' '))
      this.#mask(colon + 1, ' ')
      if (isProse && value !== '') this.#maskValue(colon + 2, line.end, value)
      return true
    }
    if (rest === '' || /^[ \t]/.test(rest) || !isPlainKey(key, isProse) || rest.startsWith('//'))
      return false
    const shown = isProse && !isSafe(value) ? quote(withoutStrayQuotes(value)) : value
    this.#reportAt(
      'noSpaceAfterColon',
      [line.start + lead.length, line.end],
      { key, line: `${key}: ${shown}` },
      splice(colon + 1, line.end, ` ${shown}`),
    )
    this.#mask(colon + 1, ` ${'x'.repeat(Math.max(0, line.end - colon - 2))}`)
    this.#values.set(colon + 2, value)
    return true
  }

  #readSentence({ line, key, colon, rest }: Entry, lastEnd: number): void {
    const start = colon + 1 + (/^[ \t]*/.exec(rest)?.[0].length ?? 0)
    const whole = this.#text.slice(start, lastEnd).trimEnd()
    if (isSafe(whole)) return
    const end = start + whole.length
    const sentence = unfold(whole)
    const [block, sign = ''] = /^([>|][+-]) +/.exec(sentence) ?? []
    if (block !== undefined) {
      const below = splice(start + sign.length, start + block.length, `\n${indentOf(line)}  `)
      this.#reportAt('blockLine', [start, end], { sign }, below)
      this.#maskValue(start, end, sentence.slice(block.length))
      return
    }
    const meant = withoutStrayQuotes(sentence)
    const quoted = quote(meant)
    const message = meant === sentence || CURLED.test(sentence) ? 'unquoted' : 'badQuotes'
    this.#report(message, { key, line: `${key}: ${quoted}` }, splice(start, end, quoted))
    this.#maskValue(start, end, meant)
  }

  /** Checks sentences in braces, which a comma breaks: `{reason: Tôt, et cher}`. */
  #readBraces({ text, start }: Line): void {
    if (!text.includes('{')) return
    const pairs = new RegExp(PAIR)
    for (let pair = pairs.exec(text); pair !== null; pair = pairs.exec(text)) {
      const key = pair[1] ?? ''
      const from = pairs.lastIndex
      if (!PROSE_KEYS.has(key) && !(key !== '' && REQUESTS.test(text.slice(0, pair.index + 1))))
        continue
      const sentence = BRACED.exec(text.slice(from, from + LONGEST))?.[0]
      if (sentence === undefined) return
      pairs.lastIndex = from + sentence.length
      if (isSafe(sentence) && !/[,[\]{}]/.test(sentence)) continue
      const meant = withoutStrayQuotes(sentence)
      const quoted = quote(meant)
      const [at, end] = [start + from, start + from + sentence.length]
      this.#report('unquoted', { key, line: `${key}: ${quoted}` }, splice(at, end, quoted))
      this.#maskValue(at, end, meant)
    }
  }

  // One finding for all indents of a kind: one editor setting makes them.
  #reportOddLeads(): void {
    for (const [message, entries] of Object.entries(this.#oddLeads)) {
      const [first, ...others] = entries.map(({ line: { start }, lead }) => {
        const spaces = lead.replace(/\t/g, '  ').replace(/[\u00A0\u202F]/g, ' ')
        return splice(start, start + lead.length, spaces)
      })
      if (first !== undefined) this.#report(message, { lines: entries.length }, first, ...others)
    }
  }

  /** Adds a finding at the first of its edits. */
  #report(message: string, data: MessageData, first: Splice, ...others: readonly Splice[]): void {
    this.#reportAt(message, [first.start, first.end], data, first, ...others)
  }

  #reportAt(
    message: string,
    [from, to]: readonly [number, number],
    data: MessageData,
    ...edits: readonly Splice[]
  ): void {
    const place = placeAt(this.#lineStarts, this.#offset + from, this.#offset + to)
    const moved = edits.map(({ start, end, text }) => ({
      path: this.#path,
      start: this.#offset + start,
      end: this.#offset + end,
      text,
    }))
    this.#findings.push(yamlFinding(message, this.#path, place, data, moved))
  }

  #mask(at: number, by: string): void {
    this.#masks.push({ start: at, end: at + by.length, text: by })
  }

  /** Masks a value, whose meaning is `sentence`. */
  #maskValue(from: number, to: number, sentence: string): void {
    this.#mask(from, this.#text.slice(from, to).replace(/\S/g, 'x'))
    this.#values.set(from, sentence)
  }
}

function splice(start: number, end: number, text: string): Splice {
  return { start, end, text }
}

interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (match[0] === '' && match.index > 0) break
    const line = match[1] as string
    lines.push({ text: line, start: match.index, end: match.index + line.length })
  }
  return lines
}

// A plain value continues on deeper lines that have no key or dash.
function lastLineOf(lines: readonly Line[], first: number, indent: number): Line {
  let last = lines[first] as Line
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] as Line
    const deeper = (/^ */.exec(line.text)?.[0].length ?? 0) > indent
    if (!deeper || line.text.trim() === '' || /^\s*(?:- |[a-z-]+:(?:\s|$))/.test(line.text)) break
    last = line
  }
  return last
}

function indentOf({ text }: Line): string {
  return /^[ \t\u00A0\u202F]*/.exec(text)?.[0] ?? ''
}

function isPlainKey(key: string, isProse: boolean): boolean {
  return isProse || /^[a-zé][a-zé-]*$/.test(key)
}

// Whether YAML reads the value as meant, or has a better message.
function isSafe(value: string): boolean {
  const first = value[0] as string
  if (first === '"') return /^"(?:[^"\\]|\\[\s\S])*"[ \t]*(?:#.*)?$/.test(value)
  if (first === "'") return /^'(?:[^']|'')*'[ \t]*(?:#.*)?$/.test(value)
  if ('@%*&>|[]{}!`,'.includes(first)) return false
  if (/^[-?:](?:\s|$)/.test(value)) return false
  return !/:(?:[ \t]|$)/m.test(value) && !/[ \t]#/.test(value)
}

function unfold(value: string): string {
  return value
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .join(' ')
}

// Removes quotes around a whole sentence; one may be missing. Not in « "Oui" et "non" ».
function withoutStrayQuotes(sentence: string): string {
  const [sign = ''] = sentence
  if (CURLED.test(sentence)) return sentence.slice(1, -1)
  if (sign !== '"' && sign !== "'") return sentence
  const inner = sentence.slice(1)
  // The closing quote alone is curly.
  if (/^[^"“]*”$/.test(inner)) return inner.slice(0, -1)
  const signs = [...inner.matchAll(sign === '"' ? QUOTE : APOSTROPHE)]
  const [next] = signs
  if (next?.groups?.closes !== undefined && next.index < inner.length - 1) return sentence
  return signs.length % 2 === 1 && inner.endsWith(sign) ? inner.slice(0, -1) : inner
}

/** Both quotes are curly. */
const CURLED = /^[“”][^“”]+”$/
const QUOTE = /(?<=^|[\s(«'’])"(?=\S)|(?<closes>")/gu
/** An apostrophe between two letters is no quote. */
const APOSTROPHE = /(?<=^|[\s(«])'(?=\S)|(?<closes>(?<=\S)'(?=[\s.,;:!?…)»-]|$))/gu

// In single quotes, double quotes need no backslash.
function quote(sentence: string): string {
  if (sentence.includes('"') && !/['\\]/.test(sentence)) return `'${sentence}'`
  return `"${sentence.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}
