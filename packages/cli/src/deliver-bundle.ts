import type { Edition, OutputFile } from '@cahier/export'
import type { Invocation } from './command.ts'
import { bundleReport, folderShown } from './in-words/bundle-report.ts'
import { refuseBundle, writeBundle } from './writing/write-bundle.ts'

/**
 * Writes the bundle of an edition, or with `--dry-run` only makes sure that it can be, and tells of
 * it: `head` in one line, then its files.
 */
export function deliverBundle(
  edition: Edition,
  bundle: readonly OutputFile[],
  out: string,
  head: string,
  { values, cwd, language, say }: Invocation,
): void {
  const isDry = values['dry-run'] === true
  if (isDry) refuseBundle(out, bundle)
  else writeBundle(out, bundle)
  const lines = [
    ...(isDry ? [DRY[language]] : []),
    head,
    ...bundleReport(edition, bundle, folderShown(cwd, out), language),
  ]
  say(`${lines.join('\n')}\n`)
}

const DRY = {
  fr: 'Rien n’est écrit ; serait écrit :',
  en: 'Nothing is written; would be written:',
} as const
