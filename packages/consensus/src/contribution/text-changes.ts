import {
  type Document,
  FILE_START,
  type Finding,
  type Place,
  type Programme,
  type Proposal,
  placeOf,
  type Round,
  readProposal,
  withText,
} from '@cahier/core'
import { foldProse } from '@cahier/prose'
import { changedParts } from '../since/part-changes.ts'

/**
 * Texts that a contribution changes though a round is open on them, or has adopted them: who votes
 * is asked again, and a contribution that says it only mends commas would not tell. A picture that
 * changes is told where the copy of the round is held to its digest.
 */
export function movedTexts(before: Programme, now: Programme, rule: string): readonly Finding[] {
  const agreed = agreedTexts(before, now).filter(
    ({ young, round: { text } }) => young.normative !== text,
  )
  const told = agreed.flatMap(({ old, young, round: { opened, outcome, text } }): Finding[] => {
    const earlier = readAs(young.document, old, now)
    if (earlier.normative !== text) return []
    const parts = changedParts(earlier, young, now)
    const data = { parts: parts.map((part) => part.replace(/^## /, '')), opened }
    const message = outcome === null ? 'openTextMoved' : 'adoptedTextMoved'
    return [
      {
        rule,
        severity: 'warning',
        message,
        data,
        path: young.document.path,
        place: partPlace(young, parts[0] ?? ''),
      },
    ]
  })
  // Where other sections are voted, texts are others though nobody touched them.
  const proposals = agreed.flatMap(({ old, young, round: { text } }) => {
    const [asBefore, asNow] = [before, now].map(
      (programme) =>
        readAs(young.document, old, { ...now, manifest: programme.manifest }).normative,
    )
    return asBefore === text && asNow !== text ? [young.id] : []
  })
  if (proposals.length === 0) return told
  const place =
    now.documents.find(({ kind }) => kind === 'manifest')?.places['/sections']?.key ?? FILE_START
  return [
    ...told,
    {
      rule,
      severity: 'warning',
      message: 'sectionsMoved',
      data: { proposals },
      path: 'programme.yaml',
      place,
    },
  ]
}

/** A text as it was, read by the manifest and the pictures of a programme. */
function readAs(
  document: Document,
  { document: { text } }: Proposal,
  { manifest, assets }: Pick<Programme, 'manifest' | 'assets'>,
): Proposal {
  return readProposal(withText(document, text), manifest, assets)
}

interface AgreedValues {
  readonly old: Proposal
  readonly young: Proposal
  readonly round: Round
}

/** The texts of which the last round, here before, is open or adopted them. */
function agreedTexts(before: Programme, now: Programme): readonly AgreedValues[] {
  const texts = new Map(now.proposals.map((proposal) => [proposal.id, proposal]))
  return before.decisions.flatMap(({ proposal: id, rounds }): AgreedValues[] => {
    const round = rounds.at(-1)
    const isLast = now.decisions.find((one) => one.proposal === id)?.rounds.length === rounds.length
    const [old, young] = [before.proposals.find((one) => one.id === id), texts.get(id)]
    if (round === undefined || !isLast || old === undefined || young === undefined) return []
    const isAgreed = round.outcome === null || ADOPTED.has(round.outcome.result)
    return isAgreed && young.withdrawn === null && young.replacedBy === ''
      ? [{ old, young, round }]
      : []
  })
}

const ADOPTED: ReadonlySet<string> = new Set(['adopted', 'adopted-with-reservations'])

function partPlace({ document, sections }: Proposal, part: string): Place {
  const heading = sections.find(({ title }) => part === `## ${title}`)?.heading
  return (
    document.places[`/${part}`]?.value ?? (heading === undefined ? FILE_START : placeOf(heading))
  )
}

/**
 * Words of the manifest that a contribution changes, and by which texts are read that a round has
 * adopted or is open on: what members agreed to holds an id, and what is printed is its title.
 */
export function renamedTerms(before: Programme, now: Programme, rule: string): readonly Finding[] {
  const manifest = now.documents.find(({ kind }) => kind === 'manifest')
  const voted = new Set(
    before.decisions.filter(({ rounds }) => rounds.some(isAgreed)).map(({ proposal }) => proposal),
  )
  const proposals = now.proposals.filter(({ id }) => voted.has(id))
  return VOCABULARIES.flatMap(({ key, idsIn }) =>
    now.manifest[key].flatMap(({ id, title }, index): Finding[] => {
      const old = before.manifest[key].find((term) => term.id === id)
      if (old === undefined || foldProse(old.title) === foldProse(title)) return []
      const read = proposals
        .filter((proposal) => idsIn(proposal).includes(id))
        .map((proposal) => proposal.id)
      if (read.length === 0) return []
      const place = manifest?.places[`/${key}/${index}/title`]?.value ?? FILE_START
      const data = { old: old.title, title, proposals: read }
      return [
        { rule, severity: 'warning', message: 'termRenamed', data, path: 'programme.yaml', place },
      ]
    }),
  )
}

function isAgreed({ outcome }: Programme['decisions'][number]['rounds'][number]): boolean {
  return (
    outcome === null ||
    outcome.result === 'adopted' ||
    outcome.result === 'adopted-with-reservations'
  )
}

/** Those of which the text that is voted holds an id. */
const VOCABULARIES = [
  { key: 'horizons', idsIn: ({ horizon }) => [horizon] },
  { key: 'scales', idsIn: ({ scale }) => [scale] },
  { key: 'actions', idsIn: ({ action }) => [action] },
  { key: 'addressees', idsIn: ({ requests }) => requests.map(({ addressee }) => addressee) },
] as const satisfies readonly {
  readonly key: keyof Programme['manifest']
  readonly idsIn: (proposal: Proposal) => readonly string[]
}[]
