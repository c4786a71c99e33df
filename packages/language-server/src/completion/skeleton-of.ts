import { amendableText } from '@cahier/consensus'
import {
  amendmentTemplate,
  axisTemplate,
  capitalised,
  collectiveTemplate,
  type Document,
  folderOf,
  type Language,
  proposalTemplate,
  questionTemplate,
  stemOf,
} from '@cahier/core'
import type { DocumentContext } from '../context.ts'
import { type Completion, completionOf } from './completion.ts'

/** The template of a new file, for a file with only blanks or dashes; else `null`. */
export function skeletonOf(context: DocumentContext, offset: number): Completion | null {
  const { document, language } = context
  if (!/^\s*(?:-{1,3}\s*)?$/.test(document.text) || offset > document.text.length) return null
  const text = templateFor(
    context,
    titleFrom(document.kind === 'axis' ? folderOf(document.path) : stemOf(document.path)),
  )
  const label = LABELS[language][document.kind as keyof typeof LABELS.fr]
  if (label === undefined) return null
  const span = { start: 0, end: document.text.length }
  const found = `${document.text.trim()}${label}`
  return completionOf(span, 'skeleton', label, document.path, { text, found })
}

const LABELS = {
  fr: {
    proposal: 'Nouvelle proposition',
    axis: 'Nouvel axe',
    amendment: 'Nouvel amendement',
    collective: 'Nouveau collectif',
    question: 'Nouvelle question',
  },
  en: {
    proposal: 'New proposal',
    axis: 'New axis',
    amendment: 'New amendment',
    collective: 'New collective',
    question: 'New question',
  },
} satisfies Record<Language, Partial<Record<Document['kind'], string>>>

function templateFor(
  { document, programme, day, language }: DocumentContext,
  title: string,
): string {
  switch (document.kind) {
    case 'proposal':
      return proposalTemplate(title, programme.manifest, language)
    case 'axis':
      return axisTemplate(title, language)
    case 'collective':
      return collectiveTemplate(title, day, language)
    case 'question':
      return questionTemplate(title, language)
    case 'amendment': {
      const proposal = folderOf(document.path)
      const base = amendableText(programme, proposal)?.whole ?? ''
      return amendmentTemplate({ proposal, by: '', base, day }, programme.manifest, language)
    }
    default:
      return ''
  }
}

function titleFrom(stem: string): string {
  return capitalised(stem.replaceAll('-', ' '))
}
