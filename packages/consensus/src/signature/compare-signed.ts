import {
  type Decisions,
  FILE_START,
  type Finding,
  type MessageData,
  type Messages,
  type Positions,
  type Programme,
  type Round,
  readDocument,
  readPositions,
  stemOf,
} from '@cahier/core'
import { isSameValue } from '../is-same-value.ts'
import { sentenceFor } from '../sentence-for.ts'
import { keyringOf } from './keyring.ts'
import { type SigningOf, signingsIn } from './signing.ts'
import { SIGNATURE_WHYS, whyUnheard } from './why-unheard.ts'

/**
 * What a contribution says in the name of members, judged by the policy and the keys that stood before it: stances that changed, and
 * outcomes that were recorded, whose copies must be the members' files. Keys are revoked and never erased; signatures kept by a round stay.
 */
export function compareSigned(before: Programme, now: Programme, day: string, rule: string): readonly Finding[] {
  const signingOf = signingsIn(now, keyringOf(before))
  const say: Say = (path, message, data = {}, pointer = '') => {
    const places = now.documents.find((document) => document.path === path)?.places
    return { rule, severity: 'error', message, data, path, place: places?.[pointer]?.value ?? places?.[pointer]?.key ?? FILE_START }
  }
  return [
    ...now.positions.flatMap((positions) => spokenSince(before, positions, now, signingOf, day, say)),
    ...now.decisions.flatMap((decisions) => recordedSince(before, now, decisions, signingOf, say)),
    ...keysKept(before, now, say),
    ...signaturesKept(before, now, say),
  ]
}

type Say = (path: string, message: keyof typeof signedMessages, data?: MessageData, pointer?: string) => Finding

function spokenSince(before: Programme, positions: Positions, now: Programme, signingOf: SigningOf, day: string, say: Say): Finding[] {
  const { path } = positions.document
  const old = fileAt(before, path)
  if (old?.document.text === positions.document.text && signatureAt(before, path) === signatureAt(now, path)) return []
  const changed = positions.stances.filter(
    (stance) =>
      stance.stance !== null &&
      !isSameValue(
        stance,
        old?.stances.find(({ proposal }) => proposal === stance.proposal),
      ),
  )
  const signing = signingOf(positions)
  if (signing.why !== '')
    return positions.stances.some(({ stance }) => stance !== null) ? [say(path, 'spokenUnheard', { why: signing.why })] : []
  return changed.flatMap((stance) => {
    const why = whyUnheard(stance, day, signing)
    return why === '' ? [] : [say(path, 'spokenUnheard', { why }, `/positions/${stance.proposal}`)]
  })
}

function recordedSince(before: Programme, now: Programme, decisions: Decisions, signingOf: SigningOf, say: Say): Finding[] {
  const { document, proposal } = decisions
  const earlier = before.decisions.find((one) => one.document.path === document.path)?.rounds ?? []
  return decisions.rounds.flatMap((round, index) => {
    if (round.outcome === null || earlier.some(({ opened, outcome }) => opened === round.opened && outcome !== null)) return []
    const at = (member: string) => `/rounds/${index}/outcome/stances/${member}`
    const folder = `decisions/${proposal}/${round.opened}/positions/`
    const copies = now.records
      .filter(({ path }) => path.startsWith(folder))
      .map((copy) => readPositions(readDocument({ path: copy.path, text: copy.text }, 'positions')))
    const unheard = copies.flatMap((copy) => {
      const member = stemOf(copy.document.path)
      const recorded = round.outcome?.stances[member]
      const stance = copy.stances.find((one) => one.proposal === proposal)
      if (recorded === undefined || stance === undefined) return []
      const why = whyUnheard(stance, round.outcome?.closed ?? '', signingOf(copy))
      const written = recorded.why ?? ''
      const isAway = written !== 'left' || [before, now].some((one) => hasLeft(one, member, round.closes))
      const isRight = why === '' ? !SIGNATURE_WHYS.has(written) && isAway : recorded.state !== 'fresh' && written !== 'standing'
      return isRight ? [] : [say(document.path, 'recordedUnheard', { member, why }, at(member))]
    })
    const foreign = copies
      .filter((copy) => !isFileOf(copy, before, now))
      .map(({ document: { path } }) => say(path, 'copyForeign', { file: `positions/${stemOf(path)}.yaml` }))
    const left = omitted(before, now, proposal, round).map((member) => say(document.path, 'stanceLeftOut', { member }, at(member)))
    return [...unheard, ...foreign, ...left]
  })
}

function hasLeft({ collectives }: Programme, member: string, day: string): boolean {
  return collectives.some(({ id, left }) => id === member && left !== '' && left <= day)
}

