import { type Splice, spliced } from '@cahier/prose'
import type { Finding, MessageData } from '../model/finding.ts'
import { placeAt } from '../model/place.ts'
import { yamlFinding } from './yaml-messages.ts'

/**
 * YAML in which values that French sentences break are replaced by harmless ones of the same
 * length, so that every offset holds.
 */
export interface Masked {
  readonly text: string
  /** The sentence each harmless value stands for, by offset. */
  readonly values: ReadonlyMap<number, string>
  readonly findings: readonly Finding[]
}

/** Keys whose value is a sentence; the keys below `requests` too. */
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

/**
 * Whether the value of a key is a sentence, by the key and by the one at the margin that it stands
 * under.
 */
function isProseKey(key: string, top: string, isBelow: boolean): boolean {
  return PROSE_KEYS.has(key) || (top === MAP_OF_PROSE && isBelow)
}

const KEY_LINE =
  /^([ \t\u00A0\u202F]*(?:- +)*)([\p{L}_][\p{L}\p{N}_-]*)([ \u00A0\u202F]?):([^\r\n]*)$/u

const BLOCK = /^[>|][+-]?\d?[+-]?[ \t]*(?:#.*)?$/

/** A key between braces whose value has no quotes, or what stands between quotes. */
const PAIR =
  /(?<=[:{,[] ?)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[{,] ?([\p{L}_][\p{L}\p{N}_-]*):[ \t]+(?=[^\s"'[{])/gu
/** The value of such a key, up to the next key or to the brace. */
const BRACED = /^.*?(?=\s*(?:, ?[\p{L}_][\p{L}\p{N}_-]*:(?:\s|$)|\}\s*(?:[\]},#]|$)))/u
const REQUESTS = new RegExp(`(?:^|[\\s{,])${MAP_OF_PROSE}: *\\{[^{}]*$`)
/** More than a sentence between braces has, in UTF-16 units: what goes on is none. */
const LONGEST = 4000

/**
 * Finds the sentences that a writer forgot to quote, and the blanks that YAML takes for letters.
 * `offset` is where `text` begins in its file.
 */
export function maskProse(
  path: string,
  text: string,
  offset: number,
  lineStarts: readonly number[],
): Masked {
  return new ProseMasker(path, text, offset, lineStarts).masked()
}

/** As many sentences to quote as anyone wants to hear of in one head. */
const MOST_FINDINGS = 500

/** A line that has a key. */
interface Entry {
  readonly line: Line
  /** Blanks and dashes before the key. */
  readonly lead: string
  readonly key: string
  /** A blank before the colon. */
  readonly gap: string
  /** Where the colon is. */
  readonly colon: number
  /** All that is after the colon, and the same without the blanks around it. */
  readonly rest: string
  readonly value: string
  /** Whether the value is a sentence. */
  readonly isProse: boolean
}

/**
 * A class because a slip goes three ways: what hides it, the value it stood for, and what is said
 * of it.
 */
class ProseMasker {
  readonly #path: string
  readonly #text: string
  readonly #offset: number
  readonly #lineStarts: readonly number[]
  // In the order of the text, each as long as what it hides.
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
    let below = ''
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
      if (lead === '') below = key
      const isProse = isProseKey(key, below, lead !== '')
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
    this.#tellOddLeads()
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

  /**
   * Blanks around a colon, or none where one is wanted: whether that is all there is to say of the
   * line.
   */
  #readColon({ line, lead, key, gap, colon, rest, value, isProse }: Entry): boolean {
    if (gap === '\u00A0' || gap === '\u202F') {
      this.#say(
        'blankBeforeColon',
        [colon - 1, colon],
        { key },
        { start: colon - 1, end: colon, text: '' },
      )
      this.#mask(colon - 1, ' ')
    }
    if (/^[\u00A0\u202F]/.test(rest)) {
      this.#say(
        'blankAfterColon',
        [colon + 1, colon + 2],
        { key },
        { start: colon + 1, end: colon + 2, text: ' ' },
      )
      this.#mask(colon + 1, ' ')
      if (isProse && value !== '') this.#hold(colon + 2, line.end, value)
      return true
    }
    if (rest === '' || /^[ \t]/.test(rest) || !isPlainKey(key, isProse) || rest.startsWith('//'))
      return false
    const shown = isProse && !isSafe(value) ? quote(withoutStrayQuotes(value)) : value
    const place = [line.start + lead.length, line.end] as const
    this.#say(
      'noSpaceAfterColon',
      place,
      { key, line: `${key}: ${shown}` },
      { start: colon + 1, end: line.end, text: ` ${shown}` },
    )
    this.#mask(colon + 1, ` ${'x'.repeat(Math.max(0, line.end - colon - 2))}`)
    this.#values.set(colon + 2, value)
    return true
  }

  /** A sentence that may go on over some lines. */
  #readSentence({ line, key, colon, rest }: Entry, lastEnd: number): void {
    const start = colon + 1 + (/^[ \t]*/.exec(rest)?.[0].length ?? 0)
    const whole = this.#text.slice(start, lastEnd).trimEnd()
    if (isSafe(whole)) return
    const end = start + whole.length
    const sentence = unfold(whole)
    const [block, sign = ''] = /^([>|][+-]) +/.exec(sentence) ?? []
    if (block !== undefined) {
      const below = `\n${indentOf(line)}  `
      this.#say(
        'blockLine',
        [start, end],
        { sign },
        { start: start + sign.length, end: start + block.length, text: below },
      )
      this.#hold(start, end, sentence.slice(block.length))
      return
    }
    const meant = withoutStrayQuotes(sentence)
    const quoted = quote(meant)
    const message = meant === sentence || CURLED.test(sentence) ? 'unquoted' : 'badQuotes'
    this.#say(
      message,
      [start, end],
      { key, line: `${key}: ${quoted}` },
      { start, end, text: quoted },
    )
    this.#hold(start, end, meant)
  }

  /**
   * Sentences between the braces of one line: there a comma ends them as well, `{date: 2026-03-01,
   * reason: Trop tôt, et trop cher}`.
   */
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
      this.#say(
        'unquoted',
        [at, end],
        { key, line: `${key}: ${quoted}` },
        { start: at, end, text: quoted },
      )
      this.#hold(at, end, meant)
    }
  }

  // One habit of an editor makes all these lines: one finding.
  #tellOddLeads(): void {
    for (const [message, entries] of Object.entries(this.#oddLeads)) {
      const edits = entries.map(({ line: { start }, lead }) => {
        return {
          start,
          end: start + lead.length,
          text: lead.replace(/\t/g, '  ').replace(/[\u00A0\u202F]/g, ' '),
        }
      })
      const [first] = edits
      if (first !== undefined)
        this.#say(message, [first.start, first.end], { lines: edits.length }, ...edits)
    }
  }

  #say(
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

  #hold(from: number, to: number, sentence: string): void {
    this.#mask(from, this.#text.slice(from, to).replace(/\S/g, 'x'))
    this.#values.set(from, sentence)
  }
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

