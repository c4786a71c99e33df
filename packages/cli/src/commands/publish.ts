import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { tally } from '@cahier/consensus'
import type { Programme } from '@cahier/core'
import { bundleManifest, composeEdition, type Edition, exporters, type OutputFile } from '@cahier/export'
import type { Command, Invocation } from '../command.ts'
import { dryRunOption } from '../format-option.ts'
import { openProgramme } from '../open-programme.ts'
import { progressOn } from '../progress.ts'
import { UsageError } from '../usage-error.ts'
import { writeBundle } from '../write-bundle.ts'

const KINDS = ['programme']
const STATUSES = ['default', 'all'] as const

export const command: Command = {
  usage: { fr: '', en: '' },
  help: {
    fr: 'Écrit l’édition : le site, le livre EPUB, le document ODT, et de quoi vérifier le tout. Y entre ce qui est adopté ; « --status all » y met tout.',
    en: 'Writes the edition: the site, the EPUB book, the ODT document, and what it takes to verify them. What is adopted goes in; “--status all” takes everything.',
  },
  examples: ['cahier publish', 'cahier publish --format epub --out livres'],
  options: {
    format: {
      type: 'string',
      value: Object.keys(exporters).join(','),
      help: { fr: 'les formes voulues (sinon toutes)', en: 'the formats wanted (else all)' },
    },
    kind: { type: 'string', value: KINDS.join('|'), help: { fr: 'la sorte de publication', en: 'the kind of publication' } },
    status: {
      type: 'string',
      value: STATUSES.join('|'),
      help: { fr: 'default : ce qui est adopté ; all : tout, marqué', en: 'default: what is adopted; all: everything, marked' },
    },
    out: {
      type: 'string',
      value: { fr: 'DOSSIER', en: 'DIR' },
      help: { fr: 'où écrire (sinon dist/ÉDITION dans le programme)', en: 'where to write (else dist/EDITION in the programme)' },
    },
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { values, folder, cwd, day, say, language } = invocation
    const formats = formatsIn(values.format)
    const kind = oneOf('kind', values.kind ?? 'programme', KINDS)
    const status = oneOf('status', values.status ?? 'default', STATUSES)
    if (invocation.positionals.length > 0)
      throw new UsageError(
        `cahier publish ne prend pas « ${invocation.positionals[0]} » (cahier publish --help)`,
        `cahier publish does not take “${invocation.positionals[0]}” (cahier publish --help)`,
      )
    const programme = openProgramme(invocation)
    refuseUnreadable(programme)
    const progress = progressOn(invocation.terminal)
    const date = programme.manifest.publication.date || day()
    const verdicts = tally(programme, date)
    const edition = composeEdition(programme, verdicts, {
      kind: kind as 'programme',
      status: status as 'default' | 'all',
      version: versionOf(folder),
      day: date,
    })
    const readAsset = (path: string) => readFileSync(join(folder, path))
    const printed = formats.flatMap((format) => {
      progress.say(WORDS[language].writing(format))
      return exporters[format]?.render(edition, { readAsset }) ?? []
    })
    const files = [...printed, ...recordOf(programme)]
    const bundle = [...files, ...bundleManifest(edition, programme, verdicts, files)]
    progress.end()
    const out = typeof values.out === 'string' ? resolve(cwd, values.out) : join(folder, 'dist', edition.edition || edition.name)
    if (values['dry-run'] !== true) writeBundle(out, bundle)
    say(reportOf(edition, bundle, relative(cwd, out) || '.', invocation))
    return 0
  },
}

/** The source of everything printed, so that the bundle can be verified without the folder. */
function recordOf(programme: Programme): OutputFile[] {
  const sources = [...programme.documents, ...programme.records]
  return sources.map(({ path, text }) => ({ path: `record/${path}`, bytes: new TextEncoder().encode(text) }))
}

function refuseUnreadable({ documents, manifest }: Programme): void {
  const document = documents.find(({ kind }) => kind === 'manifest')
  if (document?.head === null || manifest.publication.identifier === '') {
    throw new UsageError(
      '« programme.yaml » ne peut pas être lu, ou n’a pas de publication.identifier : lancez « cahier lint »',
      '“programme.yaml” cannot be read, or has no publication.identifier: run “cahier lint”',
    )
  }
}

function versionOf(folder: string): string {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: unknown }
    return typeof version === 'string' ? version : ''
  } catch {
    return ''
  }
}

function formatsIn(value: Invocation['values'][string]): readonly string[] {
  if (typeof value !== 'string') return Object.keys(exporters)
  return value.split(',').map((format) => oneOf('format', format.trim(), Object.keys(exporters)))
}

function oneOf(option: string, value: unknown, allowed: readonly string[]): string {
  const found = allowed.find((one) => one === value)
  if (found !== undefined) return found
  throw new UsageError(
    `--${option} prend ${allowed.join(', ')}, pas « ${String(value)} »`,
    `--${option} takes ${allowed.join(', ')}, not “${String(value)}”`,
  )
}

function reportOf(edition: Edition, bundle: readonly OutputFile[], out: string, { language, values }: Invocation): string {
  const words = WORDS[language]
  const measures = edition.chapters.flatMap((chapter) => chapter.measures).length
  const pages = bundle.filter(({ path }) => path.endsWith('.html'))
  const books = bundle.filter(({ path }) => /^[^/]+\.(?:epub|odt)$/.test(path))
  const size = (bytes: number) =>
    `${new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(bytes / 1000)} ${language === 'fr' ? 'ko' : 'kB'}`
  const lines = [
    `${words.edition} ${edition.edition}, ${words.measures(measures)}${edition.draft ? words.draft : ''}`,
    ...(pages.length > 0
      ? [`  ${out}/site/index.html  ${words.pages(pages.length)}, ${size(pages.reduce((sum, { bytes }) => sum + bytes.length, 0))}`]
      : []),
    ...books.map(({ path, bytes }) => `  ${out}/${path}  ${size(bytes.length)}`),
    `  ${out}/SHA256SUMS  ${words.sums(bundle.length - 1)}`,
  ]
  return `${values['dry-run'] === true ? `${words.dry}\n` : ''}${lines.join('\n')}\n`
}

const WORDS = {
  fr: {
    writing: (format: string) => `composition : ${format.toUpperCase()}…`,
    edition: 'Édition',
    measures: (count: number) => `${count} proposition${count > 1 ? 's' : ''}`,
    draft: ' (document de travail)',
    pages: (count: number) => `${count} page${count > 1 ? 's' : ''}`,
    sums: (count: number) => `empreintes de ${count} fichiers`,
    dry: 'Rien n’est écrit ; serait écrit :',
  },
  en: {
    writing: (format: string) => `composing ${format.toUpperCase()}…`,
    edition: 'Edition',
    measures: (count: number) => `${count} proposal${count > 1 ? 's' : ''}`,
    draft: ' (working draft)',
    pages: (count: number) => `${count} page${count > 1 ? 's' : ''}`,
    sums: (count: number) => `sums of ${count} files`,
    dry: 'Nothing is written; would be written:',
  },
} as const
