import type { Source } from '@cahier/core'
import { buildId } from '../build-id.ts'
import { cacheFolder } from '../cache-folder.ts'
import type { Invocation } from '../command.ts'
import { textLength } from '../text-length.ts'
import { type LintMemory, lintMemory, NO_MEMORY } from './lint-memory.ts'

/** Shorter texts are linted again in less time than they take to remember. In UTF-16 units, all texts together. */
const WORTH_REMEMBERING = 200_000

/**
 * The memory of the linter, for a large folder and a run that mends nothing. It is kept among the caches of the person who works, never in the folder: what
 * a contribution brings must not be taken for something we found. `--no-cache` does without, `CAHIER_CACHE` names another folder.
 */
export function openMemory({ values }: Pick<Invocation, 'values'>, place: string, sources: readonly Source[]): LintMemory {
  const length = textLength(sources)
  const build = buildId()
  if (values['no-cache'] === true || values.fix === true || length < WORTH_REMEMBERING || build === '') return NO_MEMORY
  const folder = process.env.CAHIER_CACHE || cacheFolder()
  return folder === '' ? NO_MEMORY : lintMemory(folder, place, [build, process.version, process.env.CAHIER_PARSER ?? ''].join(' '))
}

/** What goes into the sum of a whole folder: every text under its path. */
export function* textsOf(sources: readonly Source[]): Iterable<string> {
  for (const { path, text } of sources) {
    yield path
    yield text
  }
}
