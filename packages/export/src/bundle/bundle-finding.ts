import type { Finding, MessageData } from '@cahier/core'
import type { bundleMessages } from './bundle-messages.ts'

type Rules = typeof bundleMessages

/** Something that does not hold in a bundle: always an error. */
export function bundleFinding<Rule extends keyof Rules>(
  rule: Rule,
  message: keyof Rules[Rule] & string,
  path: string,
  data: MessageData = {},
  line = 1,
): Finding {
  const start = { line, column: 1, offset: 0 }
  return {
    rule,
    severity: 'error',
    message,
    data,
    path: shownName(path),
    place: { start, end: start },
  }
}

/**
 * A name of file as it can be shown: what would move the cursor, end a line or turn the writing
 * around is replaced.
 */
export function shownName(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')
}
