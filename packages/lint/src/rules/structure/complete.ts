import {
  fieldsOf,
  isSectionToWrite,
  isToWrite,
  type Json,
  type Language,
  placeOf,
  type RequiredField,
  requiredFields,
  stemOf,
  type Values,
} from '@cahier/core'
import { compareSections } from '../../document/compare-sections.ts'
import { documentOf, fieldPlace, textsAt } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

type Key = RequiredField | 'summary'

const GLOSSES: Readonly<Record<Key, string>> = {
  summary: 'résumé',
  horizon: 'échéance',
  scale: 'échelle',
  action: 'verbe',
  impacts: 'effets',
  requests: 'demandes',
}

/**
 * Reports, in one finding, what a proposal lacks for a round (a vote). Also reports text of the
 * template left in an axis (theme).
 */
export const complete: Rule = {
  id: 'structure/complete',
  severity: 'error',
  messages: {
    draft: {
      fr: (data) => `brouillon : avant d’ouvrir un tour, écrivez ${listIn('fr', data)}`,
      en: (data) => `draft: before a round opens, write ${listIn('en', data)}`,
    },
    opened: {
      fr: (data) =>
        `un tour a été ouvert sur cette proposition, il ne peut rien y manquer : écrivez ${listIn('fr', data)}`,
      en: (data) =>
        `a round was opened on this proposal, nothing may be missing: write ${listIn('en', data)}`,
    },
    question: {
      fr: 'cet axe a encore la question du modèle, et l’édition l’imprimerait : écrivez la sienne, ou enlevez cette ligne',
      en: 'this axis still has the question of its template, and the edition would print it: write its own, or remove this line',
    },
    introduction: {
      fr: 'cet axe a encore l’introduction du modèle, et l’édition l’imprimerait : écrivez la sienne, ou enlevez ces mots',
      en: 'this axis still has the introduction of its template, and the edition would print it: write its own, or remove these words',
    },
  },
  document({ programme, document, report }) {
    if (document.kind === 'axis') {
      for (const { value, place } of textsAt(document, '/question'))
        if (isToWrite(value)) report('question', place.value, {}, { severity: 'info' })
      const [first] = document.body?.tree.children ?? []
      const { start, end } = placeOf(first ?? {})
      if (isToWrite(document.text.slice(start.offset, end.offset)))
        report('introduction', { start, end }, {}, { severity: 'info' })
    }
    if (document.kind !== 'proposal') return
    const head = fieldsOf(document.head)
    if ('withdrawn' in head || textsAt(document, '/replaced-by').length > 0) return
    const asked: readonly Key[] = ['summary', ...requiredFields(programme.manifest)]
    const keys = document.sound ? asked.filter((key) => isEmpty(head[key])) : []
    const { known, missing } = compareSections(document, programme.manifest)
    const left = known
      .filter(({ section, term }) => term.required && isSectionToWrite(section, document.text))
      .map(({ term }) => term)
    const sections = programme.manifest.sections
      .filter((term) => missing.includes(term) || left.includes(term))
      .map(({ title }) => title)
    if (keys.length === 0 && sections.length === 0) return
    const place = fieldPlace(document, '/title')
    if (documentOf(programme, 'decisions', stemOf(document.path)) !== null)
      report('opened', place, { keys, sections })
    else report('draft', place, { keys, sections }, { severity: 'info' })
  },
}

function isEmpty(value: Json | undefined) {
  if (value === undefined || value === null || value === '') return true
  if (typeof value === 'string') return isToWrite(value)
  return (
    typeof value === 'object' &&
    (Object.keys(value).length === 0 ||
      Object.values(value).some((one) => typeof one === 'string' && isToWrite(one)))
  )
}

function listIn(language: Language, { keys = '', sections = '' }: Values) {
  const isFrench = language === 'fr'
  // British English has no comma before « and ».
  const and = new Intl.ListFormat(isFrench ? 'fr' : 'en-GB')
  const titles = namesIn(sections).map((title) => (isFrench ? `« ## ${title} »` : `“## ${title}”`))
  const nouns = isFrench ? ['la section', 'les sections'] : ['the section', 'the sections']
  const missing = namesIn(keys).map((key) => (isFrench ? `${key} (${GLOSSES[key as Key]})` : key))
  if (titles.length > 0) missing.push(`${nouns[titles.length === 1 ? 0 : 1]} ${and.format(titles)}`)
  return and.format(missing)
}

function namesIn(list: string): string[] {
  return list === '' ? [] : list.split(', ')
}
