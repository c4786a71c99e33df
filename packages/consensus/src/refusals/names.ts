import {
  type Message,
  type MessageData,
  nearest,
  type Programme,
  renamedProposal,
} from '@cahier/core'

/** Data for the message on an unknown proposal: its new path if renamed, else the nearest id. */
export function unknownProposal(programme: Programme, id: string): MessageData {
  const renamed = renamedProposal(programme, id)
  return renamed === null
    ? { id, near: nearest(id, [...programme.ids.proposals]) }
    : { id, now: renamed.document.path }
}

export const BAD_NAME: Message = {
  fr: ({ id, meant }) =>
    `« ${id} » ne peut pas être un nom de fichier${meant ? ` : écrivez par exemple « ${meant} »` : ''}`,
  en: ({ id, meant }) =>
    `“${id}” cannot be the name of a file${meant ? `: write “${meant}” for instance` : ''}`,
}
