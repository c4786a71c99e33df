import { type Language, type Programme, type Status, slugOf, type Term } from '@cahier/core'
import { kindName, kinds, type SelectedKind, type Selection, STATUS_LABELS } from '@cahier/export'
import type { Bilingual, Invocation, Option } from '../command.ts'
import { didYouMean, nearValue } from './did-you-mean.ts'
import { UsageError } from './usage-error.ts'

const KINDS = Object.keys(kinds) as readonly SelectedKind[]

/** The options that choose what to publish. */
export const selectionOptions: Readonly<Record<string, Option>> = {
  kind: {
    type: 'string',
    value: { fr: kindNames('fr').join('|'), en: kindNames('en').join('|') },
    help: { fr: 'la sorte de publication', en: 'the kind of publication' },
  },
  for: {
    type: 'string',
    multiple: true,
    value: { fr: 'DESTINATAIRE', en: 'ADDRESSEE' },
    help: {
      fr: 'ce qui lui est demandé ; seul, en fait un dossier',
      en: 'what is asked of it; on its own, makes a dossier',
    },
  },
  axis: {
    type: 'string',
    multiple: true,
    value: { fr: 'AXE', en: 'AXIS' },
    help: { fr: 'cet axe seulement', en: 'this axis only' },
  },
  horizon: {
    type: 'string',
    multiple: true,
    value: 'HORIZON',
    help: { fr: 'cet horizon seulement', en: 'this horizon only' },
  },
  scale: {
    type: 'string',
    multiple: true,
    value: { fr: 'ÉCHELLE', en: 'SCALE' },
    help: { fr: 'cette échelle seulement', en: 'this scale only' },
  },
  status: {
    type: 'string',
    multiple: true,
    value: { fr: 'default|all|STATUT', en: 'default|all|STATUS' },
    help: {
      fr: 'default : ce qui est adopté ; all : tout, marqué ; ou des statuts : open,draft',
      en: 'default: what is adopted; all: everything, marked; or statuses: open,draft',
    },
  },
  floor: {
    type: 'string',
    value: 'N',
    help: {
      fr: 'charte : s’engager sur au moins N mesures',
      en: 'charter: commit to at least N measures',
    },
  },
}

/**
 * The selection that the options ask for, in the order of the programme.
 * @throws {UsageError} when a name is unknown.
 */
export function selectionIn(
  { values, language }: Pick<Invocation, 'values' | 'language'>,
  programme: Programme,
): Selection {
  const { manifest } = programme
  const addressees = idsIn('for', values.for, manifest.addressees)
  const kind = kindIn(values.kind, addressees)
  if (kind === 'dossier' && addressees.length !== 1)
    throw dossierWithoutAddressee(manifest.addressees)
  const statuses = STATUSES.map((id) => ({
    id,
    title: STATUS_LABELS[language][id as Status] ?? '',
  }))
  const floor = floorIn(values.floor, kind)
  return {
    kind,
    status: statusIn(idsIn('status', values.status, statuses)),
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

function kindNames(language: Language): readonly string[] {
  return KINDS.map((kind) => kindName(kind, language))
}

function kindIn(value: unknown, addressees: readonly string[]): SelectedKind {
  const written =
    typeof value === 'string' ? value : addressees.length === 1 ? 'dossier' : 'programme'
  const found = KINDS.find((kind) => kind === written || kindName(kind, 'en') === written)
  if (found !== undefined) return found
  throw unknown('kind', written, kindNames('fr'), kindNames('en'))
}

function statusIn(ids: readonly string[]): Selection['status'] {
  if (ids.length === 0) return 'default'
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
  throw new UsageError(
    `--floor prend un nombre de mesures, par exemple 3, pas « ${value} »`,
    `--floor takes a number of measures, such as 3, not “${value}”`,
  )
}

// A name is an id or a title, in any case, with or without accents. Titles may contain commas, so a
// whole value is looked up first.
function idsIn(
  option: string,
  value: Invocation['values'][string],
  terms: readonly Term[],
): readonly string[] {
  const written = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String)
  const find = (name: string) =>
    terms.find(
      ({ id, title }) =>
        id === name ||
        slugOf(name) === id ||
        (slugOf(name) !== '' && slugOf(name) === slugOf(title)),
    )
  const found = new Set(
    written.flatMap((whole) => {
      const names = find(whole) === undefined ? whole.split(',') : [whole]
      return names.map((name) => {
        const term = find(name.trim())
        if (term === undefined)
          throw unknown(
            option,
            name.trim(),
            terms.map(({ id }) => id),
          )
        return term.id
      })
    }),
  )
  return terms.filter(({ id }) => found.has(id)).map(({ id }) => id)
}

function unknown(
  option: string,
  name: string,
  known: readonly string[],
  english = known,
): UsageError {
  if (known.length === 0)
    return new UsageError(NOTHING_TO_CHOOSE.fr(option), NOTHING_TO_CHOOSE.en(option))
  const inEnglish = nearValue(name, english)
  const { fr, en } = didYouMean(nearValue(name, known), { inEnglish })
  return new UsageError(
    `--${option} prend ${known.join(', ')}, pas « ${name} »${fr}`,
    `--${option} takes ${english.join(', ')}, not “${name}”${en}`,
  )
}

const NOTHING_TO_CHOOSE: Readonly<Record<keyof Bilingual, (option: string) => string>> = {
  fr: (option) => `--${option} n’a rien à choisir : « programme.yaml » n’en nomme aucun`,
  en: (option) => `--${option} has nothing to choose from: “programme.yaml” names none`,
}

function dossierWithoutAddressee(addressees: readonly Term[]): UsageError {
  if (addressees.length === 0)
    return new UsageError(NOTHING_TO_CHOOSE.fr('for'), NOTHING_TO_CHOOSE.en('for'))
  const list = addressees.map(({ id }) => id).join(', ')
  return new UsageError(
    `un dossier s’adresse à un seul destinataire : ajoutez --for et l’un de ceux-ci : ${list}`,
    `a dossier is for one addressee: add --for and one of these: ${list}`,
  )
}
