import { type Finding, type Kind, readDocument, type Source } from '@cahier/core'
import { lintLooseText, lintText, PassageMemory, readLooseText, type Settings } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { type Asked, looseDisk } from './loose-disk.ts'
import { surroundingsOn } from './noted-surroundings.ts'

/** What is looked for in each of many texts by itself: plain data, so that another thread can be asked. `folder` is what loose texts stand in, `''` when their links are not followed. */
export type TextJob =
  | { readonly kind: 'loose'; readonly rule: string; readonly folder: string }
  | { readonly kind: 'programme'; readonly settings: Settings }

/** One text of them. `kind` is that of a programme's file; a loose text has none. */
export interface JobText {
  readonly path: string
  readonly kind: Kind | null
  readonly text: string
}

/** What is to be said of one text. */
export interface TextFound {
  readonly findings: readonly Finding[]
  /** What it depends on besides the text. */
  readonly asked: readonly Asked[]
}

/** What looks at one text after the other; of the texts around them, `sources` need not be read again. */
export function lookFor(job: TextJob, parse: Parser, sources: readonly Source[] = []): (text: JobText) => TextFound {
  const memory = new PassageMemory()
  if (job.kind === 'programme')
    return ({ path, kind, text }) => {
      const document = readDocument({ path, text }, kind ?? 'page', parse)
      return { findings: lintText(document, job.settings, undefined, memory), asked: [] }
    }
  const surroundings = job.folder === '' ? null : surroundingsOn(looseDisk(job.folder, sources), parse)
  return ({ path, text }) => {
    const asked = new Set<Asked>()
    const findings = lintLooseText(readLooseText({ path, text }, parse), { rule: job.rule, surroundings: surroundings?.(asked), memory })
    return { findings, asked: [...asked] }
  }
}
