import { fenceAfter, type Line } from './book-lines.ts'
import { codeIn } from './code-in-lines.ts'
import { indentedCode } from './indented-code.ts'

/** Whether a text may hold notes within its lines, or with a space before their colon. */
export const NOTES_ON_A_LINE: RegExp = /\^\[[^\]^]|^ {0,3}\[\^[^\]\s]+\][ \u00A0\u202F]:/m

/**
 * Takes notes written where they are called, `^[words]` as pandoc and Obsidian have it, to the end
 * of the text, and leaves their call. Those that begin with `[^1] :`, as French is spaced, are
 * notes too.
 */
export function writeNotes(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => NOTES_ON_A_LINE.test(text))) return lines
  const notes: Line[] = []
  const isIndentedCode = indentedCode(lines)
  const isCode = codeIn(lines)
  let fence = ''
  const written = lines.map((line, at) => {
    fence = fenceAfter(line.text, fence)
    if (fence !== '' || isIndentedCode[at]) return line
    const [spaced, call = ''] = /^( {0,3}\[\^[^\]\s]+\])[ \u00A0\u202F](?=:)/.exec(line.text) ?? []
    const said = spaced === undefined ? line.text : call + line.text.slice(spaced.length)
    const text = withCalls(said, isCode(at), (note) => {
      const label = `^${LABEL}${notes.length / 2 + 1}`
      notes.push(
        { ...line, text: '', end: '\n' },
        { ...line, text: `[${label}]: ${note}`, end: '\n' },
      )
      return `[${label}]`
    })
    return { ...line, text }
  })
  const last = written.at(-1)
  return last === undefined || notes.length === 0
    ? written
    : [...written.slice(0, -1), { ...last, end: last.end || '\n' }, ...notes]
}

const LONGEST = 4000
/** Begins the label of each such note: a letter of the private use area, which nobody writes. */
const LABEL = '\uE0F3'

function withCalls(
  line: string,
  isCode: (at: number) => boolean,
  call: (note: string) => string,
): string {
  let written = ''
  let left = 0
  for (let at = line.indexOf('^['); at >= 0; at = line.indexOf('^[', Math.max(at + 1, left))) {
    const end = closingOf(line, at + 1, isCode)
    const note = line.slice(at + 2, end)
    if (end < 0 || isCode(at) || /[\\[]/.test(line[at - 1] ?? '') || !/\p{L}{2}/u.test(note))
      continue
    written += line.slice(left, at) + call(note)
    left = end + 1
  }
  return written + line.slice(left)
}

/**
 * Where the bracket that opens at `at` is closed; -1 where it is not, or too far to be one note.
 */
function closingOf(line: string, at: number, isCode: (at: number) => boolean): number {
  let depth = 0
  for (let here = at; here < Math.min(line.length, at + LONGEST); here++) {
    if (isCode(here)) continue
    if (line[here] === '\\') here++
    else if (line[here] === '[') depth++
    else if (line[here] === ']' && --depth === 0) return here
  }
  return -1
}
