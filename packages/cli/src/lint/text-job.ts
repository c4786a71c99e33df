import { type Finding, type Kind, readDocument } from '@cahier/core'
import { lintLooseText, lintText, readLooseText, type Settings } from '@cahier/lint'
import type { Parser } from '@cahier/prose'

/** What is looked for in each of many texts by itself: plain data, so that another thread can be asked. */
export type TextJob = { readonly kind: 'loose'; readonly rule: string } | { readonly kind: 'programme'; readonly settings: Settings }

/** One text of them. `kind` is that of a programme's file; a loose text has none. */
export interface JobText {
  readonly path: string
  readonly kind: Kind | null
  readonly text: string
}

/** What is to be said of one text, which depends on nothing else. */
export function findingsIn({ path, kind, text }: JobText, job: TextJob, parse: Parser): readonly Finding[] {
  if (job.kind === 'loose') return lintLooseText(readLooseText({ path, text }, parse), job.rule)
  return lintText(readDocument({ path, text }, kind ?? 'page', parse), job.settings)
}
