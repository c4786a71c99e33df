import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildProgramme, pathInside } from '@cahier/core'
import { isMarkdown } from '@cahier/core/markdown-name'
import { LARGEST_TEXT } from '@cahier/core/source'
import {
  composeLooseEdition,
  exporters,
  type LooseFile,
  type LooseFolder,
  type UnreadFile,
} from '@cahier/export'
import { dayGiven } from '../arguments/day.ts'
import { refuseArguments } from '../arguments/options.ts'
import { formatsGiven } from '../arguments/selection.ts'
import { errorAbout, UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { readOrRefuse, systemCode } from '../disk/files.ts'
import { counted } from '../text/report-parts.ts'
import { distFolder, printInFormats, sayFindings, writeBundle } from './write-bundle.ts'

const BOOK_FORMATS = ['html', 'epub', 'odt'] as const

/** `publish --loose DIR`: makes a book of a folder of Markdown outside a programme. */
export async function publishLoose(written: string, invocation: Invocation): Promise<ExitCode> {
  const { values, cwd, language } = invocation
  refuseProgrammeOptions(invocation)
  const root = resolve(cwd, written)
  const formats = formatsGiven(invocation, Object.keys(exporters), BOOK_FORMATS)
  const folder = readLooseFolder(root, written)
  const readAsset = (path: string) => readFileSync(join(root, path))
  const date = typeof values.date === 'string' ? dayGiven('--date', values.date) : ''
  const { edition, findings, texts } = composeLooseEdition(folder, { readAsset }, date)
  if (edition.chapters.length === 0)
    throw errorAbout(
      written,
      'n’a aucun fichier Markdown (.md) que l’on puisse lire',
      'has no Markdown file (.md) that can be read',
    )
  const out = outFolder(root, edition.name, invocation)
  sayFindings(findings, texts, { ...invocation, folder: root })
  const files = printInFormats(formats, edition, { readAsset }, invocation)
  const programme = buildProgramme({ sources: [], assets: [], findings: [] })
  await writeBundle(
    { edition, programme, verdicts: [], files, out },
    `${edition.title}, ${counted[language](edition.chapters.length, CHAPTER[language])}`,
    invocation,
  )
  return 0
}

function refuseProgrammeOptions(invocation: Invocation) {
  const wrong = Object.keys(invocation.values).find((option) => !OPTIONS.has(option))
  if (wrong !== undefined)
    throw new UsageError(
      `--loose ne va pas avec --${wrong} (cahier publish --help)`,
      `--loose does not go with --${wrong} (cahier publish --help)`,
    )
  refuseArguments(
    invocation,
    ' : écrivez --loose DOSSIER (cahier publish --help)',
    ': write --loose DIR (cahier publish --help)',
  )
}

const OPTIONS: ReadonlySet<string> = new Set([
  'loose',
  'format',
  'out',
  'date',
  'dry-run',
  'lang',
  'programme',
  'help',
])

/** The output folder. @throws {UsageError} when the default, `dist/NAME`, is among the texts. */
function outFolder(root: string, name: string, { values, cwd }: Invocation) {
  if (typeof values.out === 'string') return resolve(cwd, values.out)
  const out = distFolder(cwd, name)
  if (pathInside(root, out) !== null)
    throw new UsageError(
      'rien n’est écrit parmi les textes : dites où avec --out DOSSIER, ou lancez la commande ailleurs',
      'nothing is written among the texts: say where with --out DIR, or run the command elsewhere',
    )
  return out
}

const CHAPTER = { fr: 'chapitre', en: 'chapter' } as const

/**
 * Reads the Markdown below a folder, and the sizes of other files.
 * @throws {UsageError} when the folder cannot be read.
 */
function readLooseFolder(root: string, written: string): LooseFolder {
  const texts: LooseFile[] = []
  const files = new Map<string, number>()
  const unread: UnreadFile[] = []
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const skip = (why: UnreadFile['why'], code = '') => unread.push({ path, why, code })
      try {
        if (entry.isSymbolicLink()) skip('link')
        else if (entry.isDirectory()) visit(path)
        else if (!entry.isFile()) skip('special')
        else {
          const { size } = statSync(join(root, path))
          if (!isMarkdown(entry.name)) files.set(path, size)
          else if (size > LARGEST_TEXT) skip('tooBig')
          else texts.push({ path, bytes: readFileSync(join(root, path)) })
        }
      } catch (error) {
        const code = systemCode(error)
        if (code === undefined) throw error
        skip('unreadable', code)
      }
    }
  }
  const there = readOrRefuse(written, () => statSync(root))
  if (!there.isDirectory())
    throw errorAbout(
      written,
      'n’est pas un dossier : donnez celui où sont les textes',
      'is not a folder: give the one that holds the texts',
    )
  readOrRefuse(written, () => visit(''))
  return { texts, files, unread: unread.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}
