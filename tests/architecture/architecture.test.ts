import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands as table } from '../../packages/cli/src/commands.ts'
import {
  exists,
  filesUnder,
  importsOf,
  type Package,
  packageOf,
  packages,
  purePackages,
  readJson,
  root,
  type Written,
  withoutComments,
} from './packages.ts'

interface Manifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const ours = new Set(packages.map(({ name }) => name))
const code = ['.ts', '.mjs', '.js']
/** What an editor, not a file of ours, imports. */
const entries = new Set([
  'packages/vscode/src/extension.ts',
  'packages/vscode/src/web/extension.ts',
  'packages/vscode/src/web/server.ts',
  // The web build puts these in the place of modules of Node.
  ...filesUnder('packages/vscode/src/web/node', ['.ts']).map(({ path }) => path),
])

describe('layers', () => {
  it('every folder of packages/ is a known package', () => {
    const entries = readdirSync(`${root}/packages`, { withFileTypes: true })
    const folders = entries.filter(
      (entry) => entry.isDirectory() && existsSync(`${root}/packages/${entry.name}/package.json`),
    )
    expect(folders.map(({ name }) => `packages/${name}`).sort()).toEqual(
      packages
        .map(({ folder }) => folder)
        .filter((folder) => folder !== 'schemas')
        .sort(),
    )
  })

  it('what a package may import lies strictly below it', () => {
    const layerOf = new Map(packages.map(({ name, layer }) => [name, layer]))
    const upward = packages.flatMap(({ name, layer, mayImport }) =>
      mayImport
        .filter((below) => (layerOf.get(below) ?? Infinity) >= layer)
        .map((below) => `${name} → ${below}`),
    )
    expect(upward).toEqual([])
  })

  for (const pkg of packages) {
    describe(pkg.name, () => {
      it('depends on packages it may import, and on no other', () => {
        expect(readJson<Manifest>(`${pkg.folder}/package.json`).name).toBe(pkg.name)
        expect(
          dependenciesOf(pkg).filter(
            (name) => ours.has(name) && name !== pkg.opens && !pkg.mayImport.includes(name),
          ),
        ).toEqual([])
      })

      if (pkg.opens !== undefined)
        it('opens another entry point in one place only', () => {
          const opening = sourcesOf(pkg).filter((source) =>
            importsOf(source).includes(pkg.opens ?? ''),
          )
          expect(opening.map(({ path }) => basename(path))).toEqual(['lsp.ts'])
        })

      if (pkg.folder === 'schemas') {
        it('holds no code', () => expect(filesUnder('schemas', code)).toEqual([]))
        return
      }

      it('imports what its manifest declares, and declares no package that it does not import', () => {
        const imported = new Set(sourcesOf(pkg).flatMap(importsOf).map(packageOf))
        const declared = dependenciesOf(pkg).filter(
          (name) => ours.has(name) && name !== '@cahier/schemas',
        )
        expect(
          [...imported]
            .filter((name) => name !== undefined && ours.has(name) && name !== '@cahier/schemas')
            .sort(),
        ).toEqual(declared.sort())
      })

      it('refers in tsconfig.json to the packages that its manifest declares', () => {
        const { references } = readJson<{ references: readonly { path: string }[] }>(
          `${pkg.folder}/tsconfig.json`,
        )
        const folders = references.map(({ path }) => join(pkg.folder, path))
        const declared = dependenciesOf(pkg).filter(
          (name) => ours.has(name) && name !== '@cahier/schemas',
        )
        expect(
          packages
            .filter(({ folder }) => folders.includes(folder))
            .map(({ name }) => name)
            .sort(),
        ).toEqual(declared.sort())
        expect(folders.length).toBe(declared.length)
      })

      it('declares each library that its sources import', () => {
        const declared = new Set([...dependenciesOf(pkg), ...typesOnly()])
        const sources = sourcesOf(pkg).filter(
          ({ path }) => path.startsWith(`${pkg.folder}/src/`) && !path.endsWith('.test.ts'),
        )
        const undeclared = sources.flatMap((source) =>
          importsOf(source)
            .map(packageOf)
            .filter((name) => name !== undefined && !declared.has(name))
            .map((name) => `${source.path}: ${name}`),
        )
        expect(undeclared).toEqual([])
      })

      it('imports each library that it declares', () => {
        const imported = new Set(sourcesOf(pkg).flatMap(importsOf).map(packageOf))
        // The build reads the licence of ajv, whose work is in the generated validators.
        const unimported = dependenciesOf(pkg).filter(
          (name) => !imported.has(name) && name !== '@cahier/schemas',
        )
        expect(unimported).toEqual(pkg.folder === 'packages/cli' ? ['ajv'] : [])
      })

      it('reaches into no other folder by a relative path', () => {
        const reaching = sourcesOf(pkg).flatMap((source) =>
          importsOf(source)
            .filter(
              (path) =>
                path.startsWith('.') &&
                !join(dirname(source.path), path).startsWith(`${pkg.folder}/`),
            )
            .filter(
              (path) =>
                !source.path.startsWith(`${pkg.folder}/scripts/`) ||
                !isCarried(join(dirname(source.path), path), pkg),
            )
            .map((path) => `${source.path}: ${path}`),
        )
        expect(reaching).toEqual([])
      })
    })
  }

  it('the stories know the program only by its commands', () => {
    const imported = filesUnder('tests/stories', code).flatMap((file) =>
      importsOf(file)
        .map(packageOf)
        .filter((name) => name !== undefined && ours.has(name))
        .map((name) => `${file.path}: ${name}`),
    )
    expect(imported).toEqual([])
  })
})

