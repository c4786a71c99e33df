import { nearest, stemOf } from '@cahier/core'
import { documentOf } from '../../document-of.ts'
import { fieldsAt } from '../../fields-at.ts'
import { type IdUse, idsIn, keysIn, reportUnknown } from '../../id-uses.ts'
import type { Rule, RuleContext } from '../../rule.ts'

/** Every collective that a file names has its file, and every delegate who speaks is one of its own. Facilitators are roles: no file is theirs. */
export const collective: Rule = {
  id: 'reference/collective',
  severity: 'error',
  fixed: true,
  messages: {
    unknownNear: {
      fr: ({ id, meant }) => `il n’y a pas de collectif « ${id} » : vouliez-vous écrire « ${meant} » ?`,
      en: ({ id, meant }) => `there is no collective “${id}”: did you mean “${meant}”?`,
    },
    unknown: {
      fr: ({ id }) =>
        `il n’y a pas de collectif « ${id} » : écrivez le nom d’un fichier du dossier collectives/, sans « .yaml », et jamais celui d’une personne`,
      en: ({ id }) =>
        `there is no collective “${id}”: write the name of a file of the folder collectives/, without “.yaml”, and never that of a person`,
    },
    delegateNear: {
      fr: ({ id, member, meant }) => `« ${id} » ne parle pas pour « ${member} » : vouliez-vous écrire « ${meant} » ?`,
      en: ({ id, member, meant }) => `“${id}” does not speak for “${member}”: did you mean “${meant}”?`,
    },
    delegate: {
      fr: ({ id, member }) =>
        `« ${id} » ne parle pas pour « ${member} » : ajoutez-le aux « delegates » de collectives/${member}.yaml, ou enlevez cette ligne`,
      en: ({ id, member }) =>
        `“${id}” does not speak for “${member}”: add it to the “delegates” of collectives/${member}.yaml, or remove this line`,
    },
  },
  document(context) {
    reportUnknown(context, usesIn(context), 'collective', context.programme.ids.collectives)
    if (context.document.kind === 'positions') reportDelegates(context)
  },
}

function usesIn({ document }: RuleContext): readonly IdUse[] {
  switch (document.kind) {
    case 'proposal':
      return idsIn(document, '/authors/*')
    case 'amendment':
      return idsIn(document, '/by')
    case 'question':
      return idsIn(document, '/lead')
    // A name that is not the file's is the business of reference/identity.
    case 'positions':
      return idsIn(document, '/collective').filter(({ id }) => id === stemOf(document.path))
    case 'decisions':
      return [
        ...keysIn(document, '/rounds/*/electorate', '/rounds/*/notified', '/rounds/*/outcome/stances'),
        ...idsIn(document, '/rounds/*/rulings/*/on'),
      ]
    default:
      return []
  }
}

function reportDelegates({ programme, document, report }: RuleContext): void {
  const member = stemOf(document.path)
  const file = documentOf(programme, 'collective', member)
  if (file?.sound !== true) return
  const known = fieldsAt(file, '/delegates/*/id').map(({ value }) => String(value))
  for (const { id, place } of idsIn(document, '/positions/*/by')) {
    if (known.includes(id)) continue
    const meant = nearest(id, known)
    report(meant === '' ? 'delegate' : 'delegateNear', place, { id, member, meant })
  }
}
