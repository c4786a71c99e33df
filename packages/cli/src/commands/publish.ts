// `cahier publish`: writes an edition in several formats, with its checksums.

import { readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { isRefused, tally } from '@cahier/consensus'
import {
  dayIn,
  EMPTY_PLAN,
  FOLDERS,
  type Language,
  type Plan,
  type Programme,
  type Verdict,
} from '@cahier/core'
import {
  assetFindings,
  type Edition,
  exporters,
  isWhole,
  kinds,
  type OutputFile,
  planRecording,
  RECORD,
  RECORDING_RULE,
  recordingMessages,
  type Selection,
} from '@cahier/export'
import { flag, planOptions, refuseArguments, valueOption } from '../arguments/options.ts'
import { formatsGiven, selectionFromOptions, selectionOptions } from '../arguments/selection.ts'
import { UsageError, wrongValue } from '../arguments/usage-error.ts'
import { type Command, type Invocation, inBothLanguages } from '../command.ts'
import { visitProgramme } from '../programme/open.ts'
import { parserFor } from '../programme/parser.ts'
import { unreadPaths } from '../programme/unread.ts'
import { printedIds, refuseUnreadable, selectedEdition } from '../published/edition.ts'
import {
  bundleMinutes,
  distFolder,
  printInFormats,
  sayFindings,
  writeBundle,
} from '../published/write-bundle.ts'
import { counted } from '../text/report-parts.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: '',
  help: {
    fr: 'C’est une édition : le site, le livre EPUB, le document ODT, le texte, les données, et de quoi vérifier le tout. Seul ce qui est adopté y entre ; avec « --status all », tout, marqué. Une autre sorte (--kind), ou un choix d’axes ou d’horizons, garde les mêmes numéros.',
    en: 'It is an edition: the site, the EPUB book, the ODT document, the plain text, the data, and what it takes to verify them. Only adopted proposals go in; with “--status all”, all of them, marked. Another kind (--kind), or a choice of axes or horizons, keeps the same numbers.',
  },
  examples: [
    '',
    '--for ADDRESSEE',
    '--kind brochure --axis services',
    {
      fr: '--format odt --status all --amendments --out assemblee',
      en: '--format odt --status all --amendments --out assembly',
    },
  ],
  options: {
    ...selectionOptions,
    format: valueOption(
      Object.keys(exporters).join(','),
      'les formes voulues (sinon celles de cette sorte)',
      'the formats wanted (default: those of this kind)',
      { multiple: true },
    ),
    out: valueOption(
      'DIR',
      'où écrire (sinon dist/ÉDITION dans le programme)',
      'where to write (default: dist/EDITION in the programme)',
    ),
    loose: valueOption(
      'DIR',
      'le livre d’un dossier de Markdown qui n’est pas un programme : un chapitre par fichier',
      'the book of a folder of Markdown that is not a programme: one chapter per file',
    ),
    amendments: flag(
      'dans l’ODT, les amendements en modifications suivies, à accepter ou à refuser',
      'in the ODT, the amendments as tracked changes, to accept or reject',
    ),
    record: flag(
      'garder aussi dans « editions/ » ce qui est remis, pour dire ensuite ce qui a changé',
      'also keep in “editions/” what is handed over, to tell later what changed',
    ),
    ...planOptions,
  },
  runsAnywhere: ({ loose }) => typeof loose === 'string',
  async run(invocation) {
    const { values, folder, day, say, sayError, language } = invocation
    const words = WORDS[language]
    if (typeof values.loose === 'string')
      return (await import('../published/publish-loose.ts')).publishLoose(values.loose, invocation)
    refuseArguments(invocation)
    const programme = visitProgramme(invocation, parserFor)
    refuseUnreadable(programme)
    const [unread] = unreadPaths(programme)
    if (unread !== undefined) {
      sayError(`${words.unread(unread)}\n`)
      return 1
    }
    const selection = selectionFromOptions(invocation, programme)
    const usual = kinds[selection.kind].formats
    const formats = formatsGiven(
      invocation,
      selection.kind === 'data' ? usual : Object.keys(exporters),
      usual,
    )
    const out = outIn(invocation)
    // Computes both digests of each proposal while its parsed text is cached.
    for (const { normative, whole } of programme.proposals) void [normative, whole]
    const chosen = { ...selection, trackedChanges: values.amendments === true }
    const { edition, verdicts } = selectedEdition(programme, chosen, invocation)
    const isRecorded = values.record === true
    const recording = isRecorded ? recordingOf(edition, selection, programme) : EMPTY_PLAN
    if (isRefused(recording)) return applyPlan(recording, invocation, RECORDING_MESSAGES)
    if (isBehind(programme, verdicts, edition.date, day()))
      sayError(`${words.behind(dayIn(language, edition.date))}\n`)
    const readAsset = (path: string) => readFileSync(join(folder, path))
    sayFindings(
      assetFindings(programme, readAsset),
      new Map(programme.documents.map(({ path, text }) => [path, text])),
      invocation,
    )
    const files = [
      ...printInFormats(formats, edition, { readAsset }, invocation),
      ...bundleMinutes(edition, programme, verdicts),
      ...recordOf(programme, recording),
    ]
    const { name, identifier } = edition
    const shortName = name.startsWith(`${identifier}-`) ? name.slice(identifier.length + 1) : name
    await writeBundle(
      { edition, programme, verdicts, files, out: out ?? distFolder(folder, shortName) },
      headOf(edition, language),
      invocation,
    )
    if (isRecorded && recording.files.length === 0) say(`${words.kept(edition.edition)}\n`)
    return applyPlan(recording, invocation, RECORDING_MESSAGES)
  },
}

