import {
  type Document,
  folderOf,
  memoize,
  nearest,
  type Programme,
  type Proposal,
  RENAMED_PROPOSAL,
  renamedProposal,
  stemOf,
} from '@cahier/core'
import { fieldsAt } from '../../document/documents.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { type IdUse, idsIn, namedIn, reportUnknown } from '../../references/id-uses.ts'
import { existsUnread } from '../../references/unread-files.ts'

/**
 * Reports unknown proposals, and proposals that an axis (theme) lists but another axis has. Also
 * reports a recipient's answers about proposals not handed to it.
 */
export const proposal: Rule = {
  id: 'reference/proposal',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    unknown: {
      fr: 'il n’y a pas de proposition « {id} »{meant|meant| : écrivez le nom d’un fichier du dossier axes/, sans « .md »}',
      en: 'there is no proposal “{id}”{meant|meant|: write the name of a file of the folder axes/, without “.md”}',
    },
    renamed: RENAMED_PROPOSAL,
    removed: {
      fr: 'il n’y a plus de proposition « {id} », qui a pourtant eu des tours : remettez son fichier, {id}.md, dans le dossier de son axe ; si elle a été retirée, dites-le dans ce fichier par la clé « withdrawn »',
      en: 'there is no proposal “{id}” any more, though it had rounds: put its file, {id}.md, back into the folder of its axis; if it was withdrawn, say so in that file by the key “withdrawn”',
    },
    renamedAmended: {
      fr: 'il n’y a plus de proposition « {id} », mais le texte dont part cet amendement est dans {now} : rangez l’amendement dans amendments/{to}/, et écrivez « amends: {to} » ; ou redonnez à ce texte son nom, {id}.md',
      en: 'there is no proposal “{id}” any more, but the text that this amendment starts from is in {now}: move the amendment to amendments/{to}/ and write “amends: {to}”; or name that text {id}.md again',
    },
    elsewhere: {
      fr: 'la proposition « {id} » est dans l’axe « {axis} » : enlevez-la de cette liste, ou déplacez son fichier ici',
      en: 'the proposal “{id}” is in the axis “{axis}”: remove it from this list, or move its file here',
    },
    notHanded: {
      fr: '« {id} » n’est pas dans la liste de ce qui a été remis ici : ajoutez-la à « proposals », ou corrigez ce nom',
      en: '“{id}” is not in the list of what was handed over here: add it to “proposals”, or fix this name',
    },
  },
  document(context) {
    const { programme, document } = context
    const { proposals, axes } = programme.ids
    const known = document.kind === 'amendment' ? new Set([...proposals, ...axes]) : proposals
    const own = document.kind === 'proposal' ? stemOf(document.path) : ''
    const uses = namedIn(document, 'proposal').filter((use) => !reportGone(use, known, context))
    reportUnknown(context, uses, 'proposal', known, own)
    if (document.kind === 'axis') reportElsewhere(context)
    if (document.kind === 'transmission') reportNotHanded(context)
  },
}

/** Reports the former name of a proposal. Returns true when this name needs no other finding. */
function reportGone(
  { id, place }: IdUse,
  known: ReadonlySet<string>,
  { programme, document, report }: RuleContext,
) {
  if (known.has(id) || existsUnread(programme, 'proposal', id)) return false
  const gone = goneFrom(programme).get(id)
  if (gone === undefined) {
    const { base = '' } = programme.amendments.find((one) => one.document === document) ?? {}
    const now = base === '' ? undefined : programme.proposals.find(({ whole }) => whole === base)
    if (now !== undefined)
      report('renamedAmended', place, { id, now: now.document.path, to: now.id })
    return now !== undefined
  }
  const { reportedIn, now } = gone
  if (reportedIn !== null && reportedIn !== document) return true
  // `null`: the rounds (votes) are already recorded under the current name, so each file that still
  // has the former name gets a finding.
  if (reportedIn === null) report('unknown', place, { id, meant: now?.id ?? '' })
  else if (now !== null) report('renamed', place, { id, now: now.document.path })
  else if (nearest(id, [...known]) !== '') return false
  else report('removed', place, { id })
  return true
}

/** A former name of a proposal, found in records of rounds or in stances (answers of members). */
interface FormerName {
  /** The only file that gets a finding; `null` when each file with this name gets one. */
  readonly reportedIn: Document | null
  readonly now: Proposal | null
}

// Each key is a former name. A decisions file without rounds does not count: its name may be a
// typing error.
const goneFrom = memoize((programme: Programme) => {
  const { decisions, positions, ids } = programme
  const gone = new Map<string, FormerName>()
  const hadRounds = (id: string) =>
    decisions.some(({ proposal, rounds }) => proposal === id && rounds.length > 0)
  for (const { proposal: id, document } of decisions)
    if (!ids.proposals.has(id) && hadRounds(id))
      gone.set(id, { reportedIn: document, now: renamedProposal(programme, id) })
  for (const { stances, unfilled, document } of positions)
    for (const { proposal: id } of [...stances, ...unfilled]) {
      const now = gone.has(id) || ids.proposals.has(id) ? null : renamedProposal(programme, id)
      // A name close to the current name is a typing error, which gets another finding.
      if (now === null || nearest(id, [...ids.proposals]) === now.id) continue
      gone.set(id, { reportedIn: hadRounds(now.id) ? null : document, now })
    }
  return gone
})

function reportNotHanded({ programme, document, report }: RuleContext) {
  const { proposals } = programme.ids
  for (const { pointer } of fieldsAt(document, '/handed/*')) {
    const handed = idsIn(document, `${pointer}/proposals/*`).map(({ id }) => id)
    // When the list has an unknown id, this id may mean the answered proposal.
    if (handed.length === 0 || handed.some((id) => !proposals.has(id))) continue
    for (const { id, place } of idsIn(document, `${pointer}/answers/*/proposal`))
      if (proposals.has(id) && !handed.includes(id)) report('notHanded', place, { id })
  }
}

function reportElsewhere({ programme, document, report }: RuleContext) {
  for (const { id, place } of idsIn(document, '/proposals/*')) {
    const axes = programme.documents.flatMap(({ kind, path }) =>
      kind === 'proposal' && stemOf(path) === id ? [folderOf(path)] : [],
    )
    const [axis] = axes
    if (axis !== undefined && !axes.includes(folderOf(document.path)))
      report('elsewhere', place, { id, axis })
  }
}
