import { isWithdrawnOrReplaced, textsAt } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports an addressee of the manifest when no proposal makes a request to it. Reports nothing
 * while the proposals with requests are fewer than the addressees: such a programme has just begun.
 */
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
    const { addressees } = programme.manifest
    const asking = programme.documents
      .filter((one) => one.kind === 'proposal' && !isWithdrawnOrReplaced(one))
      .map((one) => textsAt(one, '/requests/*').map(({ key }) => key))
      .filter((keys) => keys.length > 0)
    if (asking.length < addressees.length) return
    const asked = new Set(asking.flat())
    for (const { value: id, place } of textsAt(document, '/addressees/*/id')) {
      const { title } = addressees.find((one) => one.id === id) ?? {}
      if (title !== undefined && !asked.has(id)) report('unasked', place.value, { id, title })
    }
  },
}
