import {
  type Amendment,
  EMPTY_PLAN,
  fieldsOf,
  isForbiddenId,
  type MemberToAsk,
  type MessageData,
  nearest,
  type Plan,
  type Programme,
  type Proposal,
  type RuleMessages,
  slugOf,
  wording,
} from '@cahier/core'
import { withField } from '../amendments/front-matter-fields.ts'
import { proposalOf } from '../find-by-id.ts'
import { keepLineEnds } from '../keep-line-ends.ts'
import {
  BAD_NAME,
  BLOCKING_ROUND_MESSAGES,
  blockingReason,
  GONE_MESSAGES,
  goneReason,
  NO_PROPOSAL,
  refusalMaker,
  unknownProposal,
} from '../refusals/refusal.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'
import { stancesByMember } from './members-to-ask.ts'
import { mergedBody, mergedHead } from './merged-text.ts'

/**
 * A merge of proposals into a new one, with the id `into`. An empty `axis` (theme) means their
 * common axis. An empty `title` means all titles joined.
 */
export interface MergeRequest {
  readonly ids: readonly string[]
  readonly into: string
  readonly axis: string
  readonly title: string
  readonly day: string
  /** Accepts that an open round (a vote) on one of the proposals becomes void. */
  readonly void?: boolean
}

/** The effects of a merge. If it is refused, `plan` says why and the other fields are empty. */
export interface MergingPlan {
  readonly plan: Plan
  /**
   * Members with stances (answers) on the merged proposals. The stances do not move to the new
   * proposal.
   */
  readonly again: readonly MemberToAsk[]
  /** Undecided amendments to the merged proposals. They do not move to the new one. */
  readonly waiting: readonly Amendment[]
  /** Other proposals that require a merged proposal. */
  readonly requiring: readonly Proposal[]
}

/**
 * Plans a merge. The new text joins the sections and authors of all proposals, which are marked as
 * replaced.
 */
export function planMerging(
  programme: Programme,
  { ids: asked, into, axis: wanted, title, day, void: mayFall = false }: MergeRequest,
): MergingPlan {
  const ids = [...new Set(asked)]
  const path = `axes/${wanted || 'x'}/${into}.md`
  const nothing = (plan: Plan) => ({ plan, again: [], waiting: [], requiring: [] })
  const refuse = (message: keyof typeof mergingMessages, data: MessageData = {}) =>
    nothing(refusedMerging(path, message, data))
  const { proposals: known, axes: knownAxes } = programme.ids
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) return refuse('noProposal', unknownProposal(programme, unknown))
  if (ids.length < 2) return refuse('tooFew')
  const slug = slugOf(into)
  if (slug !== into || into === '' || isForbiddenId(into))
    return refuse('badName', { id: into, meant: isForbiddenId(slug) ? '' : slug })
  if (known.has(into) || knownAxes.has(into)) return refuse('exists', { id: into })
  const proposals = ids.flatMap((id) => proposalOf(programme, id) ?? [])
  const axes = [...new Set(proposals.map(({ axis }) => axis))]
  if (wanted !== '' && !knownAxes.has(wanted))
    return refuse('noAxis', { id: wanted, near: nearest(wanted, [...knownAxes]) })
  if (wanted === '' && axes.length > 1) return refuse('axes', { axes })
  const axis = wanted || (axes[0] as string)
  const [obstacle] = proposals.flatMap(
    (proposal) => obstacleTo(proposal, programme, { day, mayFall }) ?? [],
  )
  if (obstacle !== undefined) return nothing(obstacle)
  const { manifest } = programme
  const text = `---\n${mergedHead(proposals, title.trim(), manifest)}---\n\n${mergedBody(proposals, axis, manifest)}`
  const replaced = proposals.map(({ document }) => ({
    path: document.path,
    content: keepLineEnds(document.text, withField(document, 'replaced-by', into)),
    replaces: true,
  }))
  return {
    plan: {
      ...EMPTY_PLAN,
      files: [
        { path: `axes/${axis}/${into}.md`, content: text },
        ...replaced,
        ...reorderedAxes(programme, ids, into, axis),
      ],
    },
    again: stancesByMember(programme, ids),
    waiting: programme.amendments.filter(
      ({ amends, outcome }) => ids.includes(amends) && outcome === '',
    ),
    requiring: programme.proposals.filter(
      ({ id, requires }) => !ids.includes(id) && requires.some((one) => ids.includes(one)),
    ),
  }
}

function obstacleTo(
  proposal: Proposal,
  programme: Programme,
  merging: { readonly day: string; readonly mayFall: boolean },
): Plan | null {
  const { document } = proposal
  const { path } = document
  if (!document.sound) return refusedMerging(path, 'unreadable', { path })
  const fault = goneReason(proposal, merging.day) ?? blockingReason(programme, proposal, merging)
  return fault && refusedMerging(path, fault.message, fault.data)
}

// The axis files without the merged proposals. In its own axis, the new proposal takes the place of
// the first.
function reorderedAxes({ axes }: Programme, ids: readonly string[], into: string, home: string) {
  return axes.flatMap(({ id, document }) => {
    const { proposals: order } = fieldsOf(document?.head)
    if (
      document === null ||
      !document.sound ||
      !Array.isArray(order) ||
      !order.some((one) => ids.includes(one))
    )
      return []
    const first = order.findIndex((one) => ids.includes(one))
    const kept = order.flatMap((one: string, index) =>
      !ids.includes(one) ? [one] : index === first && id === home ? [into] : [],
    )
    return [
      { path: document.path, content: withField(document, 'proposals', kept), replaces: true },
    ]
  })
}

export const MERGING_RULE = 'decision/merging'

/** Why proposals cannot be merged: one sentence, with what to do. */
export const mergingMessages = {
  tooFew: wording(
    'il faut au moins deux propositions différentes à réunir',
    'at least two different proposals are needed',
  ),
  noProposal: NO_PROPOSAL,
  noAxis: wording('aucun axe « {id} »{near|meant}', 'no axis “{id}”{near|meant}'),
  axes: wording(
    'ces propositions sont dans plusieurs axes ({axes}) : dites lequel avec --axis',
    'these proposals are in several axes ({axes}): say which with --axis',
  ),
  badName: BAD_NAME,
  exists: wording(
    '« {id} » existe déjà : donnez un autre nom à --into',
    '“{id}” exists already: give another name to --into',
  ),
  ...BLOCKING_ROUND_MESSAGES,
  ...GONE_MESSAGES,
  unreadable: HAS_ERRORS,
} satisfies RuleMessages

const refusedMerging = refusalMaker(MERGING_RULE, mergingMessages)
