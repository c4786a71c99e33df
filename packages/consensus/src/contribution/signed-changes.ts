import {
  type Decisions,
  type Finding,
  type Outcome,
  type Positions,
  type Programme,
  type Round,
  readDocument,
  readPositions,
  stemOf,
} from '@cahier/core'
import { SIGNATURE_FAULTS } from '../counting/why-uncounted.ts'
import { collectiveOf, positionsAt } from '../find-by-id.ts'
import { isSameValue } from '../is-same-value.ts'
import {
  type Keyring,
  keyringOf,
  type SigningReader,
  signingReader,
  stanceSignatureFault,
} from '../signatures/stance-signatures.ts'
import { contributionFinding } from './contribution-messages.ts'

/**
 * Reports new stances whose signature fails, and new outcomes that misjudge a signature. The keys,
 * and whether signatures are required, are those before the contribution. It also reports erased
 * keys, omitted stances, and copies that match no version of a member's file.
 */
export function signedChanges(
  before: Programme,
  now: Programme,
  day: string,
  between: () => readonly FormerFile[],
): readonly Finding[] {
  const keyring = keyringOf(before)
  const signingOf = signingReader(now, keyring)
  const versionsOf = memberFileReader(before, now, between, keyring)
  const context: SignedContext = { before, now, signingOf, versionsOf }
  return [
    ...now.positions.flatMap((positions) => newStances(context, positions, day)),
    ...now.decisions.flatMap((decisions) => newOutcomes(context, decisions)),
    ...keysKept(before, now),
  ]
}

interface SignedContext {
  readonly before: Programme
  readonly now: Programme
  readonly signingOf: SigningReader
  readonly versionsOf: MemberFileReader
}

function newStances(
  { before, now, signingOf }: SignedContext,
  positions: Positions,
  day: string,
): Finding[] {
  const { document } = positions
  const { path, text } = document
  const old = positionsAt(before, path)
  if (old?.document.text === text && signatureAt(before, path) === signatureAt(now, path)) return []
  const signing = signingOf(positions)
  // A file that withdraws all stances needs a valid signature too.
  if (signing.why !== '')
    return [positions, old].some((file) => (file?.stances.length ?? 0) > 0)
      ? [contributionFinding(document, [], 'spokenUnheard', { why: signing.why })]
      : []
  return positions.stances.flatMap((stance) => {
    const known = old?.stances.find(({ proposal }) => proposal === stance.proposal)
    if (isSameValue(stance, known)) return []
    const why = stanceSignatureFault(stance, day, signing)
    const field = `/positions/${stance.proposal}`
    return why === '' ? [] : [contributionFinding(document, field, 'spokenUnheard', { why })]
  })
}

function newOutcomes(context: SignedContext, { document, proposal, rounds }: Decisions) {
  const { before, now, versionsOf } = context
  const earlier = before.decisions.find((one) => one.document.path === document.path)?.rounds ?? []
  return rounds.flatMap((round, index) => {
    const { opened, outcome } = round
    if (outcome === null || earlier.some((one) => one.opened === opened && one.outcome !== null))
      return []
    const at = (member: string) => `/rounds/${index}/outcome/stances/${member}`
    const folder = `decisions/${proposal}/${opened}/positions/`
    const copies = now.records
      .filter(({ path }) => path.startsWith(folder))
      .map((copy) => readPositions(readDocument({ path: copy.path, text: copy.text }, 'positions')))
    const misjudged = copies.flatMap((copy) => {
      const member = stemOf(copy.document.path)
      const why = misjudgment(context, { ...round, outcome }, proposal, copy)
      return why === null
        ? []
        : [contributionFinding(document, at(member), 'recordedUnheard', { member, why })]
    })
    const foreign = copies.flatMap(({ document: copy }) => {
      const { path, text } = copy
      const file = `positions/${stemOf(path)}.yaml`
      // A copy and its signature must be one version of the member's file.
      const isVersion = versionsOf(file).some(
        ({ positions, signature }) =>
          signature === signatureAt(now, path) &&
          withPlainEnds(positions.document.text) === withPlainEnds(text),
      )
      return isVersion ? [] : [contributionFinding(copy, [], 'copyForeign', { file })]
    })
    const left = omitted(before, round, proposal, versionsOf).map((member) =>
      contributionFinding(document, at(member), 'stanceLeftOut', { member }),
    )
    return [...misjudged, ...foreign, ...left]
  })
}

/**
 * The `why` that the outcome should record for a stance: `''` if it counts. Null when the record is
 * right or missing.
 */
