import { createHash } from 'node:crypto'
import { type Language, type Status, titleOf } from '@cahier/core'
import {
  byLanguage,
  type FilterOption,
  filtersOf,
  type SelectedKind,
  type Selection,
  STATUS_LABELS,
} from '../edition/edition.ts'
import { kindName } from '../kinds/kinds.ts'
import type { ProgrammeContext } from '../print/context.ts'

/** The file name stem of an edition: `<identifier>-<edition>`, then kind and filters. */
export function editionFileName(
  identifier: string,
  edition: string,
  selection: Selection,
  language: Language,
): string {
  return fileName([identifier, edition, suffixOf(selection, language)]) || 'programme'
}

/** Kind and filters: `dossier-syndicats`, `axis-services-horizon-court`, or `''`. */
function suffixOf(selection: Selection, language: Language) {
  const { kind } = selection
  const named = filtersOf(selection).flatMap(([option, ids]) =>
    kind === 'dossier' && option === 'for' ? ids : [option, ...ids],
  )
  return [kind === 'programme' ? '' : kindName(kind, language), ...named].filter(Boolean).join('-')
}

// A name valid on every system: an edition may be called `2026/2`.
function fileName(parts: readonly string[]) {
  const name = parts
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\p{L}\d._-]+/gu, '-')
    .replace(/^[.-]+/, '')
  return name.length <= LONGEST
    ? name
    : `${name.slice(0, LONGEST - 9)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}

/** In characters. A longer name is cut, and ends with a digest. */
const LONGEST = 120

/** The selection in words: « Dossier pour les syndicats »; `''` for the whole programme. */
export function composeSubtitle(selection: Selection, context: ProgrammeContext): string {
  const { language } = context
  const { axes, manifest } = context.programme
  const { addressees, horizons, scales } = manifest
  const terms = { for: addressees, axis: axes, horizon: horizons, scale: scales }
  const [addressee] = selection.kind === 'dossier' ? (selection.addressees ?? []) : []
  const filters = filtersOf(selection)
    .filter(([option]) => addressee === undefined || option !== 'for')
    .map(([option, ids]) => {
      const titles = ids.map((id) =>
        option === 'status' ? STATUS_LABELS[language][id as Status] : titleOf(terms[option], id),
      )
      return `${(titles.length === 1 ? ONE : MANY)[language][option]} ${titles.join(', ')}`
    })
  const kind =
    addressee === undefined
      ? KINDS[language][selection.kind]
      : dossierFor(titleOf(addressees, addressee), language)
  return context.text([kind, ...filters].filter((part) => part !== '').join('. '))
}

const KINDS = byLanguage<SelectedKind>({
  programme: ['', ''],
  dossier: ['Dossier', 'Dossier'],
  tribune: ['Tribune', 'Opinion column'],
  brochure: ['Brochure', 'Brochure'],
  charter: ['Charte à signer', 'Charter to sign'],
  dissent: ['Réserves et objections', 'Reservations and objections'],
  data: ['Données', 'Data'],
})

const ONE = byLanguage<FilterOption>({
  for: ['Destinataire :', 'Addressee:'],
  axis: ['Axe :', 'Axis:'],
  horizon: ['Horizon :', 'Horizon:'],
  scale: ['Échelle :', 'Scale:'],
  status: ['État :', 'Status:'],
})

const MANY = byLanguage<FilterOption>({
  for: ['Destinataires :', 'Addressees:'],
  axis: ['Axes :', 'Axes:'],
  horizon: ['Horizons :', 'Horizons:'],
  scale: ['Échelles :', 'Scales:'],
  status: ['États :', 'Statuses:'],
})

function dossierFor(title: string, language: Language) {
  // Lowers the first letter, except in an abbreviation.
  const inSentence = title.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())
  if (language === 'en') return `Dossier for ${inSentence}`
  // « pour les » fits only a title that starts with a plural, without an article.
  return /^(?!(?:les|des|la|le)\s)\S+[sx](?=\s|$)/i.test(title)
    ? `Dossier pour les ${inSentence}`
    : `Dossier : ${title}`
}
