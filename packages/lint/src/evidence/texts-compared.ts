import type { Document, Programme } from '@cahier/core'
import { indexAhead, type Subject, subjectsIn, textsAbout } from './subjects.ts'

// Ten thousand proposals on one subject are compared with its first ones, not with each other.
const MOST_TEXTS = 50

/** The texts that may give another value to a figure of a document: those that come before it. */
export function textsCompared(
  programme: Programme,
  document: Document,
  subject: Subject,
): readonly Document[] {
  return [...textsAbout(programme, subject, MOST_TEXTS)].filter(({ path }) => path < document.path)
}

/**
 * All that is asked of other texts for one document, a text at a time. It is kept: who must not
 * hold up anybody goes through this before the rule speaks.
 */
export function* compareAhead(programme: Programme, document: Document): Generator<void> {
  yield* indexAhead(programme)
  for (const subject of subjectsIn(programme, document))
    for (const other of textsCompared(programme, document, subject))
      yield void subjectsIn(programme, other)
}