// A plain value goes on over the lines that are indented deeper and are no entry of their own.
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

// Whether YAML will read the value as the writer meant it, or fail in a way that is better
// explained by the YAML reader.
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

// Quotes around the whole that the writer meant as YAML's own: one of the two is missing, or the
// sentence holds the same sign. Where the next sign closes what the first one opened, « "Oui" et
// "non" », both are the sentence's.
function withoutStrayQuotes(sentence: string): string {
  const [sign = ''] = sentence
  if (CURLED.test(sentence)) return sentence.slice(1, -1)
  if (sign !== '"' && sign !== "'") return sentence
  const inner = sentence.slice(1)
  // A word processor curled one of the two.
  if (/^[^"“]*”$/.test(inner)) return inner.slice(0, -1)
  const signs = [...inner.matchAll(sign === '"' ? QUOTE : APOSTROPHE)]
  const [next] = signs
  if (next?.groups?.closes !== undefined && next.index < inner.length - 1) return sentence
  return signs.length % 2 === 1 && inner.endsWith(sign) ? inner.slice(0, -1) : inner
}

/** Both were curled: they stand where YAML's own should. */
const CURLED = /^[“”][^“”]+”$/
const QUOTE = /(?<=^|[\s(«'’])"(?=\S)|(?<closes>")/gu
/** Between two letters it neither opens nor closes anything. */
const APOSTROPHE = /(?<=^|[\s(«])'(?=\S)|(?<closes>(?<=\S)'(?=[\s.,;:!?…)»-]|$))/gu

// Apostrophes around a sentence that has none spare the writer the backslashes.
function quote(sentence: string): string {
  if (sentence.includes('"') && !/['\\]/.test(sentence)) return `'${sentence}'`
  return `"${sentence.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}
