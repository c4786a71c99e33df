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
  type Stance,
  stemOf,
} from '@cahier/core'
import { sentenceFor } from '../counting/why-uncounted.ts'
import { isSameValue } from '../is-same-value.ts'
import { keyringOf } from '../signatures/keyring.ts'
import {
  SIGNATURE_FAULTS,
  type SigningReader,
  signingReader,
  stanceSignatureFault,
} from '../signatures/signing.ts'
import { type FormerFile, type MemberFileReader, memberFileReader } from './member-files.ts'

/**
 * What a contribution says in the name of members, judged by the policy and the keys that stood
 * before it: stances that changed, and outcomes that were recorded, whose copies must be the
 * members' files. Keys are revoked and never erased; signatures kept by a round stay.
 */
export function signedChanges(
  before: Programme,
  now: Programme,
  day: string,
  rule: string,
  between: () => readonly FormerFile[],
): readonly Finding[] {
  const keyring = keyringOf(before)
  const signingOf = signingReader(now, keyring)
  const stood = memberFileReader(before, now, between, keyring)
  const say: Say = (path, message, data = {}, pointer = '') => {
    const places = now.documents.find((document) => document.path === path)?.places
    return {
      rule,
      severity: 'error',
      message,
      data,
      path,
      place: places?.[pointer]?.value ?? places?.[pointer]?.key ?? FILE_START,
    }
  }
  return [
    ...now.positions.flatMap((positions) =>
      spokenSince(before, positions, now, signingOf, day, say),
    ),
    ...now.decisions.flatMap((decisions) =>
      recordedSince(before, now, decisions, { signingOf, stood }, say),
    ),
    ...keysKept(before, now, say),
    ...signaturesKept(before, now, say),
  ]
}

type Say = (
  path: string,
  message: keyof typeof signedChangeMessages,
  data?: MessageData,
  pointer?: string,
) => Finding

function spokenSince(
  before: Programme,
  positions: Positions,
  now: Programme,
  signingOf: SigningReader,
  day: string,
  say: Say,
): Finding[] {
  const { path } = positions.document
  const old = fileAt(before, path)
  if (
    old?.document.text === positions.document.text &&
    signatureAt(before, path) === signatureAt(now, path)
  )
    return []
  const changed = positions.stances.filter(
    (stance) =>
      stance.stance !== null &&
      !isSameValue(
        stance,
        old?.stances.find(({ proposal }) => proposal === stance.proposal),
      ),
  )
  const signing = signingOf(positions)
  // To take everything back is to speak as well.
  if (signing.why !== '')
    return [positions, old].some(saysAnything)
      ? [say(path, 'spokenUnheard', { why: signing.why })]
      : []
  return changed.flatMap((stance) => {
    const why = stanceSignatureFault(stance, day, signing)
    return why === '' ? [] : [say(path, 'spokenUnheard', { why }, `/positions/${stance.proposal}`)]
  })
}

function saysAnything(positions: Positions | undefined): boolean {
  return positions?.stances.some(({ stance }) => stance !== null) === true
}

interface SignedContext {
  readonly signingOf: SigningReader
  readonly stood: MemberFileReader
}

function recordedSince(
  before: Programme,
  now: Programme,
  decisions: Decisions,
  { signingOf, stood }: SignedContext,
  say: Say,
): Finding[] {
  const { document, proposal } = decisions
  const earlier = before.decisions.find((one) => one.document.path === document.path)?.rounds ?? []
  // Where nothing stood before, the programme is what it says now.
  const { identifier } =
    [before, now].find((one) => one.documents.some(({ kind }) => kind === 'manifest'))?.manifest
      .publication ?? {}
  return decisions.rounds.flatMap((round, index) => {
    const { opened, outcome } = round
    if (outcome === null || earlier.some((one) => one.opened === opened && one.outcome !== null))
      return []
    const at = (member: string) => `/rounds/${index}/outcome/stances/${member}`
    const folder = `decisions/${proposal}/${opened}/positions/`
    const copies = now.records
      .filter(({ path }) => path.startsWith(folder))
      .map((copy) => readPositions(readDocument({ path: copy.path, text: copy.text }, 'positions')))
    const unheard = copies.flatMap((copy) => {
      const member = stemOf(copy.document.path)
      const recorded = outcome.stances[member]
      const stance = stanceIn(copy, proposal)
      if (recorded === undefined || stance === undefined) return []
      const isOurs = copy.programme === identifier
      const why = isOurs
        ? stanceSignatureFault(stance, outcome.closed, signingOf(copy))
        : 'otherProgramme'
      const written = recorded.why ?? ''
      const isAway =
        written !== 'left' || [before, now].some((one) => hasLeft(one, member, round.closes))
      const isRight =
        why === ''
          ? written !== 'otherProgramme' && !SIGNATURE_FAULTS.has(written) && isAway
          : recorded.state !== 'fresh' && written !== 'standing'
      return isRight ? [] : [say(document.path, 'recordedUnheard', { member, why }, at(member))]
    })
    const foreign = copies
      .filter((copy) => !isFileOf(copy, signatureAt(now, copy.document.path), stood))
      .map(({ document: { path } }) =>
        say(path, 'copyForeign', { file: `positions/${stemOf(path)}.yaml` }),
      )
    const left = omitted(before, round, proposal, stood).map((member) =>
      say(document.path, 'stanceLeftOut', { member }, at(member)),
    )
    return [...unheard, ...foreign, ...left]
  })
}

