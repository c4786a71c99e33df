import { FILE_START } from '@cahier/core'
import { isWithdrawnOrReplaced } from '../../document/documents.ts'
import { fieldsAt, textsAt } from '../../document/fields-at.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports addressees of the manifest that no proposal has a request for. */
export const addressee: Rule = {
  id: 'evidence/addressee',
  severity: 'info',
  messages: {
    unasked: {
      fr: 'aucune proposition ne demande rien à « {title} » : ajoutez une demande « {id}: » à l’une d’elles, ou enlevez ce destinataire',
      en: 'no proposal asks anything of “{title}”: add a request “{id}:” to one of them, or remove this addressee',
    },
  },
  document({ programme, document, report }) {
    if (document.kind !== 'manifest') return
    const asking = programme.documents.flatMap((one) => {
      const keys =
        one.kind === 'proposal' && !isWithdrawnOrReplaced(one)
          ? textsAt(one, '/requests/*').map(({ key }) => key)
          : []
      return keys.length === 0 ? [] : [keys]
    })
    const asked = new Set(asking.flat())
    if (asking.length < programme.manifest.addressees.length) return
    const places = new Map(
      fieldsAt(document, '/addressees/*/id').map(({ value, place }) => [value, place.value]),
    )
    for (const { id, title } of programme.manifest.addressees)
      if (id !== '' && !asked.has(id))
        report('unasked', places.get(id) ?? FILE_START, { id, title })
  },
}
