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
  type SectionTerm,
  sectionTermOf,
  stemOf,
  yamlAtCursor,
} from '@cahier/core'
import { linkBase, relativePath } from '@cahier/lint'
import { splitFrontMatter } from '@cahier/prose'
import { type Completion, completionOf } from '../completion/completion.ts'
import { keysAt, valuesAt } from '../completion/yaml-completions.ts'
import type { DocumentContext } from '../context.ts'
import { namesOf, titledFiles } from '../names/defined-names.ts'

/** Completions at an offset, in front matter, data or Markdown. */
export function completion(context: DocumentContext, offset: number): readonly Completion[] {
  const { text, path } = context.document
  const skeleton = skeletonOf(context, offset)
  if (skeleton !== null) return [skeleton]
  const head = path.endsWith('.yaml') ? { start: 0, end: text.length } : splitFrontMatter(text).head
  if (head !== null && head.start <= offset && offset <= head.end) {
    const spot = yamlAtCursor(text.slice(0, head.end), head.start, offset)
    if (spot === null) return []
    return spot.at === 'key' ? keysAt(context, spot) : valuesAt(context, spot)
  }
  if (path.endsWith('.yaml')) return []
  return [
    ...citedSources(context, offset),
    ...linkedFiles(context, offset),
    ...missingSections(context, offset),
  ]
}

/** Completions of source ids, after `@` in a citation in square brackets. */
function citedSources(
  { programme, document }: DocumentContext,
  offset: number,
): readonly Completion[] {
  const [, key] = /\[[^[\]\n]*@([\w:.#$%&+?<>~/-]*)$/.exec(lineBefore(document.text, offset)) ?? []
  if (key === undefined) return []
  const after = /^[\w:.#$%&+?<>~/-]*/.exec(document.text.slice(offset))?.[0] ?? ''
  const span = { start: offset - key.length, end: offset + after.length }
  return namesOf('source', programme).map(({ id, title }) =>
    completionOf(span, 'reference', id, title || id, { named: { kind: 'source', id } }),
  )
}

/** Completions of file paths in a link, after `](`. After `![…](`, only images. */
function linkedFiles(
  { programme, document }: DocumentContext,
  offset: number,
): readonly Completion[] {
  const [, mark, written] =
    /(!?)\[[^[\]]*\]\(([^()\s]*)$/.exec(lineBefore(document.text, offset)) ?? []
  if (written === undefined) return []
  const files = programme.assets.map(({ path }) => ({ path, title: '' }))
  if (mark === '')
    files.unshift(
      ...titledFiles(programme)
        .map(({ document: { path }, title }) => ({ path, title }))
        .filter(({ path }) => path.endsWith('.md')),
    )
  const end = offset + (/^[^()\s]*/.exec(document.text.slice(offset))?.[0].length ?? 0)
  const span = { start: offset - written.length, end }
  return files
    .filter(({ path }) => path !== document.path)
    .map(({ path, title }) => {
      const address = encodeURI(relativePath(linkBase(programme, document), path))
      return completionOf(span, 'file', address, title)
    })
}

/** Completions of missing sections, on an empty line. */
function missingSections(
  { programme, document, language }: DocumentContext,
  offset: number,
): readonly Completion[] {
  const [signs] = /^#{0,2} ?[^#]*$/.exec(lineBefore(document.text, offset)) ?? []
  const { amendmentSections, sections } = programme.manifest
  if (signs === undefined || (signs !== '' && !signs.startsWith('#'))) return []
  const rest = /^[^\r\n]*/.exec(document.text.slice(offset))?.[0] ?? ''
  if (rest.trim() !== '') return []
  const span = { start: offset - signs.length, end: offset }
  const complete = (title: string, detail: string) => {
    const label = `## ${title}`
    return completionOf(span, 'section', label, detail, { text: `${label}\n\n`, found: label })
  }
  const present = document.body?.sections ?? []
  if (document.kind === 'amendment')
    return [amendmentSections.reasons, amendmentSections.text]
      .filter((title) => present.every((one) => one.title !== title))
      .map((title) => complete(title, ''))
  if (document.kind !== 'proposal') return []
  const there = present.map((section) => ({
    term: sectionTermOf(section, programme.manifest),
    isAbove: (section.heading.position?.start.offset ?? 0) < offset,
  }))
  const rank = (term: SectionTerm) => sections.indexOf(term)
  const isInPlace = (term: SectionTerm) =>
    there.every(
      ({ term: other, isAbove }) => other === null || rank(other) < rank(term) === isAbove,
    )
  return sections
    .filter((term) => there.every(({ term: other }) => other !== term))
    .toSorted((a, b) => Number(isInPlace(b)) - Number(isInPlace(a)))
    .map(({ title, required, normative }) =>
      complete(
        title,
        [required && REQUIRED[language], normative && NORMATIVE[language]]
          .filter((one) => one !== false)
          .join(', '),
      ),
    )
}

const REQUIRED = { fr: 'obligatoire pour ouvrir un tour', en: 'required to open a round' }
const NORMATIVE = { fr: 'ce à quoi l’on consent', en: 'what people consent to' }

function lineBefore(text: string, offset: number) {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
}

/** The template of a new file, for a file with only blanks or dashes. */
function skeletonOf(context: DocumentContext, offset: number): Completion | null {
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
