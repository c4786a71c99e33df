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
  const { kind, path, text: written } = context.document
  const skeleton = SKELETONS[kind]
  if (!/^\s*(?:-{1,3}\s*)?$/.test(written) || offset > written.length || !skeleton) return null
  const stem = kind === 'axis' ? folderOf(path) : stemOf(path)
  const label = skeleton[context.language]
  const text = skeleton.template(capitalised(stem.replaceAll('-', ' ')), context)
  const found = `${written.trim()}${label}`
  return completionOf({ start: 0, end: written.length }, 'skeleton', label, path, { text, found })
}

interface Skeleton extends Readonly<Record<Language, string>> {
  readonly template: (title: string, context: DocumentContext) => string
}

const SKELETONS: { readonly [kind in Document['kind']]?: Skeleton } = {
  proposal: {
    fr: 'Nouvelle proposition',
    en: 'New proposal',
    template: (title, { programme, language }) =>
      proposalTemplate(title, programme.manifest, language),
  },
  axis: {
    fr: 'Nouvel axe',
    en: 'New axis',
    template: (title, { language }) => axisTemplate(title, language),
  },
  amendment: {
    fr: 'Nouvel amendement',
    en: 'New amendment',
    template(_, { document, programme, day, language }) {
      const proposal = folderOf(document.path)
      const base = amendableText(programme, proposal)?.whole ?? ''
      return amendmentTemplate({ proposal, by: '', base, day }, programme.manifest, language)
    },
  },
  collective: {
    fr: 'Nouveau collectif',
    en: 'New collective',
    template: (title, { day, language }) => collectiveTemplate(title, day, language),
  },
  question: {
    fr: 'Nouvelle question',
    en: 'New question',
    template: (title, { language }) => questionTemplate(title, language),
  },
}