function hasLeft({ collectives }: Programme, member: string, day: string): boolean {
  return collectives.some(({ id, left }) => id === member && left !== '' && left <= day)
}

function stanceIn({ stances }: Positions, proposal: string): Stance | undefined {
  return stances.find((one) => one.proposal === proposal && one.stance !== null)
}

// What a round copied is the member's file, with its signature, as they stood at some moment.
function isFileOf(
  { document: { path, text } }: Positions,
  signature: string | undefined,
  stood: MemberFileReader,
): boolean {
  return stood(`positions/${stemOf(path)}.yaml`).some(
    (file) =>
      file.signature === signature &&
      withPlainEnds(file.positions.document.text) === withPlainEnds(text),
  )
}

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

// A member who was silent at no moment, or says now what it said before, and of whom the outcome
// says nothing.
function omitted(
  before: Programme,
  { electorate, outcome }: Round,
  proposal: string,
  stood: MemberFileReader,
): string[] {
  return before.positions.flatMap(({ document: { path } }) => {
    const member = stemOf(path)
    if (
      !Object.hasOwn(electorate, member) ||
      outcome === null ||
      Object.hasOwn(outcome.stances, member)
    )
      return []
    const said = stood(path).map(({ positions }) => stanceIn(positions, proposal))
    const hadSpoken =
      said[0] !== undefined &&
      (said.every((one) => one !== undefined) || isSameValue(said[0], said.at(-1)))
    return hadSpoken ? [member] : []
  })
}

function keysKept(before: Programme, now: Programme, say: Say): Finding[] {
  return before.collectives.flatMap(({ id, delegates, document }) => {
    const current = now.collectives.find((one) => one.id === id)
    const kept = (current?.delegates ?? []).flatMap((delegate) =>
      delegate.keys.map((key) => ({ delegate: delegate.id, ...key })),
    )
    const wrong = delegates.find((delegate) =>
      delegate.keys.some(
        ({ key, from, revoked }) =>
          !kept.some(
            (one) =>
              one.delegate === delegate.id &&
              one.key === key &&
              one.from === from &&
              (revoked === '' || one.revoked === revoked),
          ),
      ),
    )
    return wrong === undefined
      ? []
      : [say(document.path, 'keyErased', { delegate: wrong.id }, '/delegates')]
  })
}

function signaturesKept(before: Programme, now: Programme, say: Say): Finding[] {
  return before.signatures
    .filter(
      ({ path, text }) =>
        path.startsWith('decisions/') &&
        now.signatures.find((one) => one.path === path)?.text !== text,
    )
    .map(({ path }) => say(path, 'signatureChanged'))
}

function fileAt(programme: Programme, path: string): Positions | undefined {
  return programme.positions.find(({ document }) => document.path === path)
}

function signatureAt({ signatures }: Programme, path: string): string | undefined {
  return signatures.find((one) => one.path === `${path}.sig`)?.text
}

export const signedChangeMessages = {
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
    fr: ({ file }) =>
      `cette copie n’est pas le fichier du membre, ni d’avant cette contribution, ni d’un de ses commits, ni d’après : ${file}`,
    en: ({ file }) =>
      `this copy is not the file of the member, neither before this contribution, nor in one of its commits, nor after: ${file}`,
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
