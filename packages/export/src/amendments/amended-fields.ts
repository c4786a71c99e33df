import { type Amendment, isFields, type Term, titleOf } from '@cahier/core'
import { acceptAll, readCriticMarkup, refuseAll } from '@cahier/prose'
import type { AmendedField } from '../edition/amendment.ts'
import { FACT_LABELS, type FactId, FIELD_LABELS } from '../edition/labels.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import { changedInlines } from './changed-inlines.ts'

/** The fields that an amendment changes, in the order it gives them. */
export function amendedFields(
  amendment: Amendment,
  house: ProgrammeHouse,
): readonly AmendedField[] {
  if (!isFields(amendment.head)) return []
  return Object.entries(amendment.head).flatMap(([key, value]): AmendedField[] => {
    if (isFields(value))
      return Object.entries(value).map(([inner, marked]) =>
        field(requestLabel(inner, house), String(marked), wordsAs(key)),
      )
    if (value === null) return []
    return [
      field(
        labelOf(key, house),
        Array.isArray(value) ? value.map(String).join(', ') : String(value),
        wordsAs(key),
      ),
    ]
  })

  function field(label: string, marked: string, inWords: (text: string) => string): AmendedField {
    const { pieces } = readCriticMarkup(marked)
    const [old, young] = [refuseAll(pieces), acceptAll(pieces)].map((text) =>
      house.text(inWords(text)),
    )
    return { label, nodes: changedInlines(textNodes(old ?? ''), textNodes(young ?? '')) }
  }

  // Ids of the manifest are printed as the titles they stand for.
  function wordsAs(key: string): (text: string) => string {
    const { programme } = house
    const { manifest } = programme
    const terms: Readonly<Record<string, readonly Term[]>> = {
      horizon: manifest.horizons,
      scale: manifest.scales,
      action: manifest.actions,
      impacts: manifest.impacts,
      requires: programme.proposals,
      proposals: programme.proposals,
    }
    const known = terms[key]
    if (known === undefined) return (text) => text
    return (text) =>
      text
        .split(',')
        .map((id) => titleOf(known, id.trim()))
        .filter((title) => title !== '')
        .join(', ')
  }
}

function labelOf(key: string, { language }: ProgrammeHouse): string {
  return (
    FIELD_LABELS[language][key as keyof (typeof FIELD_LABELS)['fr']] ??
    FACT_LABELS[language][key as FactId] ??
    key
  )
}

function requestLabel(addressee: string, house: ProgrammeHouse): string {
  const title = titleOf(house.programme.manifest.addressees, addressee)
  return house.text(`${FIELD_LABELS[house.language].requests} : ${title}`)
}

function textNodes(value: string): readonly { readonly type: 'text'; readonly value: string }[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
