import {
  type Document,
  type Manifest,
  nearest,
  type Plan,
  type Programme,
  type Proposal,
  sectionTermOf,
} from '@cahier/core'
import { goneReason } from '../refusals/refusal.ts'
import { refusedAmendment } from './amendment-messages.ts'

/** The refusal to amend a text that the programme does not have. */
export function refusedUnknownText({ ids }: Programme, id: string): Plan {
  const near = nearest(id, [...ids.proposals, ...ids.axes])
  return refusedAmendment(`axes/${id}`, 'noText', { id, near })
}

/** The refusal to change a proposal that is merged, or withdrawn by that day; else null. */
export function refuseIfGone(proposal: Proposal, day: string): Plan | null {
  const gone = goneReason(proposal, day)
  return gone && refusedAmendment(proposal.document.path, gone.message, gone.data)
}

/** A section that the linter reports: its title is unknown, or occurs twice. */
interface SectionFault {
  readonly message: 'unknownSection' | 'sectionTwice'
  readonly data: { readonly title: string; readonly known: readonly string[] }
}

/** The first section fault of `after` that `before` does not have; else null. */
export function sectionFault(
  before: Document,
  after: Document,
  manifest: Manifest,
): SectionFault | null {
  if (after.kind !== 'proposal' || manifest.sections.length === 0) return null
  const had = sectionFaultsOf(before, manifest).map(nameOf)
  return sectionFaultsOf(after, manifest).find((odd) => !had.includes(nameOf(odd))) ?? null
}

function sectionFaultsOf({ body }: Document, manifest: Manifest) {
  const known = manifest.sections.map(({ title }) => `« ${title} »`)
  const sections = (body?.sections ?? []).map(({ title }) => ({
    title,
    term: sectionTermOf({ title }, manifest),
  }))
  return sections.flatMap(({ title, term }, index): readonly SectionFault[] => {
    if (term === null)
      return isError('structure/unknown-section')
        ? [{ message: 'unknownSection', data: { title, known } }]
        : []
    const isTwice = sections.findIndex((one) => one.term === term) < index
    return isTwice && isError('structure/duplicate-section')
      ? [{ message: 'sectionTwice', data: { title: term.title, known } }]
      : []
  })

  function isError(rule: string) {
    return [manifest.lint, ...manifest.lintPaths.map(({ levels }) => levels)].every(
      (levels) => (levels[rule] ?? 'error') === 'error',
    )
  }
}

function nameOf({ message, data }: SectionFault) {
  return `${message} ${data.title}`
}
