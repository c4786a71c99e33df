import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Licences under which a package may be bundled into a program under EUPL-1.2. */
const accepted = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD',
  'Apache-2.0',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'MPL-2.0',
])

/**
 * The names, versions and licence texts of the packages from which bundled files come, sorted, as
 * one text.
 * @throws when a licence does not allow bundling, or its text is missing.
 */
export function licencesOf(files, workingFolder) {
  const paths = files.map((file) => resolve(workingFolder, file))
  const folders = new Set(
    [...paths.map(packageFolderOf), ...paths.flatMap(madeFrom)].filter(Boolean),
  )
  const entries = [...folders].map(readPackage)
  const refused = entries.filter(({ licence }) => !isAccepted(licence))
  if (refused.length > 0)
    throw new Error(
      `may not be bundled: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`,
    )
  const byTitle = new Map(entries.map((entry) => [`${entry.name} ${entry.version}`, entry]))
  const rule = '='.repeat(78)
  // Packages with the same text are listed together above it.
  const titles = new Map()
  for (const title of [...byTitle.keys()].sort()) {
    const { licence, text } = byTitle.get(title)
    titles.set(text, [...(titles.get(text) ?? []), `${title} (${licence})`])
  }
  const texts = [...titles].map(([text, of]) => `${rule}\n${of.join('\n')}\n${rule}\n\n${text}`)
  return `${['The program cahier contains the following packages.', ...texts].join('\n\n')}\n`
}

/** The folder of the package of a file in node_modules; undefined for our own files. */
function packageFolderOf(file) {
  const parts = file.split(sep)
  const at = parts.lastIndexOf('node_modules')
  if (at < 0) return undefined
  const length = parts[at + 1].startsWith('@') ? 3 : 2
  return parts.slice(0, at + length).join(sep)
}

/** Generated files of ours that contain work of other packages. */
const GENERATED_FROM = {
  'lint/src/generated/french-lexicon.js': ['dictionary-fr'],
  'lint/src/generated/english-lexicon.js': ['dictionary-en'],
  'core/src/generated/validators.js': ['ajv', 'fast-deep-equal'],
}

/** The folders of the packages from which a generated file of ours was made. */
function madeFrom(file) {
  const path = file.split(sep).join('/')
  const names = Object.entries(GENERATED_FROM).find(([made]) => path.endsWith(made))?.[1] ?? []
  return names.map((name) => packageFolderOf(fileURLToPath(import.meta.resolve(name))))
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  // The MPL asks for the address of the source.
  const source =
    license === 'MPL-2.0'
      ? `Its source: https://www.npmjs.com/package/${name}/v/${version}\n\n`
      : ''
  return { name, version, licence: license, text: source + licenceTextIn(folder, name) }
}

function licenceTextIn(folder, name) {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  if (!file) throw new Error(`${name} is bundled but ships no licence text`)
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

/** Understands SPDX expressions with one level of AND or OR, which is all that packages use. */
function isAccepted(licence) {
  const words = String(licence ?? '').replaceAll(/[()]/g, '')
  if (words.includes(' OR ')) return words.split(' OR ').some((word) => accepted.has(word.trim()))
  return words.split(' AND ').every((word) => accepted.has(word.trim()))
}
