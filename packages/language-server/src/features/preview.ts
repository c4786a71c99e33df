import { type Programme, type Proposal, stemOf, type Verdict } from '@cahier/core'
import {
  ADOPTED,
  composeEdition,
  type Material,
  type MeasurePreview,
  proposalPreview,
} from '@cahier/export'
import { handleMessages } from '../in-slices.ts'
import { verdictOf } from '../text/verdict.ts'

/**
 * The page of a proposal as the site shows it, with its pending amendments. The file of an
 * amendment gives the page of the amended proposal. Other files give `null`.
 */
export async function previewOf(
  programme: Programme,
  path: string,
  day: string,
  material: Material,
): Promise<MeasurePreview | null> {
  const id = proposalAt(programme, path)
  const proposal = programme.proposals.find((one) => one.id === id)
  if (proposal === undefined) return null
  const date = programme.manifest.publication.date || day
  const verdict = verdictOf(programme, proposal, date)
  await handleMessages()
  const verdicts = [verdict, ...anAdopted(programme, proposal, date)]
  const selection = { kind: 'programme', status: 'all', alone: proposal.id, day: date } as const
  const edition = composeEdition(programme, verdicts, selection)
  await handleMessages()
  return proposalPreview(edition, proposal.id, material)
}

/** Makes the links of a preview lead to files of the programme. Removes other relative links. */
export function withFileLinks(
  preview: MeasurePreview,
  programme: Programme,
  path: string,
  uriOf: (path: string) => string,
): MeasurePreview {
  const axis = programme.proposals.find(({ id }) => id === proposalAt(programme, path))?.axis ?? ''
  const linked = (html: string, folder: string) =>
    html.replace(
      /(<a\b[^>]*?) href="(?!#|[a-z][a-z\d+.-]*:)([^"]*)"/gi,
      (_, before: string, href: string) => {
        const file = fileOfPage(programme, new URL(href, `file:///${folder}/`).pathname.slice(1))
        return file === null ? before : `${before} href="${uriOf(file)}"`
      },
    )
  return { page: linked(preview.page, axis), amendments: linked(preview.amendments, '-') }
}

function fileOfPage(
  { axes, proposals, amendments, documents }: Programme,
  page: string,
): string | null {
  if (page === 'sources.html') return documents.find(({ kind }) => kind === 'sources')?.path ?? null
  const [folder, name = ''] = page.split('/')
  const id = name.replace(/\.html$/, '')
  const axis = axes.find((one) => one.id === folder)
  if (axis !== undefined && id === 'index') return axis.document?.path ?? null
  const found =
    axis === undefined
      ? amendments.find(({ amends, outcome }) => amends === id && outcome === '')
      : proposals.find((one) => one.id === id && one.axis === axis.id)
  return found?.document.path ?? null
}

// One adopted proposal is enough for the draft notice, which says whether anything is adopted.
function anAdopted(programme: Programme, shown: Proposal, date: string): readonly Verdict[] {
  for (const { proposal: id, rounds } of programme.decisions) {
    if (id === shown.id || !rounds.some(({ outcome }) => ADOPTED.has(outcome?.result ?? '')))
      continue
    const proposal = programme.proposals.find((one) => one.id === id)
    if (proposal === undefined) continue
    const verdict = verdictOf(programme, proposal, date)
    if (ADOPTED.has(verdict.status)) return [verdict]
  }
  return []
}

function proposalAt({ ids }: Programme, path: string): string | null {
  const [folder, first = ''] = path.split('/')
  const id = folder === 'axes' ? stemOf(path) : folder === 'amendments' ? first : ''
  return ids.proposals.has(id) ? id : null
}
