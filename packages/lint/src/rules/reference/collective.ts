import { type Document, memoize, nearest, type Programme, stemOf } from '@cahier/core'
import { documentOf, fieldsAt } from '../../document/documents.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { type IdUse, idsIn, keysIn, namedIn, reportUnknown } from '../../references/id-uses.ts'
import { existsUnread } from '../../references/unread-files.ts'

/**
 * Reports ids that name no collective (member), and delegates that their collective does not list.
 */
export const collective: Rule = {
  id: 'reference/collective',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    unknown: {
      fr: 'il n’y a pas de collectif « {id} »{meant|meant| : écrivez le nom d’un fichier du dossier collectives/, sans « .yaml », et jamais celui d’une personne}',
      en: 'there is no collective “{id}”{meant|meant|: write the name of a file of the folder collectives/, without “.yaml”, and never that of a person}',
    },
    gone: {
      fr: 'ce tour compte « {id} » parmi ses membres, et collectives/{id}.yaml n’est plus là : remettez ce fichier sous ce nom, avec une ligne « left: » si le collectif est parti ou s’est fondu dans un autre ; un tour ouvert, lui, ne se récrit pas',
      en: 'this round counts “{id}” among its members, and collectives/{id}.yaml is no longer there: put that file back under that name, with a line “left:” if the collective left or merged into another; a round once opened is not rewritten',
    },
    delegate: {
      fr: '« {id} » ne parle pas pour « {member} » : ajoutez aux « delegates » de collectives/{member}.yaml un rôle de ce nom, jamais une personne, ou enlevez cette ligne',
      en: '“{id}” does not speak for “{member}”: add a role of that name, never a person, to the “delegates” of collectives/{member}.yaml, or remove this line',
    },
    delegateOf: {
      fr: '« {id} » ne parle pas pour « {member} »{meant|meant| : écrivez {known}, ou ajoutez un rôle, jamais une personne, aux « delegates » de collectives/{member}.yaml}',
      en: '“{id}” does not speak for “{member}”{meant|meant|: write {known}, or add a role, never a person, to the “delegates” of collectives/{member}.yaml}',
    },
  },
  document(context) {
    const { programme, document, report } = context
    const known = programme.ids.collectives
    const gone = goneFrom(programme)
    // When several records of rounds (votes) count the same member without a file, only the first
    // record gets a finding.
    for (const [id, first] of gone)
      if (first.document === document && !existsUnread(programme, 'collective', id))
        report('gone', first.place, { id })
    const others = namedIn(document, 'collective').filter(({ id }) => !gone.has(id))
    reportUnknown(context, others, 'collective', known)
    if (document.kind === 'positions') reportDelegates(context)
  },
}

const goneFrom = memoize(({ decisions, ids }: Programme) => {
  const gone = new Map<string, IdUse & { readonly document: Document }>()
  for (const { document } of decisions)
    for (const use of keysIn(document, '/rounds/*/electorate'))
      if (!ids.collectives.has(use.id) && !gone.has(use.id)) gone.set(use.id, { ...use, document })
  return gone
})

function reportDelegates({ programme, document, report }: RuleContext) {
  const member = stemOf(document.path)
  const file = documentOf(programme, 'collective', member)
  if (file?.sound !== true) return
  const known = fieldsAt(file, '/delegates/*/id').map(({ value }) => String(value))
  for (const { id, place } of idsIn(document, '/positions/*/by')) {
    if (known.includes(id)) continue
    const message = known.length === 0 ? 'delegate' : 'delegateOf'
    report(message, place, { id, member, meant: nearest(id, known), known })
  }
}
