import { UsageError } from '../arguments/usage-error.ts'

/**
 * Where the lines of one `cahier setup` begin and end in a file that also holds the lines of
 * others.
 */
export interface BlockMarks {
  readonly begin: string
  readonly end: string
}

/** The marks of one target, in a file where `#` begins a comment. */
export function marksOf(target: string): BlockMarks {
  return { begin: `# >>> cahier setup ${target}`, end: `# <<< cahier setup ${target}` }
}

/** The lines between the marks; `null` when the file has none of ours. */
export function blockIn(text: string, { begin, end }: BlockMarks): readonly string[] | null {
  const lines = text.split(/\r?\n/)
  const [from, to] = [lines.indexOf(begin), lines.indexOf(end)]
  return from < 0 || to < from ? null : lines.slice(from + 1, to)
}

/**
 * The file with these lines between the marks: where they were, else at the end. All the rest is
 * kept, line ends too.
 * @throws {UsageError} when one of the marks is gone, for then nobody knows what is whose.
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
    const kept = text === '' || /\n$/.test(text) ? text : `${text}${newline}`
    return `${kept}${kept === '' ? '' : newline}${block.join(newline)}${newline}`
  }
  if (from < 0 || to < from)
    throw new UsageError(
      `dans « ${path} », il manque l’une des lignes « ${marks.begin} » et « ${marks.end} » : remettez-la, ou effacez l’autre et ce qui l’entoure`,
      `in “${path}”, one of the lines “${marks.begin}” and “${marks.end}” is missing: put it back, or erase the other and what goes with it`,
    )
  return [...lines.slice(0, from), ...block, ...lines.slice(to + 1)].join(newline)
}