function misjudgment(
  { before, now, signingOf }: SignedContext,
  { outcome, closes }: Round & { readonly outcome: Outcome },
  proposal: string,
  copy: Positions,
): string | null {
  const member = stemOf(copy.document.path)
  const recorded = outcome.stances[member]
  const stance = stanceIn(copy, proposal)
  if (recorded === undefined || stance === undefined) return null
  const why =
    copy.programme === identifierIn(before, now)
      ? stanceSignatureFault(stance, outcome.closed, signingOf(copy))
      : 'otherProgramme'
  const written = recorded.why
  if (why !== '') return recorded.state !== 'fresh' && written !== 'standing' ? null : why
  const isAway = written !== 'left' || [before, now].some((one) => hasLeft(one, member, closes))
  const isRight = written !== 'otherProgramme' && !SIGNATURE_FAULTS.has(written) && isAway
  return isRight ? null : why
}

// A programme that did not exist before is judged by its own manifest.
function identifierIn(before: Programme, now: Programme) {
  return [before, now].find((one) => one.documents.some(({ kind }) => kind === 'manifest'))
    ?.manifest.publication.identifier
}

function hasLeft({ collectives }: Programme, member: string, day: string) {
  return collectives.some(({ id, left }) => id === member && left !== '' && left <= day)
}

function stanceIn({ stances }: Positions, proposal: string) {
  return stances.find((one) => one.proposal === proposal)
}

function withPlainEnds(text: string) {
  return text.replaceAll('\r\n', '\n')
}

// Members whom the outcome should name: they had a stance in every version of their file, or the
// same stance in the first and the last version.
function omitted(
  before: Programme,
  { electorate, outcome }: Round,
  proposal: string,
  versionsOf: MemberFileReader,
) {
  return before.positions.flatMap(({ document: { path } }) => {
    const member = stemOf(path)
    if (
      !Object.hasOwn(electorate, member) ||
      outcome === null ||
      Object.hasOwn(outcome.stances, member)
    )
      return []
    const versions = versionsOf(path).map(({ positions }) => stanceIn(positions, proposal))
    const hadStance =
      versions[0] !== undefined &&
      (versions.every((one) => one !== undefined) || isSameValue(versions[0], versions.at(-1)))
    return hadStance ? [member] : []
  })
}

function keysKept(before: Programme, now: Programme) {
  return before.collectives.flatMap(({ id, delegates, document: { path } }) => {
    const { delegates: kept = [], document = { path, places: {} } } = collectiveOf(now, id) ?? {}
    const wrong = delegates.find((delegate) => {
      const keys = kept.flatMap((one) => (one.id === delegate.id ? one.keys : []))
      return delegate.keys.some(
        ({ key, from, revoked }) =>
          !keys.some(
            (one) =>
              one.key === key && one.from === from && (revoked === '' || one.revoked === revoked),
          ),
      )
    })
    return wrong === undefined
      ? []
      : [contributionFinding(document, '/delegates', 'keyErased', { delegate: wrong.id })]
  })
}

function signatureAt({ signatures }: Programme, path: string) {
  return signatures.find((one) => one.path === `${path}.sig`)?.text
}

/** A positions file (a member's stances) in one commit. `signature` is null when it has none. */
export interface FormerFile {
  readonly path: string
  readonly text: string
  readonly signature: string | null
}

interface MemberFile {
  readonly positions: Positions
  readonly signature: string | undefined
}

/** Gives the versions of a file: before the contribution, in its commits, and after. */
type MemberFileReader = (path: string) => readonly MemberFile[]

/** Versions in commits may be forged: those that `keyring` rejects are left out. */
function memberFileReader(
  before: Programme,
  now: Programme,
  between: () => readonly FormerFile[],
  keyring: Keyring,
): MemberFileReader {
  let former: readonly FormerFile[] | undefined
  return (path) => {
    former ??= between()
    const own = former
      .filter((file) => file.path === path)
      .flatMap((file) => committedFile(file, keyring))
    return [...fileIn(before, path), ...own, ...fileIn(now, path)]
  }
}

function fileIn(programme: Programme, path: string) {
  const positions = positionsAt(programme, path)
  return positions ? [{ positions, signature: signatureAt(programme, path) }] : []
}

function committedFile({ path, text, signature }: FormerFile, keyring: Keyring) {
  const positions = readPositions(readDocument({ path, text }, 'positions'))
  const signatures = signature === null ? [] : [{ path: `${path}.sig`, text: signature }]
  const { why } = signingReader({ signatures, folderFindings: [] }, keyring)(positions)
  return why === '' ? [{ positions, signature: signature ?? undefined }] : []
}
