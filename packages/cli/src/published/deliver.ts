import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordOf, roundsOf } from '@cahier/consensus'
import {
  type Catalogue,
  coreMessages,
  EMPTY_PLAN,
  type Finding,
  type Language,
  languageOfTag,
  type Plan,
  type Programme,
  typeset,
  type Verdict,
} from '@cahier/core'
import {
  type Edition,
  exporters,
  type Material,
  type OutputFile,
  publicationMessages,
  SIGNATURE,
  SUMS,
} from '@cahier/export'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { summaryOf } from '../reports/report.ts'
import { textReport } from '../reports/text-report.ts'
import { progressOn } from '../terminal/progress.ts'
import { bundleReport, folderShown } from '../text/bundle-report.ts'
import { refuseUnwritable, writePlan } from '../writing/write-plan.ts'

/**
 * Writes the bundle (the files of an edition) and lists it below the line `head`. With `--dry-run`,
 * only checks that it can be written.
 */
export async function deliverBundle(
  edition: Edition,
  bundle: readonly OutputFile[],
  out: string,
  head: string,
  { values, cwd, language, say }: Invocation,
): Promise<void> {
  const isDry = values['dry-run'] === true
  if (isDry) refuseUnwritable(out, planOf(bundle))
  else await writeBundle(out, bundle)
  const lines = [head, ...bundleReport(edition, bundle, folderShown(cwd, out), language)]
  say(`${[...(isDry ? [DRY[language]] : []), ...lines].join('\n')}\n`)
}

const DRY = {
  fr: 'Rien n’est écrit ; serait écrit :',
  en: 'Nothing is written; would be written:',
} as const

/**
 * The default output folder, `dist/NAME`.
 * @throws {UsageError} when `dist` or `NAME` is a link, which may lead anywhere.
 */
export function distFolder(folder: string, name: string): string {
  const out = join(folder, 'dist', name)
  const link = [join(folder, 'dist'), out].find(
    (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true,
  )
  if (link === undefined) return out
  throw new UsageError(
    `« ${link} » est un lien vers un autre dossier, et rien n’y est écrit sans qu’on le demande : nommez ce dossier avec --out`,
    `“${link}” is a link to another folder, and nothing is written there unless asked for: name that folder with --out`,
  )
}

export function printInFormats(
  formats: readonly string[],
  edition: Edition,
  material: Material,
  { terminal, language }: Pick<Invocation, 'terminal' | 'language'>,
): readonly OutputFile[] {
  const progress = progressOn(terminal)
  const printed = formats.flatMap((format) => {
    progress.say(WRITING[language](format.toUpperCase()))
    return exporters[format]?.render(edition, { ...material, formats }) ?? []
  })
  progress.end()
  return printed
}

const WRITING = {
  fr: (format: string) => `composition : ${format}…`,
  en: (format: string) => `composing ${format}…`,
} as const

/** Prints the findings of publishing like `cahier lint`. `texts`: the texts read, by path. */
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
  day: string,
): readonly OutputFile[] {
  if (edition.kind !== 'programme') return []
  const language = languageOfTag(edition.language)
  const encoder = new TextEncoder()
  return edition.chapters
    .flatMap(({ measures }) => measures)
    .flatMap(({ id }) => {
      const verdict = verdicts.find(({ proposal }) => proposal === id)
      const rounds = roundsOf(programme, id, day)
      if (verdict === undefined || rounds.length === 0) return []
      const text = typeset(recordOf(programme, verdict, rounds, day, language), language)
      return [{ path: `${MINUTES_FOLDERS[language]}/${id}.txt`, bytes: encoder.encode(text) }]
    })
}

const MINUTES_FOLDERS: Readonly<Record<Language, string>> = { fr: 'proces-verbaux', en: 'minutes' }

/** Writes a bundle. Files of an earlier bundle are replaced or removed; other files stay. */
async function writeBundle(out: string, files: readonly OutputFile[]): Promise<void> {
  const current = new Set(files.map(({ path }) => path))
  const removals = [...filesOf(out), ...signatureOfOthers(out, files)].filter(
    (path) => !current.has(path) && existsSync(join(out, path)),
  )
  await writePlan(out, { ...planOf(files), removals }, true)
}

function planOf(files: readonly OutputFile[]): Plan {
  return {
    ...EMPTY_PLAN,
    files: files.map(({ path, bytes }) => ({ path, content: bytes, replaces: true })),
  }
}

// The signature of an earlier bundle, unless its checksums are still the same.
function signatureOfOthers(out: string, files: readonly OutputFile[]): string[] {
  const sums = files.find(({ path }) => path === SUMS)?.bytes
  const there = join(out, SUMS)
  if (sums === undefined || !existsSync(there)) return []
  return readFileSync(there).equals(sums) ? [] : [SIGNATURE]
}

// The files of an earlier bundle, from its list of checksums.
function filesOf(out: string): string[] {
  const sums = join(out, SUMS)
  if (!existsSync(sums)) return []
  const paths = readFileSync(sums, 'utf8')
    .split('\n')
    .map((line) => line.slice(66))
  return paths.filter(
    (path) => path !== '' && !path.startsWith('/') && !path.split('/').includes('..'),
  )
}
