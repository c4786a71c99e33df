import type { Message } from '@cahier/core'

/** Why a name cannot be that of a new file. */
export const BAD_NAME: Message = {
  fr: ({ id, meant }) =>
    `« ${id} » ne peut pas être un nom de fichier${meant ? ` : écrivez par exemple « ${meant} »` : ''}`,
  en: ({ id, meant }) =>
    `“${id}” cannot be the name of a file${meant ? `: write “${meant}” for instance` : ''}`,
}
