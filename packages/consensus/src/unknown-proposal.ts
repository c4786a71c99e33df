import { type MessageData, nearest, type Programme, renamedProposal } from '@cahier/core'

/**
 * What is said of an id that no proposal has: the path of the file that bore it, or the nearest id.
 */
export function unknownProposal(programme: Programme, id: string): MessageData {
  const renamed = renamedProposal(programme, id)
  return renamed === null
    ? { id, near: nearest(id, [...programme.ids.proposals]) }
    : { id, now: renamed.document.path }
}