function isBehind(programme: Programme, verdicts: readonly Verdict[], date: string, day: string) {
  return (
    date < day &&
    tally(programme, day).some(({ status }, index) => status !== verdicts[index]?.status)
  )
}

// Refuses the folders of the programme's texts: the output there would be read as texts.
function outIn({ values, cwd, folder }: Invocation) {
  if (typeof values.out !== 'string') return null
  const out = resolve(cwd, values.out)
  const [top = ''] = relative(folder, out).split(sep)
  if (values.out !== '' && top !== '' && !FOLDERS.some((own) => own === top)) return out
  throw wrongValue('out', values.out, {
    fr: 'un dossier hors des textes du programme, par exemple edition',
    en: 'a folder apart from the texts of the programme, such as edition',
  })
}

// Only a whole edition is recorded: the next edition is compared with it.
function recordingOf(edition: Edition, selection: Selection, programme: Programme): Plan {
  if (selection.kind !== 'programme' || selection.status !== 'default' || !isWhole(selection))
    throw new UsageError(
      '--record garde l’édition entière : sans --kind, --status, --for, --axis, --horizon ni --scale',
      '--record keeps the whole edition: without --kind, --status, --for, --axis, --horizon or --scale',
    )
  return planRecording(programme, edition)
}

const RECORDING_MESSAGES = { [RECORDING_RULE]: recordingMessages }

// The source files, published for verification. Line ends are LF.
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

function headOf(printed: Edition, language: Language) {
  const { edition, subtitle, draft } = printed
  const words = WORDS[language]
  const count = printedIds(printed).length
  const parts = [`${words.edition} ${edition}`.trim(), subtitle, words.measures(count)]
  return `${parts.filter(Boolean).join(', ')}${draft ? words.draft : ''}`
}

const WORDS = inBothLanguages(
  {
    edition: 'Édition',
    measures: (count: number) => counted.fr(count, 'proposition'),
    draft: ' (document de travail)',
    behind: (date: string) =>
      `Cette édition est datée du ${date} (publication.date, dans programme.yaml) : ce qui s’est décidé depuis n’y est pas. Changez cette date, ou enlevez-la, pour l’y mettre.`,
    unread: (path: string) =>
      `« ${path} » ne se lit pas en entier, et manquerait à l’édition : lancez « cahier lint » et corrigez-le d’abord.`,
    kept: (edition: string) => `L’édition ${edition} est déjà consignée, telle quelle.`,
  },
  {
    behind: (date) =>
      `This edition is dated ${date} (publication.date, in programme.yaml): what was decided since is not in it. Change that date, or remove it, to have it there.`,
    edition: 'Edition',
    measures: (count) => counted.en(count, 'proposal'),
    draft: ' (working draft)',
    unread: (path) =>
      `“${path}” cannot be read whole, and would be missing from the edition: run “cahier lint” and correct it first.`,
    kept: (edition) => `Edition ${edition} is already on record, exactly as it is.`,
  },
)
