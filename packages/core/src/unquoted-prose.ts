import type { Finding } from './finding.ts'
import { placeAt } from './place.ts'
import { yamlFinding } from './yaml-messages.ts'

/** YAML in which values that French sentences break are replaced by harmless ones of the same length, so that every offset holds. */
export interface Masked {
  readonly text: string
  /** The sentence each harmless value stands for, by offset. */
  readonly values: ReadonlyMap<number, string>
  readonly findings: readonly Finding[]
}

/** Keys whose value is a sentence; the keys below `requests` too. */
const PROSE_KEYS = new Set(['title', 'summary', 'question', 'argument', 'lifts-if', 'reason', 'reasons', 'name', 'role', 'what', 'says'])
const MAP_OF_PROSE = 'requests'

const KEY_LINE = /^([ \t\u00A0\u202F]*(?:- +)*)([\p{L}_][\p{L}\p{N}_-]*)([ \u00A0\u202F]?):([^\r\n]*)$/u

/** Finds the sentences that a writer forgot to quote, and the blanks that YAML takes for letters. `offset` is where `text` begins in its file. */
export function maskProse(path: string, text: string, offset: number, lineStarts: readonly number[]): Masked {
  const values = new Map<number, string>()
  const findings: Finding[] = []
  const place = (from: number, to: number) => placeAt(lineStarts, offset + from, offset + to)
  const lines = linesOf(text)
  const edit = (from: number, to: number, written: string) => [{ path, start: offset + from, end: offset + to, text: written }]
  const oddLines: Record<'tabIndent' | 'blankIndent', Line[]> = { tabIndent: [], blankIndent: [] }
  const masks: Mask[] = []
  const mask = (at: number, by: string) => masks.push({ at, by })
  let below = ''
  let skipDeeperThan = -1
  let readUntil = 0
  for (const [index, line] of lines.entries()) {
    if (findings.length >= MOST_FINDINGS) break
    if (line.start < readUntil) continue
    const indent = /^[ \t\u00A0\u202F]*/.exec(line.text)?.[0] ?? ''
    if (line.text.trim() === '' || line.text.trimStart().startsWith('#')) continue
    if (skipDeeperThan >= 0 && indent.length > skipDeeperThan) continue
    skipDeeperThan = -1
    const match = KEY_LINE.exec(line.text)
    if (match === null) continue
    const [, lead = '', key = '', gap = '', rest = ''] = match
    const odd = /[\t\u00A0\u202F]/.exec(lead)
    if (odd !== null) {
      oddLines[odd[0] === '\t' ? 'tabIndent' : 'blankIndent'].push({ ...line, end: line.start + lead.length, text: lead })
      mask(line.start, lead.replace(/[\t\u00A0\u202F]/g, ' '))
    }
    if (lead.length === 0) below = key
    const isProse = PROSE_KEYS.has(key) || (below === MAP_OF_PROSE && lead.length > 0)
    const colon = line.start + lead.length + key.length + gap.length
    const valueAt = colon + 1 + (/^[ \t]*/.exec(rest)?.[0].length ?? 0)
    const value = rest.trim()
    if (gap === '\u00A0' || gap === '\u202F') {
      findings.push(yamlFinding('blankBeforeColon', path, place(colon - 1, colon), { key }, edit(colon - 1, colon, '')))
      mask(colon - 1, ' ')
    }
    if (/^[\u00A0\u202F]/.test(rest)) {
      findings.push(yamlFinding('blankAfterColon', path, place(colon + 1, colon + 2), { key }, edit(colon + 1, colon + 2, ' ')))
      mask(colon + 1, ' ')
      if (isProse && value.length > 0) hold(colon + 2, line.end, value)
      continue
    }
    if (rest !== '' && !/^[ \t]/.test(rest) && isPlainKey(key, isProse) && !rest.startsWith('//')) {
      const shown = isProse && !isSafe(value) ? quote(withoutStrayQuotes(value)) : value
      findings.push(
        yamlFinding(
          'noSpaceAfterColon',
          path,
          place(line.start + lead.length, line.end),
          { key, line: `${key}: ${shown}` },
          edit(colon + 1, line.end, ` ${shown}`),
        ),
      )
      mask(colon + 1, ` ${'x'.repeat(Math.max(0, line.end - colon - 2))}`)
      values.set(colon + 2, value)
      continue
    }
    if (/^[>|][+-]?\d?[+-]?[ \t]*(?:#.*)?$/.test(value)) {
      skipDeeperThan = lead.length - (lead.endsWith('- ') ? 2 : 0)
      continue
    }
    if (!isProse || value === '') continue
    const last = lastLineOf(lines, index, lead.length)
    readUntil = last.end
    const whole = text.slice(valueAt, last.end).trimEnd()
    if (isSafe(whole)) continue
    const sentence = unfold(whole)
    const [block, sign = ''] = /^([>|][+-]) +/.exec(sentence) ?? []
    if (block !== undefined) {
      const end = valueAt + sign.length
      findings.push(
        yamlFinding(
          'blockLine',
          path,
          place(valueAt, valueAt + whole.length),
          { sign },
          edit(end, valueAt + block.length, `\n${indent}  `),
        ),
      )
      hold(valueAt, valueAt + whole.length, sentence.slice(block.length))
      continue
    }
    const meant = withoutStrayQuotes(sentence)
    const quoted = quote(meant)
    const end = valueAt + whole.length
    findings.push(
      yamlFinding(
        meant === sentence ? 'unquoted' : 'badQuotes',
        path,
        place(valueAt, end),
        { key, line: `${key}: ${quoted}` },
        edit(valueAt, end, quoted),
      ),
    )
    hold(valueAt, end, meant)
  }
  // One habit of an editor makes all these lines: one finding.
  for (const [message, [first, ...others]] of Object.entries(oddLines)) {
    if (first === undefined) continue
    const edits = [first, ...others].flatMap(({ start, end, text: lead }) =>
      edit(start, end, lead.replace(/\t/g, '  ').replace(/[\u00A0\u202F]/g, ' ')),
    )
    findings.push(yamlFinding(message, path, place(first.start, first.end), { lines: others.length + 1 }, edits))
  }
  return { text: withMasks(text, masks), values, findings }

  function hold(from: number, to: number, sentence: string): void {
    mask(from, text.slice(from, to).replace(/\S/g, 'x'))
    values.set(from, sentence)
  }
}

/** As many sentences to quote as anyone wants to hear of in one head. */
const MOST_FINDINGS = 500

interface Mask {
  readonly at: number
  readonly by: string
}

// Masks come in the order of the text, each as long as what it hides.
function withMasks(text: string, masks: readonly Mask[]): string {
  let from = 0
  const parts: string[] = []
  for (const { at, by } of masks) {
    parts.push(text.slice(from, at), by)
    from = at + by.length
  }
  return parts.join('') + text.slice(from)
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

function isPlainKey(key: string, isProse: boolean): boolean {
  return isProse || /^[a-zé][a-zé-]*$/.test(key)
}

// Whether YAML will read the value as the writer meant it, or fail in a way that is better explained by the YAML reader.
function isSafe(value: string): boolean {
  const first = value[0] as string
  if (first === '"') return /^"(?:[^"\\]|\\[\s\S])*"[ \t]*(?:#.*)?$/.test(value)
  if (first === "'") return /^'(?:[^']|'')*'[ \t]*(?:#.*)?$/.test(value)
  if ('@%*&>|[{!`'.includes(first)) return false
  if (/^[-?:](?:\s|$)/.test(value)) return false
  return !/:(?:[ \t]|$)/m.test(value) && !/[ \t]#/.test(value)
}

function unfold(value: string): string {
  return value
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .join(' ')
}

// Quotes around the whole that the writer meant as YAML's own: one of the two is missing, or the sentence holds the same sign.
function withoutStrayQuotes(sentence: string): string {
  const first = sentence[0] as string
  const inner = sentence.slice(1)
  if (first === "'") return inner.replace(/'$/, '')
  if (first !== '"') return sentence
  if (!inner.includes('"')) return inner
  const isAround = inner.endsWith('"') && /(?:^|\s)"/.test(inner.slice(0, -1))
  return isAround ? inner.slice(0, -1) : sentence
}

// Apostrophes around a sentence that has none spare the writer the backslashes.
function quote(sentence: string): string {
  if (sentence.includes('"') && !/['\\]/.test(sentence)) return `'${sentence}'`
  return `"${sentence.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}
