/** What a verb says it would write, for a person to agree to. */
export interface Confirmation {
  /** What a dialogue has room for. */
  readonly detail: string
  /** All of it. */
  readonly whole: string
  readonly isCut: boolean
}

/** Rows of a dialogue that fit on a small screen, its title and its buttons left out. */
const TALLEST = 14

/** Signs on a row of the narrowest dialogue. */
const WIDEST = 60

/** What to show of the words of a dry run: lines that change are given before and after. */
export function confirmationOf(output: string): Confirmation {
  const lines = output.trimEnd().split('\n')
  const whole = passagesOf(lines).flatMap(beforeAndAfter)
  const shown = fitting(whole)
  return {
    detail: shown.map(withIndent).join('\n'),
    whole: whole.join('\n'),
    isCut: shown.join('\n') !== whole.join('\n'),
  }
}

/** Lines by passage: what is taken out or put in may go over several. */
function passagesOf(lines: readonly string[]): readonly string[] {
  const passages: string[] = []
  let open = ''
  for (const line of lines) {
    const passage = open === '' ? line : `${open}\n${line}`
    const rest = passage.replace(TAKEN_OUT, '').replace(PUT_IN, '')
    open = /\[-|\{\+(?!\+)/.test(rest) ? passage : ''
    if (open === '') passages.push(passage)
  }
  return open === '' ? passages : [...passages, ...open.split('\n')]
}

// Amendments have marks of their own, `{++ ++}`, which stay as they are.
const TAKEN_OUT = /\[-([\s\S]*?)-\]/g
const PUT_IN = /\{\+(?!\+)([\s\S]*?)\+\}/g

function beforeAndAfter(passage: string): readonly string[] {
  const before = passage.replace(PUT_IN, '').replace(TAKEN_OUT, '$1')
  const after = passage.replace(TAKEN_OUT, '').replace(PUT_IN, '$1')
  if (before === after) return passage.split('\n')
  return [...signed('−', before), ...signed('+', after)]
}

function signed(sign: string, text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => line.replace(/^(?: {2})?( *)/, `$1${sign} `))
}

function fitting(lines: readonly string[]): readonly string[] {
  const shown: string[] = []
  let room = TALLEST
  for (const line of lines) {
    const rows = Math.max(1, Math.ceil(line.length / WIDEST))
    if (rows > room) return [...shown, room === 0 ? '…' : `${line.slice(0, room * WIDEST)}…`]
    shown.push(line)
    room -= rows
  }
  return shown
}

// Dialogues drop the blanks that lines begin with, and with them what a list belongs to.
function withIndent(line: string): string {
  return line.replace(/^ +/, (blanks) => '\u00A0'.repeat(blanks.length))
}
