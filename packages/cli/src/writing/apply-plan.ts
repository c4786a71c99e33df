import { join } from 'node:path'
import { isRefused, isUnknownName } from '@cahier/consensus'
import { asSentence, type Catalogue, type Plan, sentenceOf } from '@cahier/core'
import { diffText, groupedBy } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { readTextOrNull } from '../disk/files.ts'
import { wrapFor } from '../terminal/terminal.ts'
import { catalogue } from '../text/catalogue.ts'
import { changedLines } from '../text/changed-lines.ts'
import { shownPath } from '../text/shown-path.ts'
import { refuseUnwritable, writePlan } from './write-plan.ts'

/**
 * Writes a plan and lists its files, or says why it is refused. With `--dry-run`, only shows it.
 * @throws {UsageError} when a name is unknown, or the files cannot be written.
 */
export async function applyPlan(
  plan: Plan,
  invocation: Invocation,
  messages: Catalogue = catalogue,
): Promise<ExitCode> {
  const { language, print, say, sayError, values, folder, terminal } = invocation
  const words = WORDS[language]
  const sayFile = (what: string, path: string, more = '') =>
    say(`${what} ${shownPath(path, invocation)}${more}\n`)
  const unknown = plan.findings.find(isUnknownName)
  if (unknown !== undefined)
    throw new UsageError(sentenceOf(unknown, messages, 'fr'), sentenceOf(unknown, messages, 'en'))
  const sayFindings = (code: ExitCode): ExitCode => {
    const sentences = plan.findings.map((one) => asSentence(sentenceOf(one, messages, language)))
    for (const sentence of new Set(sentences)) sayError(`${wrapFor(terminal, sentence)}\n`)
    return code
  }
  if (isRefused(plan)) return sayFindings(1)
  if (values['dry-run'] === true) {
    refuseUnwritable(folder, plan)
    for (const { path, content } of plan.files) {
      sayFile(words.would, path)
      if (typeof content === 'string') print(indented(shown(path, content, invocation)))
    }
    for (const path of plan.removals) sayFile(words.wouldRemove, path)
    return sayFindings(0)
  }
  for (const [path, { length }] of gathered(await writePlan(folder, plan)))
    sayFile(words.written, path, length > 1 ? `/ (${words.files(length)})` : '')
  return sayFindings(0)
}

/** Above this number of copied positions files (members' stances), only their folder is listed. */
const FEW_COPIES = 6

function gathered(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folderOf = (path: string) => /^decisions\/.+\/positions(?=\/)/.exec(path)?.[0] ?? ''
  const copies = groupedBy(paths, folderOf)
  return groupedBy(paths, (path) => {
    const folder = folderOf(path)
    return folder !== '' && (copies.get(folder)?.length ?? 0) > FEW_COPIES ? folder : path
  })
}

function shown(path: string, content: string, { folder, terminal }: Invocation) {
  const before = readTextOrNull(join(folder, path))
  if (before === null) return content
  return changedLines(diffText(before, content), terminal).join('\n')
}

function indented(content: string) {
  return content
    .replace(/\r\n/g, '\n')
    .replace(/^(?=.)/gm, '    ')
    .replace(/\n?$/, '\n')
}

const WORDS = {
  fr: {
    would: 'serait écrit :',
    wouldRemove: 'serait enlevé :',
    written: 'écrit :',
    files: (count: number) => `${count} fichiers`,
  },
  en: {
    would: 'would be written:',
    wouldRemove: 'would be removed:',
    written: 'written:',
    files: (count: number) => `${count} files`,
  },
} as const

/** Joins plans that are written together or not at all. */
export function joinPlans(plans: readonly Plan[]): Plan {
  return {
    edits: plans.flatMap(({ edits }) => edits),
    files: plans.flatMap(({ files }) => files),
    removals: plans.flatMap(({ removals }) => removals),
    findings: plans.flatMap(({ findings }) => findings),
  }
}
