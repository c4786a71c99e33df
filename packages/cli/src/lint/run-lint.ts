import { resolve } from 'node:path'
import { type Programme, type Source, sourceOf } from '@cahier/core'
import type { LintScope } from '@cahier/lint'
import { type Parser, parseMarkdown } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { openProgramme } from '../open-programme.ts'
import { parserFor } from '../parser-for.ts'
import { collectEarly } from './collect-early.ts'
import { lintFolder, withText } from './lint-folder.ts'
import { lintLoose } from './lint-loose.ts'
import { ruleIn } from './lint-options.ts'
import { insideOf, lintTarget } from './lint-target.ts'
import type { Linted } from './linted.ts'
import { readLooseFiles } from './loose-files.ts'
import { openMemory } from './open-memory.ts'

/** Lints what the command names: a programme, a part of it, loose Markdown, or one text that stands for a file. Nothing is written. */
export async function runLint(invocation: Invocation, stdin: string | null): Promise<Linted> {
  const { values, cwd, folder, day } = invocation
  const rule = ruleIn(values.rule)
  const mends = values.fix === true
  // Nothing depends on it outside a programme, and a calendar takes as long to make as a text to lint; what is no day is refused all the same.
  if (values.date !== undefined) day()
  const scope = (): LintScope => ({ day: day(), ...(rule !== '' && { rule }) })
  if (stdin !== null) return lintStdin(invocation, stdin, scope, rule, mends)
  const target = lintTarget(invocation)
  if (target.kind === 'loose') {
    const files = readLooseFiles(target.paths, cwd)
    const parse = parserFor(files.sources)
    collectEarly(files.sources, parse)
    const memory = openMemory(invocation, files.folder, files.sources)
    const linted = await lintLoose(files, rule, mends, parse, memory)
    if (typeof values.since !== 'string') return linted
    const { looseSince } = await import('./since.ts')
    return { ...linted, findings: looseSince(linted, values.since) }
  }
  const { includes } = target
  let read: readonly Source[] = []
  let parse: Parser = parseMarkdown
  const programme = openProgramme(invocation, (sources) => {
    read = sources
    parse = parserFor(sources.filter(({ path }) => includes(path)))
    collectEarly(sources, parse)
    return parse
  })
  const inScope = { ...scope(), includes }
  const linted = await lintFolder(programme, folder, inScope, mends, parse, openMemory(invocation, folder, read), read)
  if (typeof values.since !== 'string') return linted
  // Git is asked by few.
  const { broughtSince } = await import('./since.ts')
  return { ...linted, findings: broughtSince(linted, values.since, inScope) }
}

function lintStdin(invocation: Invocation, text: string, scope: () => LintScope, rule: string, mends: boolean): Promise<Linted> {
  const { values, cwd, folder } = invocation
  const written = typeof values['stdin-path'] === 'string' ? values['stdin-path'] : 'stdin.md'
  const inside = insideOf(folder, resolve(cwd, written))
  const target = lintTarget({ ...invocation, positionals: [] })
  if (target.kind === 'loose' || inside === null || inside === '' || values['stdin-path'] === undefined)
    return lintLoose({ folder: cwd, sources: [sourceOf(written, Buffer.from(text))], findings: [] }, rule, mends, parseMarkdown)
  const programme: Programme = withText(openProgramme(invocation), inside, text)
  return lintFolder(programme, folder, { ...scope(), includes: (path) => path === inside }, mends)
}
