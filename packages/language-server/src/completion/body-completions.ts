import { type SectionTerm, sectionTermOf } from '@cahier/core'
import { linkBase, relativePath } from '@cahier/lint'
import type { DocumentContext } from '../context.ts'
import { namesOf, titledFiles } from '../names/names-of.ts'
import { type Completion, completionOf } from './completion.ts'

/** Completions of source ids, after `@` in a citation in square brackets. */
export function citedSources(
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
export function linkedFiles(
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

/** Completions of missing sections, on an empty line. Sections that belong there come first. */
export function missingSections(
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

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
}
