import {
  type Document,
  FILE_START,
  fieldsOf,
  isSectionToWrite,
  isToWrite,
  type Json,
  placeOf,
  type RequiredField,
  requiredFields,
  stemOf,
} from '@cahier/core'
import type { RootContent } from 'mdast'
import { documentOf } from '../../document/documents.ts'
import { textsAt } from '../../document/fields-at.ts'
import { sectionsOf } from '../../document/sections-of.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'

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
 * Reports what a proposal lacks for a round (a vote), in one finding; mildly for a draft. In an
 * axis, only remaining words of the template.
 */
export const complete: Rule = {
  id: 'structure/complete',
  severity: 'error',
  fixed: false,
  messages: {
    draft: {
      fr: ({ keys, sections }) =>
        `brouillon : avant d’ouvrir un tour, écrivez ${listFr(keys, sections)}`,
      en: ({ keys, sections }) => `draft: before a round opens, write ${listEn(keys, sections)}`,
    },
    opened: {
      fr: ({ keys, sections }) =>
        `un tour a été ouvert sur cette proposition, il ne peut rien y manquer : écrivez ${listFr(keys, sections)}`,
      en: ({ keys, sections }) =>
        `a round was opened on this proposal, nothing may be missing: write ${listEn(keys, sections)}`,
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
  document(context) {
    const { programme, document, report } = context
    if (document.kind === 'axis') checkAxis(context)
    if (document.kind !== 'proposal') return
    const head = fieldsOf(document.head)
    if ('withdrawn' in head || textsAt(document, '/replaced-by').length > 0) return
    const asked: readonly Key[] = ['summary', ...requiredFields(programme.manifest)]
    const keys = document.sound ? asked.filter((key) => isEmpty(head[key])) : []
    const { known, missing } = sectionsOf(document, programme.manifest)
    const left = known
      .filter(({ section, term }) => term.required && isSectionToWrite(section, document.text))
      .map(({ term }) => term)
    const sections = programme.manifest.sections
      .filter((term) => missing.includes(term) || left.includes(term))
      .map(({ title }) => title)
    if (keys.length === 0 && sections.length === 0) return
    const wasOpened = documentOf(programme, 'decisions', stemOf(document.path)) !== null
    const place = document.places['/title']?.value ?? FILE_START
    if (wasOpened) report('opened', place, { keys, sections })
    else report('draft', place, { keys, sections }, { severity: 'info' })
  },
}

function checkAxis({ document, report }: RuleContext): void {
  for (const { value, place } of textsAt(document, '/question'))
    if (isToWrite(value)) report('question', place.value, {}, { severity: 'info' })
  const [node] = document.body?.tree.children ?? []
  if (node !== undefined && isToWrite(sourceOf(node, document)))
    report('introduction', placeOf(node), {}, { severity: 'info' })
}

function sourceOf(node: RootContent, { text }: Document): string {
  const { start, end } = placeOf(node)
  return text.slice(start.offset, end.offset)
}

// Words of the template count as empty.
function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  if (typeof value === 'string') return isToWrite(value)
  return (
    typeof value === 'object' &&
    (Object.keys(value).length === 0 ||
      Object.values(value).some((one) => typeof one === 'string' && isToWrite(one)))
  )
}

function listFr(keys = '', sections = ''): string {
  const written = namesIn(keys).map((key) => `${key} (${GLOSSES[key as Key]})`)
  const titled = namesIn(sections).map((title) => `« ## ${title} »`)
  return inWords(
    [
      ...written,
      ...(titled.length === 0
        ? []
        : [`${titled.length === 1 ? 'la section' : 'les sections'} ${inWords(titled, 'et')}`]),
    ],
    'et',
  )
}

function listEn(keys = '', sections = ''): string {
  const titled = namesIn(sections).map((title) => `“## ${title}”`)
  return inWords(
    [
      ...namesIn(keys),
      ...(titled.length === 0
        ? []
        : [`${titled.length === 1 ? 'the section' : 'the sections'} ${inWords(titled, 'and')}`]),
    ],
    'and',
  )
}

function namesIn(list: string): string[] {
  return list === '' ? [] : list.split(', ')
}

function inWords(names: readonly string[], and: string): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}
