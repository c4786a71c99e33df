import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type NewFile, wording } from '@cahier/core'
import { repositoryAbove } from '@cahier/core/read-folder'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { systemCode } from '../disk/files.ts'
import { applyPlan } from '../writing/apply-plan.ts'

/** Sets up one editor, forge or other tool for a programme. */
export type SetupTarget = (invocation: Invocation) => Promise<ExitCode>

/** The root of the repository around a folder; outside a repository, the folder itself. */
export function repositoryOf(folder: string): string {
  return repositoryAbove(folder) ?? folder
}

export const UP_TO_DATE = {
  fr: 'Tout est déjà en place.',
  en: 'Everything is already in place.',
} as const

export interface SetupFile {
  readonly path: string
  readonly content: string
}

/**
 * Writes `others`, and the files of `wanted` that do not exist. A file that exists stays as it is:
 * if its text differs, the wanted text is printed.
 */
export async function writeMissing(
  wanted: readonly SetupFile[],
  others: readonly NewFile[],
  invocation: Invocation,
): Promise<ExitCode> {
  const { folder, language } = invocation
  const there = wanted.filter(({ path }) => existsSync(join(folder, path)))
  const before = there.map(({ path }) => textBefore(folder, path))
  const files = [...wanted.filter((file) => !there.includes(file)), ...others]
  const code = await applyPlan({ ...EMPTY_PLAN, files }, invocation)
  if (code !== 0) return code
  for (const [at, { path, content }] of there.entries())
    if (content === before[at]) invocation.say(`${IN_PLACE[language]({ path })}\n`)
    else showSetting(ALREADY_THERE[language]({ path }), content, invocation)
  return 0
}

const IN_PLACE = wording('{path} est déjà en place.', '{path} is already in place.')
const ALREADY_THERE = wording(
  '{path} existe déjà, et reste comme il est. À y ajouter si cela vous convient :',
  '{path} is there already, and stays as it is. To add to it if it suits you:',
)

export function showSetting(heading: string, content: string, { say, print }: Invocation): void {
  say(`${heading}\n\n`)
  print(`${content}\n`)
}

/**
 * Returns the file with the lines of a setup target between two marks. Returns no file if nothing
 * changes.
 */
export function fileWithBlock(
  root: string,
  path: string,
  target: string,
  lines: readonly string[],
): readonly NewFile[] {
  const before = textBefore(root, path)
  const content = withBlock(path, before, target, lines)
  return content === before ? [] : [{ path, content, replaces: true }]
}

/** The lines between the marks of a setup target; empty without marks. */
export function managedLines(root: string, path: string, target: string): readonly string[] {
  const { lines, from, to } = blockIn(textBefore(root, path), target)
  return from < 0 ? [] : lines.slice(from + 1, Math.max(to, 0))
}

/** Replaces the marked lines, or appends a block. @throws {UsageError} when one mark is missing. */
export function withBlock(
  path: string,
  text: string,
  target: string,
  content: readonly string[],
): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const { begin, end, lines, from, to } = blockIn(text, target)
  const block = [begin, ...content, end]
  if (from < 0 && to < 0) {
    const ended = text === '' || text.endsWith('\n') ? text : `${text}${newline}`
    return `${ended}${ended && newline}${block.join(newline)}${newline}`
  }
  if (from < 0 || to < from)
    throw new UsageError(
      `dans « ${path} », il manque l’une des lignes « ${begin} » et « ${end} » : remettez-la, ou effacez l’autre et ce qui l’entoure`,
      `in “${path}”, one of the lines “${begin}” and “${end}” is missing: put it back, or erase the other and what goes with it`,
    )
  return [...lines.slice(0, from), ...block, ...lines.slice(to + 1)].join(newline)
}

function blockIn(text: string, target: string) {
  const [begin, end] = [`# >>> cahier setup ${target}`, `# <<< cahier setup ${target}`]
  const lines = text.split(/\r?\n/)
  return { begin, end, lines, from: lines.indexOf(begin), to: lines.indexOf(end) }
}

function textBefore(root: string, path: string) {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw new UsageError(`« ${path} » ne peut pas être lu`, `“${path}” cannot be read`)
  }
}
