import { existsSync } from 'node:fs'
import type { Source } from '@cahier/core/source'
import { buildId } from '../build-id.ts'
import { cacheFolder } from '../cache-folder.ts'
import type { Invocation } from '../command.ts'
import { textSize } from '../text-size.ts'
import { inputsOfTold } from './inputs-of-told.ts'
import { keptAs } from './kept-file.ts'
import type { LintInput } from './lint-input.ts'
import { type LintMemory, lintMemory, NO_MEMORY } from './lint-memory.ts'
import { answersOf, isStillSo, looseDisk } from './loose-disk.ts'
import { type ToldMemory, toldMemory } from './told-memory.ts'

/** Shorter texts are linted again in less time than they take to remember. In bytes, all texts together. */
const WORTH_REMEMBERING = 200_000

/**
 * The memory of the linter, for a large folder and a run that mends nothing. It is kept among the caches of the person who works, never in the folder: what
 * a contribution brings must not be taken for something we found. `--no-cache` does without, `CAHIER_CACHE` names another folder.
 */
export function openMemory({ values }: Pick<Invocation, 'values'>, place: string, sources: readonly Source[]): LintMemory {
  const folder = folderFor(values, sources)
  return folder === '' ? NO_MEMORY : lintMemory(folder, place, programInWords())
}

/** What was told the last time of such a folder; `null` when nothing is remembered of it, and for what depends on more than its texts. */
export function openToldMemory(invocation: Invocation, input: LintInput): ToldMemory | null {
  const { values } = invocation
  const [place, sources] = input.kind === 'loose' ? [input.files.folder, input.files.sources] : [invocation.folder, input.read.sources]
  const folder = folderFor(values, sources)
  // Git knows more than texts; and what is told to a forge is made anew each time.
  if (folder === '' || typeof values.since === 'string' || values.format === 'github' || values.format === 'gitlab') return null
  const answers = answersOf(looseDisk(place, sources))
  return toldMemory(
    folder,
    place,
    programInWords(),
    () => inputsOfTold(invocation, input),
    (asked) => isStillSo(asked, answers),
  )
}

/** Whether something was told of what stands in a folder, as far as can be known before it is read. */
export function mayBeRemembered({ values }: Pick<Invocation, 'values'>, place: string): boolean {
  const folder = values['no-cache'] === true ? '' : process.env.CAHIER_CACHE || cacheFolder()
  return folder !== '' && existsSync(keptAs(folder, place, 'told'))
}

// `''` when nothing is to be remembered.
function folderFor(values: Invocation['values'], sources: readonly Source[]): string {
  if (values['no-cache'] === true || values.fix === true || textSize(sources) < WORTH_REMEMBERING || buildId() === '') return ''
  return process.env.CAHIER_CACHE || cacheFolder()
}

function programInWords(): string {
  return [buildId(), process.version, process.env.CAHIER_PARSER ?? ''].join(' ')
}
