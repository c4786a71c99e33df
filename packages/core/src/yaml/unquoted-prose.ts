import { type Splice, spliced } from '@cahier/prose'
import { wordSet } from '../language/stop-words.ts'
import type { MessageData } from '../model/finding.ts'
import type { YamlFault } from './yaml-fault.ts'

/** A YAML text that can be parsed: `x` letters replace unquoted sentences. Offsets stay valid. */
export interface Masked {
  readonly text: string
  /** The replaced sentences, by offset. */
  readonly values: ReadonlyMap<number, string>
  readonly faults: readonly YamlFault[]
}

// Keys whose value is a sentence, besides those below `requests`.
const PROSE_KEYS = wordSet(
  'title summary question argument lifts-if reason reasons name role what says',
)
const MAP_OF_PROSE = 'requests'

const KEY_LINE =
  /^([ \t\u00A0\u202F]*(?:- +)*)([\p{L}_][\p{L}\p{N}_-]*)([ \u00A0\u202F]?):([^\r\n]*)$/u

// The sign that opens a YAML block text, such as `>-`.
const BLOCK = /^[>|][+-]?\d?[+-]?[ \t]*(?:#.*)?$/

// A key in braces whose value has no quotes: `{reason: Tôt}`. Quoted texts match too, so that the
// search jumps over them.
const PAIR =
  /(?<=[:{,[] ?)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[{,] ?([\p{L}_][\p{L}\p{N}_-]*):[ \t]+(?=[^\s"'[{])/gu
const BRACED = /^.*?(?=\s*(?:, ?[\p{L}_][\p{L}\p{N}_-]*:(?:\s|$)|\}\s*(?:[\]},#]|$)))/u
const REQUESTS = new RegExp(`(?:^|[\\s{,])${MAP_OF_PROSE}: *\\{[^{}]*$`)
// The longest value in braces, in UTF-16 units.
const LONGEST = 4000

/**
 * Masks unquoted sentences that YAML would misread, such as `title: Objectif #3`. Also replaces the
 * no-break spaces and tabs around keys, which YAML does not accept.
 */
export function maskProse(text: string): Masked {
  const masks: Splice[] = []
  const values = new Map<number, string>()
  const faults: YamlFault[] = []
  const tabs: Splice[] = []
  const lines = linesOf(text)
  let top = ''
  let skipDeeperThan = -1
  let readUntil = 0
  for (const [index, line] of lines.entries()) {
    if (faults.length >= MOST_FAULTS) break
    if (line.start < readUntil || /^\s*(?:#|$)/.test(line.text)) continue
    if (skipDeeperThan >= 0 && indentOf(line).length > skipDeeperThan) continue
    skipDeeperThan = -1
    const entry = entryOn(line, top)
    if (entry === null) {
      readBraces(line)
      continue
    }
    const { lead, key, value, isProse } = entry
    if (lead === '') top = key
    readLead(entry)
    if (readColon(entry)) continue
    if (BLOCK.test(value)) skipDeeperThan = lead.length - (lead.endsWith('- ') ? 2 : 0)
    else if (isProse && value !== '') {
      readUntil = lastLineOf(lines, index, lead.length).end
      readSentence(entry, readUntil)
    } else if (!isProse) readBraces(line)
  }
  // All tabs in indentation make one fault, because one editor setting adds them all.
  report(tabs.length > 1 ? 'tabIndents' : 'tabIndent', { others: tabs.length - 1 }, tabs)
  return { text: spliced(text, masks), values, faults }

  function readLead({ line: { start }, lead }: Entry) {
    if (!/[\t\u00A0\u202F]/.test(lead)) return
    if (lead.includes('\t')) tabs.push(splice(start, start + lead.length, spacesFor(lead)))
    else report('blankIndent', {}, [splice(start, start + lead.length, spacesFor(lead))])
    // In place of a lone no-break space, a line break puts the key at the margin.
    mask(start, spacesFor(lead) === '' ? '\n' : lead.replace(/[\t\u00A0\u202F]/g, ' '))
  }

  // Returns true when the rest of the line needs no other check.
  function readColon({ line, lead, key, gap, colon, rest, value, isProse }: Entry) {
    if (gap === '\u00A0' || gap === '\u202F') {
      report('blankBeforeColon', { key }, [splice(colon - 1, colon, '')])
      mask(colon - 1, ' ')
    }
    if (/^[\u00A0\u202F]/.test(rest)) {
      report('blankAfterColon', { key }, [splice(colon + 1, colon + 2, ' ')])
      mask(colon + 1, ' ')
      if (isProse && value !== '') maskValue(colon + 2, line.end, value)
      return true
    }
    if (/^(?:[ \t]|\/\/|$)/.test(rest) || !isPlainKey(key, isProse)) return false
    const shown = isProse && !isSafe(value) ? quote(withoutStrayQuotes(value)) : value
    const edits = [splice(colon + 1, line.end, ` ${shown}`)]
    const data = { key, line: `${key}: ${shown}` }
    faults.push({
      message: 'noSpaceAfterColon',
      start: line.start + lead.length,
      end: line.end,
      data,
      edits,
    })
    mask(colon + 1, ` ${'x'.repeat(Math.max(0, line.end - colon - 2))}`)
    values.set(colon + 2, value)
    return true
  }

  function readSentence({ key, colon, rest }: Entry, lastEnd: number) {
    const start = colon + 1 + (/^[ \t]*/.exec(rest)?.[0].length ?? 0)
    const whole = text.slice(start, lastEnd).trimEnd()
    if (isSafe(whole)) return
    const sentence = unfold(whole)
    const meant = withoutStrayQuotes(sentence)
    const message = meant === sentence || CURLED.test(sentence) ? 'unquoted' : 'badQuotes'
    reportSentence(message, key, start, start + whole.length, meant)
  }

  // Checks sentences in braces, which a comma breaks: `{reason: Tôt, et cher}`.
  function readBraces({ text: line, start }: Line) {
    if (!line.includes('{')) return
    const pairs = new RegExp(PAIR)
    for (let pair = pairs.exec(line); pair !== null; pair = pairs.exec(line)) {
      const key = pair[1] ?? ''
      const from = pairs.lastIndex
      if (!PROSE_KEYS.has(key) && !(key !== '' && REQUESTS.test(line.slice(0, pair.index + 1))))
        continue
      const sentence = BRACED.exec(line.slice(from, from + LONGEST))?.[0]
      if (sentence === undefined) return
      pairs.lastIndex = from + sentence.length
      if (isSafe(sentence) && !/[,[\]{}]/.test(sentence)) continue
      const end = start + pairs.lastIndex
      reportSentence('unquoted', key, start + from, end, withoutStrayQuotes(sentence))
    }
  }

  function reportSentence(
    message: string,
    key: string,
    start: number,
    end: number,
    sentence: string,
  ) {
    const quoted = quote(sentence)
    report(message, { key, line: `${key}: ${quoted}` }, [splice(start, end, quoted)])
    maskValue(start, end, sentence)
  }

  function report(message: string, data: MessageData, edits: readonly Splice[]) {
    const [first] = edits
    if (first !== undefined)
      faults.push({ message, start: first.start, end: first.end, data, edits })
  }

  function mask(at: number, by: string) {
    masks.push(splice(at, at + by.length, by))
  }

  function maskValue(from: number, to: number, sentence: string) {
    mask(from, text.slice(from, to).replace(/\S/g, 'x'))
    values.set(from, sentence)
  }
}

const MOST_FAULTS = 500

interface Entry {
  readonly line: Line
  /** Blanks and dashes before the key. */
  readonly lead: string
  readonly key: string
  /** A blank before the colon. */
  readonly gap: string
  readonly colon: number
  readonly rest: string
  readonly value: string
  readonly isProse: boolean
}

function entryOn(line: Line, top: string): Entry | null {
  const match = KEY_LINE.exec(line.text)
  if (match === null) return null
  const [, lead = '', key = '', gap = '', rest = ''] = match
  const isProse = PROSE_KEYS.has(key) || (top === MAP_OF_PROSE && lead !== '')
  const colon = line.start + lead.length + key.length + gap.length
  return { line, lead, key, gap, colon, rest, value: rest.trim(), isProse }
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

// A value without quotes continues on the lines that are indented deeper.
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

// The same indent in ordinary spaces. A lone no-break space is no indent, so it is dropped.
function spacesFor(lead: string) {
  const spaces = lead.replaceAll('\t', '  ').replace(/[\u00A0\u202F]/g, ' ')
  return spaces === ' ' ? '' : spaces
}

function indentOf({ text }: Line) {
  return /^[ \t]*/.exec(text)?.[0] ?? ''
}

function isPlainKey(key: string, isProse: boolean) {
  return isProse || /^[a-zé][a-zé-]*$/.test(key)
}

// True when YAML reads the value as meant, or reports a clear error by itself.
function isSafe(value: string) {
  const first = value[0] as string
  if (first === '"') return /^"(?:[^"\\]|\\[\s\S])*"[ \t]*(?:#.*)?$/.test(value)
  if (first === "'") return /^'(?:[^']|'')*'[ \t]*(?:#.*)?$/.test(value)
  // The YAML parser reports text after `>-`.
  if (/^[>|][+-]/.test(value)) return true
  if ('@%*&>|[]{}!`,'.includes(first)) return false
  if (/^[-?:](?:\s|$)/.test(value)) return false
  return !/:(?:[ \t]|$)/m.test(value) && !/[ \t]#/.test(value)
}

function unfold(value: string) {
  return value
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .join(' ')
}

// Removes the quotes around a whole sentence, even if the closing quote is missing. Quotes around
// words stay: `"Oui" et "non"`.
function withoutStrayQuotes(sentence: string) {
  const [sign = ''] = sentence
  if (CURLED.test(sentence)) return sentence.slice(1, -1)
  if (sign !== '"' && sign !== "'") return sentence
  const inner = sentence.slice(1)
  if (/^[^"“]*”$/.test(inner)) return inner.slice(0, -1)
  const signs = [...inner.matchAll(sign === '"' ? QUOTE : APOSTROPHE)]
  const [next] = signs
  if (next?.groups?.closes !== undefined && next.index < inner.length - 1) return sentence
  return signs.length % 2 === 1 && inner.endsWith(sign) ? inner.slice(0, -1) : inner
}

const CURLED = /^[“”][^“”]+”$/
// A double quote. The group `closes` is set unless the quote opens a word.
const QUOTE = /(?<=^|[\s(«'’])"(?=\S)|(?<closes>")/gu
// The same for a single quote. An apostrophe between two letters is no quote.
const APOSTROPHE = /(?<=^|[\s(«])'(?=\S)|(?<closes>(?<=\S)'(?=[\s.,;:!?…)»-]|$))/gu

// A sentence that has double quotes is put in single quotes, to avoid backslashes.
function quote(sentence: string) {
  if (sentence.includes('"') && !/['\\]/.test(sentence)) return `'${sentence}'`
  return `"${sentence.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}
