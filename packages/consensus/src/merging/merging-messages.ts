import { type Messages, UNKNOWN_PROPOSAL, wording } from '@cahier/core'
import { BLOCKING_ROUND_MESSAGES } from '../refusals/blocking-round.ts'
import { GONE_MESSAGES } from '../refusals/gone-proposal.ts'
import { BAD_NAME } from '../refusals/names.ts'
import { refuser } from '../refusals/refusal.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'

export const MERGING_RULE = 'decision/merging'

/** Why proposals cannot be merged: one sentence, with what to do. */
export const mergingMessages = {
  tooFew: wording(
    'il faut au moins deux propositions différentes à réunir',
    'at least two different proposals are needed',
  ),
  noProposal: UNKNOWN_PROPOSAL,
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
} satisfies Messages

export const refusedMerging = refuser(MERGING_RULE, mergingMessages)
