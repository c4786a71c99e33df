import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { sourceOf } from '@cahier/core'
import { EVERYTHING, type LintScope } from '@cahier/lint'
import { parseMarkdown } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { namedPath } from '../named-path.ts'
import { openProgramme, programmeGoneThrough } from '../open-programme.ts'
import { parserFor } from '../parser-for.ts'
import { readingProgress } from '../progress.ts'
import { lintFolder, programmeWithText, type ReadProgramme } from './lint-folder.ts'
import type { LintInput } from './lint-input.ts'
import { lintLoose } from './lint-loose.ts'
import { NO_MEMORY } from './lint-memory.ts'
import { insideOf, lintTarget } from './lint-target.ts'
import type { Linted } from './linted.ts'
import { openMemory } from './open-memory.ts'
import { ruleIn } from './rule-in.ts'

/** Lints what the command names: a programme, a part of it, or loose Markdown. Nothing is written. */
export function runLint(invocation: Invocation, input: LintInput): Promise<Linted> {
  return input.kind === 'loose' ? lintFiles(invocation, input) : lintProgramme(invocation, input)
}

async function lintFiles(invocation: Invocation, { files }: LintInput & { readonly kind: 'loose' }): Promise<Linted> {
  const { rule, mends } = askedIn(invocation)
  const reading = readingProgress(invocation) ?? undefined
  const { since } = invocation.values
  const memory = openMemory(invocation, files.folder, files.sources)
  if (typeof since !== 'string') return lintLoose(files, { rule, mends, follows: true, reading }, parserFor, memory)
  // Git is asked by few.
  const [{ branchFirst }, { looseSince }] = await Promise.all([import('../git/branch-first.ts'), import('./since.ts')])
  const revision = branchFirst(files.folder, since, invocation)
  const broughtIn = (some: readonly { readonly path: string }[]) =>
    looseSince(files.folder, [...new Set(some.map(({ path }) => path))], revision)
  const linted = await lintLoose(files, { rule, mends: mends && broughtIn(files.sources), follows: true, reading }, parserFor, memory)
  return { ...linted, findings: broughtIn(linted.findings)(linted.findings, linted.textOf) }
}

async function lintProgramme(invocation: Invocation, { read, target }: LintInput & { readonly kind: 'programme' }): Promise<Linted> {
  const { values, folder } = invocation
  const { mends, scope } = askedIn(invocation)
  const { sources } = read
  const { includes } = target
  const parse = parserFor(sources.filter(({ path }) => includes(path)))
  const programme: ReadProgramme = { programme: programmeGoneThrough(read, parse, invocation), folder, sources }
  const inScope = { ...scope(), includes }
  const memory = openMemory(invocation, folder, sources)
  if (typeof values.since !== 'string') return lintFolder(programme, inScope, mends, memory)
  const [{ branchFirst }, { broughtSince }] = await Promise.all([import('../git/branch-first.ts'), import('./since.ts')])
  const brought = broughtSince(folder, branchFirst(folder, values.since, invocation), inScope)
  const linted = await lintFolder(programme, inScope, mends && brought, memory)
  return { ...linted, findings: brought(linted.findings, linted.textOf) }
}

/** Lints one text that stands for the file that the command names, if it names one. Nothing is written. */
export async function lintStdin(invocation: Invocation, text: string): Promise<Linted> {
  const { values, cwd, folder } = invocation
  const { rule, mends, scope } = askedIn(invocation)
  const written = typeof values['stdin-path'] === 'string' ? values['stdin-path'] : 'stdin.md'
  // With --programme, a path is meant to be in it, also that of a file that is not there yet.
  const meant = typeof values.programme === 'string' && !existsSync(resolve(cwd, written)) ? resolve(folder, written) : null
  const inside = insideOf(folder, namedPath(written, invocation)) ?? (meant && insideOf(folder, meant))
  const target = lintTarget({ ...invocation, positionals: [] })
  const isPlaced = values['stdin-path'] !== undefined
  if (target.kind === 'loose' || inside === null || inside === '' || !isPlaced) {
    const files = { folder: cwd, sources: [sourceOf(written, Buffer.from(text))], hidden: [], findings: [] }
    return lintLoose(files, { rule, mends, follows: isPlaced }, () => parseMarkdown, NO_MEMORY)
  }
  const programme = programmeWithText(openProgramme(invocation), inside, text)
  const scopeOfText = { ...scope(), includes: (path: string) => path === inside }
  return lintFolder({ programme, folder, sources: [] }, scopeOfText, mends, NO_MEMORY)
}

function askedIn({ values, day }: Invocation) {
  const rule = ruleIn(values.rule)
  // Nothing depends on it outside a programme, and a calendar takes as long to make as a text to lint; what is no day is refused all the same.
  if (values.date !== undefined) day()
  return { rule, mends: values.fix === true ? EVERYTHING : null, scope: (): LintScope => ({ day: day(), ...(rule !== '' && { rule }) }) }
}