describe('the editor’s words', () => {
  it('one file knows both vocabularies', () => {
    const sources = filesUnder('packages/language-server/src', ['.ts']).filter(
      ({ path }) => !path.endsWith('.test.ts'),
    )
    const speaks = (pattern: RegExp) =>
      sources.filter(({ text }) => pattern.test(text)).map(({ path }) => basename(path))
    const ours = speaks(/import[^'"]*\b(?:Finding|Edit|Place)\b[^'"]*from '@cahier\//)
    const theirs = speaks(
      /import[^'"]*\b(?:Diagnostic|TextEdit|WorkspaceEdit|Range|Position|Location|Hover|CompletionItem|DocumentSymbol)\b[^'"]*from 'vscode-languageserver'/,
    )
    expect(ours.filter((name) => theirs.includes(name))).toEqual(['to-lsp.ts'])
  })
})

describe('what is absent', () => {
  /** What a pure package neither imports nor says. */
  const absences: readonly {
    readonly what: string
    readonly imports?: RegExp
    readonly says?: RegExp
  }[] = [
    { what: 'the disk', imports: /^(node:)?fs(\/promises)?$/ },
    { what: 'other processes', imports: /^(node:)?(child_process|worker_threads|cluster)$/ },
    {
      what: 'the network',
      imports: /^(node:)?(net|http|https|http2|dns|tls|dgram)$/,
      says: /\bfetch\(/,
    },
    { what: 'the environment', imports: /^(node:)?(process|os)$/, says: /\bprocess\.[a-z]/ },
    {
      what: 'the clock',
      imports: /^(node:)?(timers|perf_hooks)/,
      says: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/,
    },
    { what: 'chance', says: /\bMath\.random\b|\brandom(UUID|Bytes|Int)\b/ },
  ]
  const reader = 'packages/core/src/read/list-files.ts'

  for (const pkg of purePackages) {
    for (const { what, imports, says } of absences) {
      it(`${pkg.name} does without ${what}`, () => {
        const files = filesUnder(`${pkg.folder}/src`, ['.ts']).filter(
          ({ path }) => !path.endsWith('.test.ts') && path !== reader,
        )
        const using = files.filter(
          (file) =>
            importsOf(file).some((path) => imports?.test(path)) ||
            says?.test(withoutComments(file.text)),
        )
        expect(using.map(({ path }) => path)).toEqual([])
      })
    }
  }

  it('git is started in one package', () => {
    const starting = filesUnder('packages', ['.ts']).filter(({ text }) =>
      /\b(?:execFile|spawn)(?:Sync)?\('git'/.test(text),
    )
    const tools = starting.filter(({ path }) => !path.endsWith('.test.ts'))
    expect(new Set(tools.map(({ path }) => dirname(path)))).toEqual(
      new Set(['packages/cli/src/git']),
    )
  })

  it('no file has a name that says nothing', () => {
    const empty = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc'])
    const paths = ['packages', 'schemas', 'tests', '.ci']
      .flatMap((folder) => filesUnder(folder, [...code, '.md', '.css', '.json', '.sh']))
      .map(({ path }) => path)
    expect(
      paths.filter((path) =>
        path.split('/').some((part) => empty.has(basename(part).replace(/\..*$/, ''))),
      ),
    ).toEqual([])
  })

  it('no file is longer than 370 lines, no test longer than 500', () => {
    const files = ['packages', 'tests', '.ci'].flatMap((folder) =>
      filesUnder(folder, [...code, '.css', '.sh']),
    )
    const long = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > (path.includes('.test.') ? 500 : 370))
    expect(long).toEqual([])
  })
})

describe('nothing is exported for nobody', () => {
  const everything = ['packages', 'tests']
    .flatMap((folder) => filesUnder(folder, code))
    .map((file) => ({ ...file, words: wordsIn(file) }))
  const isSaid = (name: string, where: (path: string) => boolean) =>
    everything.some(({ path, words }) => where(path) && words.has(name))

  it('each value that a file exports is used in another', () => {
    const files = everything.filter(
      ({ path }) => path.startsWith('packages/') && path.includes('/src/') && !entries.has(path),
    )
    const unused = files.flatMap((file) =>
      [...file.text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)]
        .map(([, name = '']) => name)
        .filter((name) => !isSaid(name, (path) => path !== file.path))
        .map((name) => `${file.path}: ${name}`),
    )
    expect(unused).toEqual([])
  })

  it('all that a package gives is used in another', () => {
    const given = packages.flatMap(({ folder }) =>
      filesUnder(folder, ['src/index.ts']).flatMap(({ text }) =>
        [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
          .flatMap(([, names = '']) => names.split(','))
          .map((name) => name.trim().replace(/^type /, ''))
          .filter(Boolean)
          .map((name) => ({ folder, name })),
      ),
    )
    const unused = given.filter(
      ({ folder, name }) => !isSaid(name, (path) => !path.startsWith(`${folder}/`)),
    )
    expect(unused.map(({ folder, name }) => `${folder}: ${name}`)).toEqual([])
  })
})

describe('one file, one page, one line in a table', () => {
  for (const folder of ['packages/lint/src/rules', 'packages/consensus/src/methods']) {
    it(`${folder}: each file has its page, and the table imports each`, () => {
      const stems = (ending: string) =>
        filesUnder(folder, [ending]).map(({ path }) =>
          path.slice(folder.length + 1, -ending.length),
        )
      const files = stems('.ts').filter((stem) => stem !== 'index' && !stem.endsWith('.test'))
      expect(files.length).toBeGreaterThan(0)
      expect(stems('.md')).toEqual(files)
      const table = filesUnder(folder, ['.ts']).find(({ path }) => path === `${folder}/index.ts`)
      expect(
        table &&
          importsOf(table)
            .filter((path) => path.startsWith('./'))
            .sort(),
      ).toEqual(files.map((stem) => `./${stem}.ts`))
    })
  }

  it('what the map says to change is where it says', () => {
    const [{ text } = { text: '' }] = filesUnder('packages', ['README.md']).filter(
      ({ path }) => path === 'packages/README.md',
    )
    const section = /^## Where to add what$([\s\S]*?)^## /m.exec(text)?.[1] ?? ''
    // What is to be added has a name in capitals; it goes into a folder that is there.
    const named = [...section.matchAll(/`([^`\s]*\/[^`\s]*)`/g)].map(([, path = '']) =>
      path.replace(/[^/]*(?:[A-Z]{2,}|…).*$/, ''),
    )
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((path) => !exists(path) && !exists(`packages/${path}`))).toEqual([])
  })

  it('each command has its line in commands.ts and its story', () => {
    const commands = filesUnder('packages/cli/src/commands', ['.ts'])
      .map(({ path }) => basename(path, '.ts'))
      .filter((command) => !command.endsWith('.test'))
    expect(commands.length).toBeGreaterThan(0)
    expect(table.map(({ name }) => name).sort(), 'lines of commands.ts').toEqual(commands.sort())
    expect(
      commands.filter((command) => !exists(`tests/stories/${command}.test.ts`)),
      'commands without a story',
    ).toEqual([])
  })
})

function sourcesOf({ folder }: Package) {
  const scripts = exists(`${folder}/scripts`) ? filesUnder(`${folder}/scripts`, code) : []
  return [...filesUnder(`${folder}/src`, code), ...scripts]
}

function dependenciesOf({ folder }: Package): string[] {
  const { dependencies, devDependencies } = readJson<Manifest>(`${folder}/package.json`)
  return Object.keys({ ...dependencies, ...devDependencies })
}

function wordsIn({ text }: Written): ReadonlySet<string> {
  return new Set(text.match(/\w+/g))
}

function isCarried(path: string, { carries }: Package): boolean {
  return carries !== undefined && path.startsWith(`${carries}/`)
}

/** Packages of types alone are declared once, at the root: nothing of them is ever run. */
function typesOnly(): readonly string[] {
  return Object.keys(readJson<Manifest>('package.json').devDependencies ?? {})
    .filter((name) => name.startsWith('@types/') || name.endsWith('-types'))
    .map((name) => name.replace(/^@types\//, ''))
}
