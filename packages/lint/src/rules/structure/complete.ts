import { type AskedKey, askedKeys, FILE_START, fieldsOf, type Json, stemOf } from '@cahier/core'
import { documentOf } from '../../document-of.ts'
import { textsAt } from '../../fields-at.ts'
import type { Rule } from '../../rule.ts'
import { sectionsOf } from '../../sections-of.ts'

const GLOSSES: Readonly<Record<AskedKey, string>> = {
  horizon: 'échéance',
  scale: 'échelle',
  action: 'verbe',
  impacts: 'effets',
  requests: 'demandes',
}

/** What a proposal still lacks before it can be put to a round: said softly of a draft, in one finding. */
export const complete: Rule = {
  id: 'structure/complete',
  severity: 'error',
  fixed: false,
  messages: {
    draft: {
      fr: ({ keys, sections }) => `brouillon : avant d’ouvrir un tour, ajoutez ${listFr(keys, sections)}`,
      en: ({ keys, sections }) => `draft: before a round opens, add ${listEn(keys, sections)}`,
    },
    opened: {
      fr: ({ keys, sections }) =>
        `un tour a été ouvert sur cette proposition, il ne peut rien y manquer : ajoutez ${listFr(keys, sections)}`,
      en: ({ keys, sections }) => `a round was opened on this proposal, nothing may be missing: add ${listEn(keys, sections)}`,
    },
  },
  document({ programme, document, report }) {
    if (document.kind !== 'proposal') return
    const head = fieldsOf(document.head)
    if ('withdrawn' in head || textsAt(document, '/replaced-by').length > 0) return
    const keys = document.sound ? askedKeys(programme.manifest).filter((key) => isEmpty(head[key])) : []
    const sections = sectionsOf(document, programme.manifest).missing.map(({ title }) => title)
    if (keys.length === 0 && sections.length === 0) return
    const wasOpened = documentOf(programme, 'decisions', stemOf(document.path)) !== null
    const place = document.places['/title']?.value ?? FILE_START
    if (wasOpened) report('opened', place, { keys, sections })
    else report('draft', place, { keys, sections }, { severity: 'info' })
  },
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function listFr(keys = '', sections = ''): string {
  const written = namesIn(keys).map((key) => `${key} (${GLOSSES[key as AskedKey]})`)
  const titled = namesIn(sections).map((title) => `« ## ${title} »`)
  return inWords(
    [...written, ...(titled.length === 0 ? [] : [`${titled.length === 1 ? 'la section' : 'les sections'} ${inWords(titled, 'et')}`])],
    'et',
  )
}

function listEn(keys = '', sections = ''): string {
  const titled = namesIn(sections).map((title) => `“## ${title}”`)
  return inWords(
    [
      ...namesIn(keys),
      ...(titled.length === 0 ? [] : [`${titled.length === 1 ? 'the section' : 'the sections'} ${inWords(titled, 'and')}`]),
    ],
    'and',
  )
}

function namesIn(list: string): string[] {
  return list === '' ? [] : list.split(', ')
}

function inWords(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}
