import { diffText } from '@cahier/prose'
import type { Format, Run } from './document/odt-runs.ts'

/** Words, and what stands out in them. */
export interface FormattedWords {
  readonly text: string
  readonly runs: readonly Run[]
}

/**
 * The words, as they are now, that are set in bold or in italics, struck through, or lead
 * somewhere, and were not set so, or were and are not. Those that were not there are among them
 * unless they are set as what they stand beside, or in the place of.
 */
export function changedFormats(printed: FormattedWords, now: FormattedWords): readonly string[] {
  const [was, is] = [formatsOf(printed), formatsOf(now)]
  if (was === null && is === null) return []
  const found: string[] = []
  let [from, to] = [0, 0]
  for (const { same, old, new: young } of diffText(printed.text, now.text)) {
    const near = new Set(
      same ? [] : ['', ...(was?.slice(Math.max(0, from - 1), from + old.length + 1) ?? [])],
    )
    let start = -1
    for (let unit = 0; unit <= young.length; unit++) {
      const format = is?.[to + unit] ?? ''
      const isOther =
        unit < young.length && (same ? (was?.[from + unit] ?? '') !== format : !near.has(format))
      if (isOther && start < 0 && /[\p{L}\p{N}]/u.test(young.charAt(unit))) start = unit
      if (!isOther && start >= 0) {
        const words = young.slice(start, unit)
        // An address that was typed leads to itself in Markdown too.
        if (same || !(is?.[to + start] ?? '').endsWith(words.trim().replace(/\/$/, '')))
          found.push(words)
        start = -1
      }
    }
    from += old.length
    to += young.length
  }
  return found
}

/** For each unit of the text, how it is set; `null` when nothing stands out. */
function formatsOf({ text, runs }: FormattedWords): readonly string[] | null {
  if (runs.length === 0) return null
  const formats = new Array<string>(text.length).fill('')
  for (const run of runs) formats.fill(formatIn(run), run.start, run.end)
  return formats
}

// A trip through another format adds or takes a last slash.
function formatIn({ strong, emphasis, struck, link = '' }: Format): string {
  return `${strong === true ? '*' : ''}${emphasis === true ? '_' : ''}${struck === true ? '~' : ''}${link.replace(/\/$/, '')}`
}
