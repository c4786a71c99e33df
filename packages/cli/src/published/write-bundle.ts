import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { minutesOf, roundsOf } from '@cahier/consensus'
import {
  type Catalogue,
  coreMessages,
  EMPTY_PLAN,
  type Finding,
  languageOfTag,
  type Programme,
  typeset,
  type Verdict,
} from '@cahier/core'
import {
  bundleManifest,
  type Edition,
  exporters,
  type Material,
  type OutputFile,
  publicationMessages,
  SIGNATURE,
  SUMS,
} from '@cahier/export'
import { errorAbout } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { summaryOf } from '../reports/report.ts'
import { textReport } from '../reports/text-report.ts'
import { progressOn } from '../terminal/progress.ts'
import { bundleReport, folderShown } from '../text/bundle-report.ts'
import { refuseUnwritable, writePlan } from '../writing/write-plan.ts'
import { printedIds } from './edition.ts'

interface BundleToWrite {
  readonly edition: Edition
  readonly programme: Programme
  readonly verdicts: readonly Verdict[]
  readonly files: readonly OutputFile[]
  readonly out: string
}

/**
 * Writes the files of an edition and their manifest in `out`, and lists them below the line `head`.
 * With `--dry-run`, only checks that they can be written. Files of an earlier edition are replaced
 * or removed; other files stay.
 */
export async function writeBundle(
  { edition, programme, verdicts, files, out }: BundleToWrite,
  head: string,
  { values, cwd, language, say }: Invocation,
): Promise<void> {
  const bundle = [...files, ...bundleManifest(edition, programme, verdicts, files)]
  const isDry = values['dry-run'] === true
  const plan = {
    ...EMPTY_PLAN,
    files: bundle.map(({ path, bytes }) => ({ path, content: bytes, replaces: true })),
    removals: leftOf(out, bundle),
  }
  if (isDry) refuseUnwritable(out, plan)
  else await writePlan(out, plan, true)
  const lines = [head, ...bundleReport(edition, bundle, folderShown(cwd, out), language)]
  say(`${[...(isDry ? [DRY[language]] : []), ...lines].join('\n')}\n`)
}

const DRY = {
  fr: 'Rien n’est écrit ; serait écrit :',
  en: 'Nothing is written; would be written:',
} as const

/** The default folder, `dist/NAME`. @throws {UsageError} when `dist` or `dist/NAME` is a link. */
export function distFolder(folder: string, name: string): string {
  const out = join(folder, 'dist', name)
  const link = [join(folder, 'dist'), out].find(
    (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true,
  )
  if (link === undefined) return out
  throw errorAbout(
    link,
    'est un lien vers un autre dossier, et rien n’y est écrit sans qu’on le demande : nommez ce dossier avec --out',
    'is a link to another folder, and nothing is written there unless asked for: name that folder with --out',
  )
}

/** The files of an edition in each format. */
export function printInFormats(
  formats: readonly string[],
  edition: Edition,
  material: Material,
  { terminal, language }: Invocation,
): readonly OutputFile[] {
  const sayProgress = progressOn(terminal)
  return formats.flatMap((format) => {
    sayProgress(WRITING[language](format.toUpperCase()))
    return exporters[format]?.render(edition, { ...material, formats }) ?? []
  })
}

const WRITING = {
  fr: (format: string) => `composition : ${format}…`,
  en: (format: string) => `composing ${format}…`,
} as const

/** Prints findings of a publication as `cahier lint` does. `texts`: the texts read, by path. */
export function sayFindings(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
  invocation: Invocation,
): void {
  if (findings.length === 0) return
  const textOf = (path: string) => texts.get(path) ?? ''
  const summary = summaryOf(findings, texts.size)
  invocation.print(
    `${textReport({ findings, summary, catalogue: CATALOGUE, invocation, textOf })}\n`,
  )
}

const CATALOGUE: Catalogue = { ...coreMessages, ...publicationMessages }

/** The minutes, as text files, of the printed proposals that had a round of decision. */
export function bundleMinutes(
  edition: Edition,
  programme: Programme,
  verdicts: readonly Verdict[],
): readonly OutputFile[] {
  if (edition.kind !== 'programme') return []
  const day = edition.date
  const language = languageOfTag(edition.language)
  const encoder = new TextEncoder()
  return printedIds(edition).flatMap((id) => {
    const verdict = verdicts.find(({ proposal }) => proposal === id)
    const rounds = roundsOf(programme, id, day)
    if (verdict === undefined || rounds.length === 0) return []
    const text = typeset(minutesOf(programme, verdict, rounds, day, language), language)
    return [{ path: `${MINUTES_FOLDERS[language]}/${id}.txt`, bytes: encoder.encode(text) }]
  })
}

const MINUTES_FOLDERS = { fr: 'proces-verbaux', en: 'minutes' }

// The files that only the earlier edition has. A changed `SHA256SUMS` makes its signature invalid.
function leftOf(out: string, bundle: readonly OutputFile[]): readonly string[] {
  const sums = join(out, SUMS)
  if (!existsSync(sums)) return []
  const before = readFileSync(sums)
  const isSame = bundle.some(({ path, bytes }) => path === SUMS && before.equals(bytes))
  const current = new Set(bundle.map(({ path }) => path))
  return [...pathsIn(before.toString('utf8')), ...(isSame ? [] : [SIGNATURE])].filter(
    (path) => !current.has(path) && existsSync(join(out, path)),
  )
}

// A line of `SHA256SUMS`: 64 hexadecimal digits, two characters, a path. A path that leads out of
// the folder is not used: its file would be removed.
function pathsIn(sums: string): readonly string[] {
  return sums
    .split('\n')
    .map((line) => line.slice(66))
    .filter((path) => path !== '' && !path.startsWith('/') && !path.split('/').includes('..'))
}
