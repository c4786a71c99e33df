import { createHash } from 'node:crypto'
import { type Language, type Status, type Term, titleOf } from '@cahier/core'
import { STATUS_LABELS } from '../edition/labels.ts'
import { kindName } from '../kinds/kinds.ts'
import type { ProgrammeContext } from '../print/context.ts'
import type { SelectedKind, Selection } from './selection.ts'

/** The stem of file names: `<identifier>-<edition>`, and the selection as in the options. */
export function composeName(
  identifier: string,
  edition: string,
  selection: Selection,
  language: Language,
): string {
  return fileName([identifier, edition, suffixOf(selection, language)]) || 'programme'
}

/** `dossier-syndicats`, `axis-services-horizon-court`; `''` for the whole programme. */
function suffixOf(
  { kind, status, axes = [], horizons = [], scales = [], addressees = [] }: Selection,
  language: Language,
): string {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [kind === 'dossier' ? '' : 'for', addressees],
    ['axis', axes],
    ['horizon', horizons],
    ['scale', scales],
    ['status', typeof status === 'string' ? [] : status],
  ]
  const named = lists
    .filter(([, ids]) => ids.length > 0)
    .flatMap(([option, ids]) => [option, ...ids])
  return [kind === 'programme' ? '' : kindName(kind, language), ...named].filter(Boolean).join('-')
}

// A name valid on every system: an edition may be called `2026/2`.
function fileName(parts: readonly string[]): string {
  const name = parts
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\p{L}\d._-]+/gu, '-')
    .replace(/^[.-]+/, '')
  return name.length <= LONGEST
    ? name
    : `${name.slice(0, LONGEST - 9)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}

const LONGEST = 120

/** The selection in words: « Dossier pour les syndicats »; `''` for the whole programme. */
export function composeSubtitle(selection: Selection, context: ProgrammeContext): string {
  const { axes = [], horizons = [], scales = [], addressees = [], kind, status } = selection
  const { programme } = context
  const { manifest } = programme
  const words = WORDS[context.language]
  const [addressee] = titlesOf(manifest.addressees, addressees)
  const isDossier = kind === 'dossier' && addressee !== undefined
  const parts = [
    isDossier ? words.dossier(addressee) : words.kinds[kind],
    listed(words.addressees, isDossier ? [] : titlesOf(manifest.addressees, addressees)),
    listed(words.axes, titlesOf(programme.axes, axes)),
    listed(words.horizons, titlesOf(manifest.horizons, horizons)),
    listed(words.scales, titlesOf(manifest.scales, scales)),
    listed(
      words.statuses,
      typeof status === 'string'
        ? []
        : status.map((one: Status) => STATUS_LABELS[context.language][one]),
    ),
  ]
  return context.text(parts.filter((part) => part !== '').join('. '))
}

function titlesOf(terms: readonly Term[], ids: readonly string[]): string[] {
  return ids.map((id) => titleOf(terms, id))
}

function listed([one, many]: readonly [string, string], titles: readonly string[]): string {
  return titles.length === 0 ? '' : `${titles.length === 1 ? one : many} ${titles.join(', ')}`
}

interface SubtitleWords {
  readonly kinds: Readonly<Record<SelectedKind, string>>
  readonly dossier: (addressee: string) => string
  readonly addressees: readonly [one: string, many: string]
  readonly axes: readonly [one: string, many: string]
  readonly horizons: readonly [one: string, many: string]
  readonly scales: readonly [one: string, many: string]
  readonly statuses: readonly [one: string, many: string]
}

const WORDS: Readonly<Record<Language, SubtitleWords>> = {
  fr: {
    kinds: {
      programme: '',
      dossier: 'Dossier',
      tribune: 'Tribune',
      brochure: 'Brochure',
      charter: 'Charte à signer',
      dissent: 'Réserves et objections',
      data: 'Données',
    },
    // « les » fits plurals without an article only.
    dossier: (title) =>
      /^(?!(?:les|des|la|le)\s)\S+[sx](?=\s|$)/i.test(title)
        ? `Dossier pour les ${inSentence(title)}`
        : `Dossier : ${title}`,
    addressees: ['Destinataire :', 'Destinataires :'],
    axes: ['Axe :', 'Axes :'],
    horizons: ['Horizon :', 'Horizons :'],
    scales: ['Échelle :', 'Échelles :'],
    statuses: ['État :', 'États :'],
  },
  en: {
    kinds: {
      programme: '',
      dossier: 'Dossier',
      tribune: 'Opinion column',
      brochure: 'Brochure',
      charter: 'Charter to sign',
      dissent: 'Reservations and objections',
      data: 'Data',
    },
    dossier: (title) => `Dossier for ${inSentence(title)}`,
    addressees: ['Addressee:', 'Addressees:'],
    axes: ['Axis:', 'Axes:'],
    horizons: ['Horizon:', 'Horizons:'],
    scales: ['Scale:', 'Scales:'],
    statuses: ['Status:', 'Statuses:'],
  },
}

// Lowers the first letter, except in an abbreviation.
function inSentence(title: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.slice(0, 1).toLowerCase() + title.slice(1) : title
}
