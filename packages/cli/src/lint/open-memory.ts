import type { Source } from '@cahier/core'
import { buildId } from '../build-id.ts'
import { cacheFolder } from '../cache-folder.ts'
import type { Invocation } from '../command.ts'
import { textSize } from '../text-size.ts'
import { type LintMemory, lintMemory, NO_MEMORY } from './lint-memory.ts'
import { type Part, partOf } from './sum-of.ts'

/** Shorter texts are linted again in less time than they take to remember. In bytes, all texts together. */
const WORTH_REMEMBERING = 200_000

/**
 * The memory of the linter, for a large folder and a run that mends nothing. It is kept among the caches of the person who works, never in the folder: what
 * a contribution brings must not be taken for something we found. `--no-cache` does without, `CAHIER_CACHE` names another folder.
 */
export function openMemory({ values }: Pick<Invocation, 'values'>, place: string, sources: readonly Source[]): LintMemory {
  const build = buildId()
  if (values['no-cache'] === true || values.fix === true || textSize(sources) < WORTH_REMEMBERING || build === '') return NO_MEMORY
  const folder = process.env.CAHIER_CACHE || cacheFolder()
  return folder === '' ? NO_MEMORY : lintMemory(folder, place, [build, process.version, process.env.CAHIER_PARSER ?? ''].join(' '))
}

/** What goes into the sum of a whole folder: every text under its path. */
export function* textsOf(sources: readonly Source[]): Iterable<Part> {
  for (const source of sources) {
    yield source.path
    yield partOf(source)
  }
}
