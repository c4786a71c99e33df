import type { Programme, Source } from '@cahier/core'

/**
 * What git has kept of files, each with the line ends that it has in this folder when nothing else
 * is different: on Windows git gives them others (`core.autocrlf`), and that is no change.
 */
export function asWrittenHere(
  kept: readonly Source[],
  { documents, records, signatures }: Programme,
): readonly Source[] {
  const here = new Map(
    [...documents, ...records, ...signatures].map(({ path, text }) => [path, text]),
  )
  return kept.map(({ path, text }) => {
    const now = here.get(path) ?? text
    return { path, text: now !== text && withPlainEnds(now) === withPlainEnds(text) ? now : text }
  })
}

/**
 * A text with the line ends of Unix in place of those of Windows, and of no others: a lone return
 * ends no line of YAML.
 */
export function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
