import type { ThreeTexts } from './merge-text.ts'

/** Texts longer than this, in UTF-16 units, are merged by lines. */
const LONGEST = 1_000_000

/**
 * Whether texts are merged by lines only: binary, badly decoded or very long ones, with conflict
 * markers, or with line ends of two kinds.
 */
export function needsLineMerge({ base, ours, theirs }: ThreeTexts): boolean {
  const texts = [base, ours, theirs]
  if (
    texts.some(
      (text) =>
        text.length > LONGEST ||
        /[\0\uFFFD]/u.test(text) ||
        /^(?:<{7}|>{7}|\|{7})(?: |\r?$)/m.test(text),
    )
  )
    return true
  const ends = new Set(
    texts.flatMap((text) =>
      (/\r(?!\n)/.test(text) ? ['\r'] : []).concat(
        text.includes('\r\n') ? ['\r\n'] : [],
        /(?<!\r)\n/.test(text) ? ['\n'] : [],
      ),
    ),
  )
  return ends.size > 1
}
