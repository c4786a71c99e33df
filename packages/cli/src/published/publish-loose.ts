import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildProgramme, type Language, pathInside } from '@cahier/core'
import { bundleManifest, composeLooseEdition, exporters } from '@cahier/export'
import { dayGiven } from '../arguments/day.ts'
import { formatsIn } from '../arguments/format.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { ExitCode, Invocation } from '../command.ts'
import { deliverBundle, distFolder, printInFormats, sayFindings } from './deliver.ts'
import { readLooseFolder } from './read-loose-folder.ts'

/** Default formats of a book. */
const BOOK_FORMATS = ['html', 'epub', 'odt'] as const

/**
 * `publish --loose DIR`: makes a book of a folder of Markdown outside a programme. Findings are
 * reported first, and the book is written all the same.
 */
export async function publishLoose(written: string, invocation: Invocation): Promise<ExitCode> {
  const { values, cwd, language } = invocation
  refuseOthers(invocation)
  const root = resolve(cwd, written)
  const formats = formatsIn(invocation, Object.keys(exporters), BOOK_FORMATS)
  const folder = readLooseFolder(root, written)
  const readAsset = (path: string) => readFileSync(join(root, path))
  const date = typeof values.date === 'string' ? dayGiven('--date', values.date) : ''
  const { edition, findings, texts } = composeLooseEdition(folder, { readAsset }, date)
  if (edition.chapters.length === 0)
    throw new UsageError(
      `« ${written} » n’a aucun texte que l’on puisse lire`,
      `“${written}” has no text that can be read`,
    )
  const out = outFolder(root, edition.name, invocation)
  sayFindings(findings, texts, { ...invocation, folder: root })
  const printed = printInFormats(formats, edition, { readAsset }, invocation)
  const bundle = [
    ...printed,
    ...bundleManifest(
      edition,
      buildProgramme({ sources: [], assets: [], findings: [] }),
      [],
      printed,
    ),
  ]
  await deliverBundle(
    edition,
    bundle,
    out,
    `${edition.title}, ${chaptersInWords(edition.chapters.length, language)}`,
    invocation,
  )
  return 0
}

// Options that select proposals make no sense here.
function refuseOthers({ values, positionals }: Invocation): void {
  const wrong = Object.keys(values).find((option) => !OPTIONS.has(option))
  if (wrong !== undefined)
    throw new UsageError(
      `--loose ne va pas avec --${wrong} (cahier publish --help)`,
      `--loose does not go with --${wrong} (cahier publish --help)`,
    )
  if (positionals.length > 0)
    throw new UsageError(
      `cahier publish ne prend pas « ${positionals[0]} » : écrivez --loose DOSSIER (cahier publish --help)`,
      `cahier publish does not take “${positionals[0]}”: write --loose DIR (cahier publish --help)`,
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

/** `dist/NAME` in the working folder; never among the texts, unless `--out` asks for it. */
function outFolder(root: string, name: string, { values, cwd }: Invocation): string {
  if (typeof values.out === 'string') return resolve(cwd, values.out)
  const out = distFolder(cwd, name)
  if (pathInside(root, out) !== null)
    throw new UsageError(
      'rien n’est écrit parmi les textes : dites où avec --out DOSSIER, ou lancez la commande ailleurs',
      'nothing is written among the texts: say where with --out DIR, or run the command elsewhere',
    )
  return out
}

function chaptersInWords(count: number, language: Language): string {
  return `${count} ${language === 'fr' ? 'chapitre' : 'chapter'}${count > 1 ? 's' : ''}`
}
