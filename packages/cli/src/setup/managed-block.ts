import { UsageError } from '../arguments/usage-error.ts'

export interface BlockMarks {
  readonly begin: string
  readonly end: string
}

/** The lines that mark the block of a setup target in a file with `#` comments. */
export function blockMarks(target: string): BlockMarks {
  return { begin: `# >>> cahier setup ${target}`, end: `# <<< cahier setup ${target}` }
}

/** The lines between the markers; `null` without markers. */
export function blockIn(text: string, { begin, end }: BlockMarks): readonly string[] | null {
  const lines = text.split(/\r?\n/)
  const [from, to] = [lines.indexOf(begin), lines.indexOf(end)]
  return from < 0 || to < from ? null : lines.slice(from + 1, to)
}

/**
 * Replaces the lines between the markers, or appends the block.
 * @throws {UsageError} when one marker is missing.
 */
export function withBlock(
  path: string,
  text: string,
  marks: BlockMarks,
  content: readonly string[],
): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/\r?\n/)
  const [from, to] = [lines.indexOf(marks.begin), lines.indexOf(marks.end)]
  const block = [marks.begin, ...content, marks.end]
  if (from < 0 && to < 0) {
    const ended = text === '' || /\n$/.test(text) ? text : `${text}${newline}`
    return `${ended}${ended === '' ? '' : newline}${block.join(newline)}${newline}`
  }
  if (from < 0 || to < from)
    throw new UsageError(
      `dans « ${path} », il manque l’une des lignes « ${marks.begin} » et « ${marks.end} » : remettez-la, ou effacez l’autre et ce qui l’entoure`,
      `in “${path}”, one of the lines “${marks.begin}” and “${marks.end}” is missing: put it back, or erase the other and what goes with it`,
    )
  return [...lines.slice(0, from), ...block, ...lines.slice(to + 1)].join(newline)
}
