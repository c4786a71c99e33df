import { type Language, type Programme, type Status, slugOf, type Term } from '@cahier/core'
import { kindName, kinds, type SelectedKind, type Selection, STATUS_LABELS } from '@cahier/export'
import type { Invocation, Option } from '../command.ts'
import { didYouMean, nearValue } from './did-you-mean.ts'
import { valueOption } from './options.ts'
import { UsageError, wrongValue } from './usage-error.ts'
import { noSuchChoice } from './wrong-command.ts'

const KINDS = Object.keys(kinds) as readonly SelectedKind[]

/** The options that choose what to publish. */
export const selectionOptions: Readonly<Record<string, Option>> = {
  kind: valueOption(
    { fr: kindNames('fr').join('|'), en: kindNames('en').join('|') },
    'la sorte de publication',
    'the kind of publication',
  ),
  for: valueOption(
    'ADDRESSEE',
    'ce qui lui est demandé ; seul, en fait un dossier',
    'what is asked of it; on its own, makes a dossier',
    { multiple: true },
  ),
  axis: valueOption('AXIS', 'cet axe seulement', 'this axis only', {
    multiple: true,
  }),
  horizon: valueOption('HORIZON', 'cet horizon seulement', 'this horizon only', { multiple: true }),
  scale: valueOption('SCALE', 'cette échelle seulement', 'this scale only', {
    multiple: true,
  }),
  status: valueOption(
    'default|all|STATUS',
    'default : ce qui est adopté ; all : tout, marqué ; ou des statuts : open,draft',
    'default: what is adopted; all: everything, marked; or statuses: open,draft',
    { multiple: true },
  ),
  floor: valueOption(
    'N',
    'charte : s’engager sur au moins N mesures',
    'charter: commit to at least N measures',
  ),
}

/**
 * What to publish, from the options. `usual`: the default of `--status`.
 * @throws {UsageError} when a name is unknown.
 */
export function selectionFromOptions(
  { values, language }: Invocation,
  programme: Programme,
  usual: 'default' | 'all' = 'default',
): Selection {
  const { manifest } = programme
  const addressees = idsIn('for', values.for, manifest.addressees)
  const kind = kindIn(values.kind, addressees)
  if (kind === 'dossier' && addressees.length !== 1)
    throw dossierWithoutAddressee(manifest.addressees)
  const titles: Readonly<Record<string, string>> = STATUS_LABELS[language]
  const statuses = STATUSES.map((id) => ({ id, title: titles[id] ?? '' }))
  const floor = floorIn(values.floor, kind)
  return {
    kind,
    status: statusIn(idsIn('status', values.status, statuses), usual),
    axes: idsIn('axis', values.axis, programme.axes),
    horizons: idsIn('horizon', values.horizon, manifest.horizons),
    scales: idsIn('scale', values.scale, manifest.scales),
    addressees,
    ...(floor === null ? {} : { floor }),
  }
}

// Withdrawn and merged proposals have no number and are never printed.
const STATUSES = [
  'default',
  'all',
  ...Object.keys(STATUS_LABELS.en).filter(
    (status) => status !== 'withdrawn' && status !== 'merged',
  ),
]

function kindNames(language: Language) {
  return KINDS.map((kind) => kindName(kind, language))
}

function kindIn(value: unknown, addressees: readonly string[]): SelectedKind {
  const written = value ?? (addressees.length === 1 ? 'dossier' : 'programme')
  const found = KINDS.find((kind) => kind === written || kindName(kind, 'en') === written)
  if (found !== undefined) return found
  throw unknown('kind', `${written}`, kindNames('fr'), kindNames('en'))
}

function statusIn(ids: readonly string[], usual: 'default' | 'all'): Selection['status'] {
  if (ids.length === 0) return usual
  const alone = ids.find((id) => id === 'default' || id === 'all')
  if (alone === undefined) return ids as readonly Status[]
  if (ids.length === 1) return alone as 'default' | 'all'
  throw new UsageError(
    `--status ${alone} ne va pas avec d’autres statuts : choisissez l’un ou les autres`,
    `--status ${alone} goes with no other status: choose one or the others`,
  )
}

function floorIn(value: unknown, kind: SelectedKind): number | null {
  if (value === undefined) return null
  if (kind !== 'charter')
    throw new UsageError(
      '--floor ne va qu’avec --kind charter',
      '--floor only goes with --kind charter',
    )
  const floor = /^[1-9]\d{0,5}$/.test(String(value)) ? Number(value) : 0
  if (floor > 0) return floor
  throw wrongValue('floor', value, {
    fr: 'un nombre de mesures, par exemple 3',
    en: 'a number of measures, such as 3',
  })
}

// A title may contain commas, so a whole value is tried before its parts.
function idsIn(
  option: string,
  value: Invocation['values'][string],
  terms: readonly Term[],
): readonly string[] {
  const ids = terms.map(({ id }) => id)
  const find = (name: string) => {
    const slug = slugOf(name)
    return terms.find(
      ({ id, title }) => id === name || slug === id || (slug !== '' && slug === slugOf(title)),
    )?.id
  }
  const named = [value ?? []]
    .flat()
    .map(String)
    .flatMap((whole) => (find(whole) === undefined ? whole.split(',') : [whole]))
    .map((name) => name.trim())
  const wrong = named.find((name) => find(name) === undefined)
  if (wrong !== undefined) throw unknown(option, wrong, ids)
  const found = new Set(named.map(find))
  return ids.filter((id) => found.has(id))
}

function unknown(option: string, name: string, known: readonly string[], english = known) {
  if (known.length === 0) return nothingToChoose(option)
  const hint = didYouMean(nearValue(name, known), { inEnglish: nearValue(name, english) })
  return wrongValue(option, name, { fr: known.join(', '), en: english.join(', ') }, hint)
}

function nothingToChoose(option: string) {
  return new UsageError(
    `--${option} n’a rien à choisir : « programme.yaml » n’en nomme aucun`,
    `--${option} has nothing to choose from: “programme.yaml” names none`,
  )
}

function dossierWithoutAddressee(addressees: readonly Term[]) {
  if (addressees.length === 0) return nothingToChoose('for')
  const list = addressees.map(({ id }) => id).join(', ')
  return new UsageError(
    `un dossier s’adresse à un seul destinataire : ajoutez --for et l’un de ceux-ci : ${list}`,
    `a dossier is for one addressee: add --for and one of these: ${list}`,
  )
}

/** The formats of `--format epub,odt`, in the order of `allowed`; `usual` without the option. */
export function formatsGiven(
  { values }: Invocation,
  allowed: readonly string[],
  usual: readonly string[],
): readonly string[] {
  if (!Array.isArray(values.format)) return usual
  const named = values.format
    .flatMap((written) => String(written).split(','))
    .map((format) => format.trim())
  const wrong = named.find((format) => !allowed.includes(format))
  if (wrong !== undefined) throw noSuchChoice('format', wrong, allowed)
  return allowed.filter((format) => named.includes(format))
}
