// `cahier publish`: writes an edition in several formats, with its checksums.

import { readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { isRefused, tally } from '@cahier/consensus'
import { dayIn, EMPTY_PLAN, FOLDERS, type Plan, type Programme, type Verdict } from '@cahier/core'
import {
  assetFindings,
  bundleManifest,
  type Edition,
  exporters,
  isWhole,
  kinds,
  type OutputFile,
  planRecording,
  RECORD,
  RECORDING_RULE,
  recordingMessages,
  type SelectedKind,
  type Selection,
} from '@cahier/export'
import { dateOption } from '../arguments/day.ts'
import { formatsGiven } from '../arguments/format.ts'
import { dryRunOption } from '../arguments/options.ts'
import { selectionIn, selectionOptions } from '../arguments/selection.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, Invocation } from '../command.ts'
import { visitProgramme } from '../programme/open.ts'
import { parserFor } from '../programme/parser.ts'
import { unreadPaths } from '../programme/unread.ts'
import {
  bundleMinutes,
  deliverBundle,
  distFolder,
  printInFormats,
  sayFindings,
} from '../published/deliver.ts'
import { editionFor, refuseSelection, refuseUnreadable } from '../published/edition.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: { fr: '', en: '' },
  help: {
    fr: 'Écrit l’édition : le site, le livre EPUB, le document ODT, le texte, les données, et de quoi vérifier le tout. Seul ce qui est adopté y entre ; avec « --status all », tout, marqué. Une autre sorte (dossier pour un destinataire, tribune, brochure, charte à signer, réserves et objections, données) ou un choix d’axes ou d’horizons garde les mêmes numéros.',
    en: 'Writes the edition: the site, the EPUB book, the ODT document, the plain text, the data, and what it takes to verify them. Only adopted proposals go in; with “--status all”, all of them, marked. Another kind (dossier for an addressee, opinion column, brochure, charter to sign, dissent, data) or a choice of axes or horizons keeps the same numbers.',
  },
  examples: [
    'cahier publish',
    { fr: 'cahier publish --for syndicats', en: 'cahier publish --for unions' },
    'cahier publish --kind brochure --axis services',
    {
      fr: 'cahier publish --format odt --status all --amendments --out assemblee',
      en: 'cahier publish --format odt --status all --amendments --out assembly',
    },
  ],
  options: {
    ...selectionOptions,
    format: {
      type: 'string',
      multiple: true,
      value: Object.keys(exporters).join(','),
      help: {
        fr: 'les formes voulues (sinon celles de cette sorte)',
        en: 'the formats wanted (default: those of this kind)',
      },
    },
    out: {
      type: 'string',
      value: { fr: 'DOSSIER', en: 'DIR' },
      help: {
        fr: 'où écrire (sinon dist/ÉDITION dans le programme)',
        en: 'where to write (default: dist/EDITION in the programme)',
      },
    },
    loose: {
      type: 'string',
      value: { fr: 'DOSSIER', en: 'DIR' },
      help: {
        fr: 'le livre d’un dossier de Markdown qui n’est pas un programme : un chapitre par fichier',
        en: 'the book of a folder of Markdown that is not a programme: one chapter per file',
      },
    },
    amendments: {
      type: 'boolean',
      help: {
        fr: 'dans l’ODT, les amendements en modifications suivies, à accepter ou à refuser',
        en: 'in the ODT, the amendments as tracked changes, to accept or reject',
      },
    },
    record: {
      type: 'boolean',
      help: {
        fr: 'garder aussi dans « editions/ » ce qui est remis, pour dire ensuite ce qui a changé',
        en: 'also keep in “editions/” what is handed over, to tell later what changed',
      },
    },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  anywhere: ({ loose }) => typeof loose === 'string',
  async run(invocation) {
    const { values, folder, day, say, language } = invocation
    if (typeof values.loose === 'string')
      return (await import('../published/publish-loose.ts')).publishLoose(values.loose, invocation)
    if (invocation.positionals.length > 0)
      throw new UsageError(
        `cahier publish ne prend pas « ${invocation.positionals[0]} » (cahier publish --help)`,
        `cahier publish does not take “${invocation.positionals[0]}” (cahier publish --help)`,
      )
    const programme = visitProgramme(invocation, parserFor)
    refuseUnreadable(programme)
    const [unread] = unreadPaths(programme)
    if (unread !== undefined) {
      invocation.sayError(`${WORDS[language].unread(unread)}\n`)
      return 1
    }
    const selection = selectionIn(invocation, programme)
    const formats = formatsOf(selection.kind, invocation)
    const named = outIn(invocation)
    const date = programme.manifest.publication.date || day()
    readDigests(programme)
    const verdicts = tally(programme, date)
    const edition = editionFor(
      folder,
      programme,
      verdicts,
      { ...selection, trackedChanges: values.amendments === true },
      date,
    )
    refuseSelection(edition, selection, programme)
    const recording =
      values.record === true ? recordingOf(edition, selection, programme) : EMPTY_PLAN
    if (isRefused(recording)) return applyPlan(recording, invocation, RECORDING_MESSAGES)
    if (isBehind(programme, verdicts, date, day()))
      invocation.sayError(`${WORDS[language].behind(dayIn(language, date))}\n`)
    const readAsset = (path: string) => readFileSync(join(folder, path))
    sayFindings(
      assetFindings(programme, readAsset),
      new Map(programme.documents.map(({ path, text }) => [path, text])),
      invocation,
    )
    const printed = printInFormats(formats, edition, { readAsset }, invocation)
    const files = [
      ...printed,
      ...bundleMinutes(edition, programme, verdicts, date),
      ...recordOf(programme, recording),
    ]
    const bundle = [...files, ...bundleManifest(edition, programme, verdicts, files)]
    await deliverBundle(
      edition,
      bundle,
      named ?? distFolder(folder, shortNameOf(edition)),
      headOf(edition, invocation),
      invocation,
    )
    if (values.record === true && recording.files.length === 0)
      say(`${WORDS[language].kept(edition.edition)}\n`)
    return applyPlan(recording, invocation, RECORDING_MESSAGES)
  },
}

// Computes the digests while the trees are in memory, so that no text is parsed twice.
function readDigests({ proposals }: Programme): void {
  for (const proposal of proposals) void [proposal.normative, proposal.whole]
}

// Whether the edition lacks decisions made after its date.
function isBehind(
  programme: Programme,
  verdicts: readonly Verdict[],
  date: string,
  day: string,
): boolean {
  return (
    date < day &&
    tally(programme, day).some(({ status }, index) => status !== verdicts[index]?.status)
  )
}

// Refuses an output folder among the sources: its files would be read as texts.
function outIn({ values, cwd, folder }: Invocation): string | null {
  if (typeof values.out !== 'string') return null
  const out = resolve(cwd, values.out)
  const [top = ''] = relative(folder, out).split(sep)
  if (values.out !== '' && top !== '' && !FOLDERS.some((own) => own === top)) return out
  throw new UsageError(
    `--out nomme un dossier hors des textes du programme, par exemple --out edition, pas « ${values.out} »`,
    `--out must name a folder apart from the texts of the programme, such as --out edition, not “${values.out}”`,
  )
}

// Only a full edition is recorded: a selection cannot show what changed in the whole.
function recordingOf(edition: Edition, selection: Selection, programme: Programme): Plan {
  if (selection.kind !== 'programme' || selection.status !== 'default' || !isWhole(selection))
    throw new UsageError(
      '--record garde l’édition entière : sans --kind, --status, --for, --axis, --horizon ni --scale',
      '--record keeps the whole edition: without --kind, --status, --for, --axis, --horizon or --scale',
    )
  return planRecording(programme, edition)
}

const RECORDING_MESSAGES = { [RECORDING_RULE]: recordingMessages }

/** The sources of the edition, with LF line ends, so that it can be verified without the folder. */
function recordOf(programme: Programme, { files }: Plan): OutputFile[] {
  const sources = [
    ...programme.documents,
    ...programme.records,
    ...programme.signatures,
    ...files.map(({ path, content }) => ({ path, text: String(content) })),
  ]
  return sources.map(({ path, text }) => ({
    path: `${RECORD}${path}`,
    bytes: new TextEncoder().encode(text.replaceAll('\r\n', '\n')),
  }))
}

function formatsOf(kind: SelectedKind, invocation: Invocation): readonly string[] {
  const { formats } = kinds[kind]
  return formatsGiven(invocation, kind === 'data' ? formats : Object.keys(exporters), formats)
}

/** The name of an edition without the identifier of the programme. */
function shortNameOf({ name, identifier }: Edition): string {
  return name.startsWith(`${identifier}-`) ? name.slice(identifier.length + 1) : name
}

function headOf(edition: Edition, { language }: Invocation): string {
  const words = WORDS[language]
  const measures = edition.chapters.flatMap((chapter) => chapter.measures).length
  const parts = [
    `${words.edition} ${edition.edition}`.trim(),
    edition.subtitle,
    words.measures(measures),
  ]
  return `${parts.filter(Boolean).join(', ')}${edition.draft ? words.draft : ''}`
}

const WORDS = {
  fr: {
    edition: 'Édition',
    measures: (count: number) => `${count} proposition${count > 1 ? 's' : ''}`,
    draft: ' (document de travail)',
    behind: (date: string) =>
      `Cette édition est datée du ${date} (publication.date, dans programme.yaml) : ce qui s’est décidé depuis n’y est pas. Changez cette date, ou enlevez-la, pour l’y mettre.`,
    unread: (path: string) =>
      `« ${path} » ne se lit pas en entier, et manquerait à l’édition : lancez « cahier lint » et corrigez-le d’abord.`,
    kept: (edition: string) => `L’édition ${edition} est déjà consignée, telle quelle.`,
  },
  en: {
    behind: (date: string) =>
      `This edition is dated ${date} (publication.date, in programme.yaml): what was decided since is not in it. Change that date, or remove it, to have it there.`,
    edition: 'Edition',
    measures: (count: number) => `${count} proposal${count > 1 ? 's' : ''}`,
    draft: ' (working draft)',
    unread: (path: string) =>
      `“${path}” cannot be read whole, and would be missing from the edition: run “cahier lint” and correct it first.`,
    kept: (edition: string) => `Edition ${edition} is already on record, exactly as it is.`,
  },
} as const
