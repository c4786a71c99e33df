import { type Document, type Manifest, sectionTermOf } from '@cahier/core'

/**
 * Why a section may not be: no section of the programme has that title, or the text has it already.
 */
export interface OddSection {
  readonly message: 'unknownSection' | 'sectionTwice'
  readonly data: { readonly title: string; readonly known: readonly string[] }
}

/**
 * The first section that a proposal would have and the linter calls an error, and that it had not
 * before; `null` when there is none.
 */
export function oddSection(
  before: Document,
  after: Document,
  manifest: Manifest,
): OddSection | null {
  if (after.kind !== 'proposal' || manifest.sections.length === 0) return null
  const had = oddSectionsOf(before, manifest).map(nameOf)
  return oddSectionsOf(after, manifest).find((odd) => !had.includes(nameOf(odd))) ?? null
}

function oddSectionsOf({ body }: Document, manifest: Manifest): readonly OddSection[] {
  const known = manifest.sections.map(({ title }) => `« ${title} »`)
  const sections = (body?.sections ?? []).map(({ title }) => ({
    title,
    term: sectionTermOf({ title }, manifest),
  }))
  return sections.flatMap(({ title, term }, index): readonly OddSection[] => {
    if (term === null)
      return isError('structure/unknown-section')
        ? [{ message: 'unknownSection', data: { title, known } }]
        : []
    const isTwice = sections.findIndex((one) => one.term === term) < index
    return isTwice && isError('structure/duplicate-section')
      ? [{ message: 'sectionTwice', data: { title: term.title, known } }]
      : []
  })

  function isError(rule: string): boolean {
    return [manifest.lint, ...manifest.lintPaths.map(({ levels }) => levels)].every(
      (levels) => (levels[rule] ?? 'error') === 'error',
    )
  }
}

function nameOf({ message, data }: OddSection): string {
  return `${message} ${data.title}`
}
