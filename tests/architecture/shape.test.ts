import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exists, filesUnder, importsOf, packages, type Written } from './packages.ts'

/** The sources of the program, by path: no tests, no sample material, nothing generated. */
const sources = new Map(
  packages
    .filter(({ folder }) => exists(`${folder}/src`))
    .flatMap(({ folder }) => filesUnder(`${folder}/src`, ['.ts']))
    .filter(({ path }) => !/\.test\.ts$|\.d\.ts$|\/samples?\/|\/sample-/.test(path))
    .map((source) => [source.path, source]),
)

/**
 * Names that two modules export on purpose, with the reason.
 */
const SHARED_NAMES: Readonly<Record<string, string>> = {
  command: 'each file of commands/ exports its own: the table of commands imports them',
  activate: 'the editor calls it by this name in each build of the extension',
  Report: 'to a rule, the function that takes a finding; to the command line, a whole run',
}

describe('folders', () => {
  const filesOf = new Map<string, number>()
  for (const path of sources.keys())
    filesOf.set(dirname(path), (filesOf.get(dirname(path)) ?? 0) + 1)

  it('at most a dozen loose files in a src folder', () => {
    const crowded = [...filesOf].filter(
      ([folder, count]) => basename(folder) === 'src' && count > 12,
    )
    expect(crowded).toEqual([])
  })

  it('at most thirty files in any folder, but for the commands: one file each', () => {
    const crowded = [...filesOf].filter(([, count]) => count > 30).map(([folder]) => folder)
    expect(crowded).toEqual(['packages/cli/src/commands'])
  })
})

describe('modules', () => {
  it('no module imports itself through others, types included', { tags: ['long'] }, () => {
    expect(circles()).toEqual([])
  })

  it('a name is exported by one module only', () => {
    const homes = new Map<string, string[]>()
    for (const { path, text } of sources.values())
      for (const [, name = ''] of text.matchAll(
        /^export (?:async )?(?:interface|type|class|function\*?|const) (\w+)/gm,
      ))
        homes.set(name, [...(homes.get(name) ?? []), path])
    const shared = [...homes].filter(
      ([name, paths]) => new Set(paths).size > 1 && !(name in SHARED_NAMES),
    )
    expect(shared).toEqual([])
  })
})

/** The groups of modules that import each other, each sorted. */
function circles(): readonly (readonly string[])[] {
  const reached = new Map([...sources.keys()].map((path) => [path, reachedFrom(path)]))
  const groups = new Map<string, readonly string[]>()
  for (const [path, others] of reached) {
    if (!others.has(path)) continue
    const group = [...others].filter((other) => reached.get(other)?.has(path)).sort()
    groups.set(group.join(' '), group)
  }
  return [...groups.values()]
}

/** The modules that a module imports, directly or through others. */
function reachedFrom(path: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = neighbours(sources.get(path))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...neighbours(sources.get(next)))
  }
  return reached
}

const imported = new Map<string, readonly string[]>()

function neighbours(source: Written | undefined): string[] {
  if (source === undefined) return []
  const known = imported.get(source.path)
  if (known !== undefined) return [...known]
  const found = importsOf(source)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => normalize(join(dirname(source.path), specifier)))
    .filter((path) => sources.has(path))
  imported.set(source.path, found)
  return [...found]
}
