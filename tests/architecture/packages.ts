import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The root of the repository, with no slash at the end. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** One package: its folder, its layer, and the packages that it may import. */
export interface Package {
  readonly name: string
  readonly folder: string
  readonly layer: number
  readonly mayImport: readonly string[]
  /** The entry point of its own layer that it may import, in `commands/lsp.ts` only. */
  readonly opens?: string
  /**
   * Folder of the built program that it carries: its build may reach there, its sources may not.
   */
  readonly carries?: string
}

const jobs = ['@cahier/lint', '@cahier/consensus', '@cahier/export']

/** All packages, as packages/README.md draws it. */
export const packages: readonly Package[] = [
  { name: '@cahier/schemas', folder: 'schemas', layer: 0, mayImport: [] },
  { name: '@cahier/prose', folder: 'packages/prose', layer: 1, mayImport: [] },
  {
    name: '@cahier/core',
    folder: 'packages/core',
    layer: 2,
    mayImport: ['@cahier/schemas', '@cahier/prose'],
  },
  {
    name: '@cahier/lint',
    folder: 'packages/lint',
    layer: 3,
    mayImport: ['@cahier/core', '@cahier/prose'],
  },
  {
    name: '@cahier/consensus',
    folder: 'packages/consensus',
    layer: 3,
    mayImport: ['@cahier/core', '@cahier/prose'],
  },
  {
    name: '@cahier/export',
    folder: 'packages/export',
    layer: 3,
    mayImport: ['@cahier/core', '@cahier/prose'],
  },
  {
    name: '@cahier/language-server',
    folder: 'packages/language-server',
    layer: 4,
    mayImport: ['@cahier/schemas', '@cahier/core', '@cahier/prose', ...jobs],
  },
  {
    name: '@cahier-tools/cli',
    folder: 'packages/cli',
    layer: 4,
    mayImport: ['@cahier/core', '@cahier/prose', ...jobs],
    opens: '@cahier/language-server',
  },
  {
    name: 'vscode-cahier',
    folder: 'packages/vscode',
    layer: 5,
    mayImport: ['@cahier/language-server'],
    carries: 'packages/cli',
  },
]

/** The packages whose result depends on their arguments alone. */
export const purePackages: readonly Package[] = packages.filter(
  ({ layer }) => layer >= 1 && layer <= 3,
)

/** A file of the repository that people write: its path from the root, and its text. */
export interface Written {
  readonly path: string
  readonly text: string
}

/**
 * The files under a folder that end in one of these, without what is generated, built or installed;
 * a missing folder throws.
 */
export function filesUnder(folder: string, endings: readonly string[]): readonly Written[] {
  return pathsUnder(folder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
}

// What is installed is not even looked at: it is large, and may lead back to itself.
function pathsUnder(folder: string): readonly string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [path]
    return ['node_modules', 'dist', 'generated', '.cache', '.turbo'].includes(entry.name)
      ? []
      : pathsUnder(path)
  })
}

/** A JSON file of the repository. */
export function readJson<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as Shape
}

/** Whether a path of the repository exists. */
export function exists(path: string): boolean {
  return existsSync(`${root}/${path}`)
}

/** What a source imports, as written between the quotes; type imports count, comments do not. */
export function importsOf({ text }: Written): readonly string[] {
  const statements =
    /^\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"\n]+)['"]|^\s*import\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gm
  return [...withoutComments(text).matchAll(statements)].map(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
  )
}

/** A source without its comments: what they say in words is not what the code does. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}

/**
 * The package that an import names: `@scope/name` or `name`; nothing for our own files and for what
 * Node brings.
 */
export function packageOf(specifier: string): string | undefined {
  if (/^(\.|node:)/.test(specifier)) return undefined
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
