/** Rows of a dialogue on a small screen. */
const TALLEST = 14

/** Characters in a row of the narrowest dialogue. */
const WIDEST = 60

/**
 * Prepares the output of a dry run, for a person to confirm. Each changed line becomes two: before
 * and after.
 */
export function confirmationOf(output: string) {
  const lines = output.trimEnd().split('\n')
  const whole = joinChangedLines(lines).flatMap(beforeAndAfter)
  const shown = fitting(whole)
  return {
    /** The first lines, as many as a dialogue can show. */
    detail: shown.map(withIndent).join('\n'),
    whole: whole.join('\n'),
    isCut: shown.join('\n') !== whole.join('\n'),
  }
}

function joinChangedLines(lines: readonly string[]): readonly string[] {
  const chunks: string[] = []
  let open = ''
  for (const line of lines) {
    const chunk = open === '' ? line : `${open}\n${line}`
    const rest = chunk.replace(DELETION, '').replace(INSERTION, '')
    open = /\[-|\{\+(?!\+)/.test(rest) ? chunk : ''
    if (open === '') chunks.push(chunk)
  }
  return open === '' ? chunks : [...chunks, ...open.split('\n')]
}

// `[-deleted-]` and `{+inserted+}`, but not `{++ ++}`, which marks an amendment in a text.
const DELETION = /\[-([\s\S]*?)-\]/g
const INSERTION = /\{\+(?!\+)([\s\S]*?)\+\}/g

function beforeAndAfter(chunk: string): readonly string[] {
  const before = chunk.replace(INSERTION, '').replace(DELETION, '$1')
  const after = chunk.replace(DELETION, '').replace(INSERTION, '$1')
  if (before === after) return chunk.split('\n')
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

// Dialogues drop leading spaces: no-break spaces keep the levels of a list.
function withIndent(line: string): string {
  return line.replace(/^ +/, (blanks) => '\u00A0'.repeat(blanks.length))
}