// What a round copied is the member's file and its signature, as they were before, as they are now, or as they were in between.
function isFileOf({ document, serial }: Positions, before: Programme, now: Programme): boolean {
  const path = `positions/${stemOf(document.path)}.yaml`
  const signature = signatureAt(now, document.path)
  const isIn = (one: Programme) => fileAt(one, path)?.document.text === document.text && signatureAt(one, path) === signature
  if (isIn(before) || isIn(now)) return true
  return serial > (fileAt(before, path)?.serial ?? 0) && serial < (fileAt(now, path)?.serial ?? 0)
}

// A member whose file said something before and after, and of whom the outcome says nothing.
function omitted(before: Programme, now: Programme, proposal: string, { electorate, outcome }: Round): string[] {
  return now.positions.flatMap(({ document, stances }) => {
    const member = stemOf(document.path)
    const spoke = stances.some((one) => one.proposal === proposal && one.stance !== null)
    const isSame = fileAt(before, document.path)?.document.text === document.text
    return spoke && isSame && Object.hasOwn(electorate, member) && outcome !== null && !Object.hasOwn(outcome.stances, member)
      ? [member]
      : []
  })
}

function keysKept(before: Programme, now: Programme, say: Say): Finding[] {
  return before.collectives.flatMap(({ id, delegates, document }) => {
    const current = now.collectives.find((one) => one.id === id)
    const kept = (current?.delegates ?? []).flatMap((delegate) => delegate.keys.map((key) => ({ delegate: delegate.id, ...key })))
    const wrong = delegates.find((delegate) =>
      delegate.keys.some(
        ({ key, from, revoked }) =>
          !kept.some(
            (one) => one.delegate === delegate.id && one.key === key && one.from === from && (revoked === '' || one.revoked === revoked),
          ),
      ),
    )
    return wrong === undefined ? [] : [say(document.path, 'keyErased', { delegate: wrong.id }, '/delegates')]
  })
}

function signaturesKept(before: Programme, now: Programme, say: Say): Finding[] {
  return before.signatures
    .filter(({ path, text }) => path.startsWith('decisions/') && now.signatures.find((one) => one.path === path)?.text !== text)
    .map(({ path }) => say(path, 'signatureChanged'))
}

function fileAt(programme: Programme, path: string): Positions | undefined {
  return programme.positions.find(({ document }) => document.path === path)
}

function signatureAt({ signatures }: Programme, path: string): string | undefined {
  return signatures.find((one) => one.path === `${path}.sig`)?.text
}

export const signedMessages = {
  spokenUnheard: {
    fr: ({ why = '' }) =>
      `selon les règles et les clés d’avant cette contribution, cette position ne compte pas : ${sentenceFor(why, 'fr')}`,
    en: ({ why = '' }) =>
      `by the policy and the keys that stood before this contribution, this stance does not count: ${sentenceFor(why, 'en')}`,
  },
  recordedUnheard: {
    fr: ({ member, why = '' }) =>
      `selon les règles et les clés d’avant cette contribution, la position de « ${member} » ${why === '' ? 'devait être comptée' : `ne pouvait pas être comptée : ${sentenceFor(why, 'fr')}`}`,
    en: ({ member, why = '' }) =>
      `by the policy and the keys that stood before this contribution, the stance of “${member}” ${why === '' ? 'was to be counted' : `could not be counted: ${sentenceFor(why, 'en')}`}`,
  },
  copyForeign: {
    fr: ({ file }) => `cette copie n’est pas le fichier du membre, ni d’avant cette contribution ni d’après : ${file}`,
    en: ({ file }) => `this copy is not the file of the member, neither before this contribution nor after: ${file}`,
  },
  stanceLeftOut: {
    fr: ({ member }) => `« ${member} » s’est prononcé, et ce résultat n’en dit rien`,
    en: ({ member }) => `“${member}” has spoken, and this outcome says nothing of it`,
  },
  keyErased: {
    fr: ({ delegate }) =>
      `une clé de « ${delegate} » a été effacée ou ses dates ont changé : une clé se révoque (revoked, le jour où elle ne vaut plus), elle ne s’efface pas`,
    en: ({ delegate }) =>
      `a key of “${delegate}” was erased or its dates changed: a key is revoked (revoked, the day from which it no longer counts), never erased`,
  },
  signatureChanged: {
    fr: () => 'cette signature, copiée par un tour, a été modifiée ou enlevée : elle doit rester',
    en: () => 'this signature, copied by a round, was changed or removed: it must stay',
  },
} satisfies Messages
