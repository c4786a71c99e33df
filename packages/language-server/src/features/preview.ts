import { tally } from '@cahier/consensus'
import { type Programme, stemOf } from '@cahier/core'
import { composeEdition, type Material, type MeasurePreview, measurePreview } from '@cahier/export'

/**
 * The page of the proposal at a path as the site would show it now, and the amendments that wait on it; for an amendment, those of the proposal
 * it is about. `null` for any other file, and for a proposal that is not printed: withdrawn, or merged into another.
 */
export function previewOf(programme: Programme, path: string, day: string, material: Material): MeasurePreview | null {
  const id = proposalAt(programme, path)
  if (id === null) return null
  const date = programme.manifest.publication.date || day
  const edition = composeEdition(programme, tally(programme, date), { kind: 'programme', status: 'all', day: date })
  return measurePreview(edition, id, material)
}

function proposalAt({ ids }: Programme, path: string): string | null {
  const [folder, first = ''] = path.split('/')
  const id = folder === 'axes' ? stemOf(path) : folder === 'amendments' ? first : ''
  return ids.proposals.has(id) ? id : null
}
