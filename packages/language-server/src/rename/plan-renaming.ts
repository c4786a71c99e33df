import { amendableText, digestOfKept, openingSeal, outcomeSeal, recheck } from '@cahier/consensus'
import {
  applyEdits,
  buildProgramme,
  type Edit,
  editAt,
  folderOf,
  isForbiddenId,
  type Programme,
  readDocument,
  slugOf,
  wholeDigest,
} from '@cahier/core'
import { fieldsAt } from '@cahier/lint'
import { groupedBy } from '@cahier/prose'
import type { Named } from '../names/name-uses.ts'
import { nameEdits } from './name-edits.ts'
import {
  type Move,
  movedPath,
  movesOf,
  occupiedPath,
  type RenameRefusal,
  type Renaming,
  refusal,
} from './renaming.ts'

export function isRenamable({ kind, id }: Named, { ids }: Programme): boolean {
  return RENAMABLE[kind] !== undefined && ids[RENAMABLE[kind]].has(id)
}

const RENAMABLE: { readonly [kind in Named['kind']]?: keyof Programme['ids'] } = {
  proposal: 'proposals',
  axis: 'axes',
  collective: 'collectives',
  source: 'sources',
}

/**
 * Plans the renaming of a proposal, an axis, a collective or a source in all files. It is refused
 * if the new name is invalid or taken. It is also refused if stances, signatures or decisions would
 * become invalid.
 */
export function planRenaming(
  programme: Programme,
  named: Named,
  name: string,
): Renaming | RenameRefusal {
  const wrong = wrongName(programme, named, name)
  if (wrong !== null) return wrong
  const there = occupiedPath(programme, named, name)
  if (there !== undefined) return refusal(`il y a déjà ${there}`, `there is ${there} already`)
  return planMoves(programme, named, name, movesOf(programme, named, name))
}

/** Plans the move of a page, which has no id, and the changes of the links to it. */
export function planPageRenaming(
  programme: Programme,
  { from, to }: Move,
): Renaming | RenameRefusal {
  return planMoves(programme, { kind: 'file', id: from }, to, [{ from, to }])
}

function planMoves(
  programme: Programme,
  named: Named,
  name: string,
  moves: readonly Move[],
): Renaming | RenameRefusal {
  const edits = nameEdits(programme, named, name, moves)
  const changed = [...edits.map(({ path }) => path), ...moves.map(({ from }) => from)]
  const file = changed.find((one) => programme.signatures.some(({ path }) => path === `${one}.sig`))
  if (file !== undefined)
    return refusal(
      `le fichier ${file} est signé : le changer demanderait à son auteur de le signer de nouveau`,
      `the file ${file} is signed: to change it, its author would have to sign it again`,
    )
  const renamed = renamedProgramme(programme, edits, moves)
  const all = [
    ...edits,
    ...sealEdits(programme, renamed, moves),
    ...baseEdits(programme, renamed, moves),
  ]
  const after = renamedProgramme(programme, all, moves)
  const spoken = firstChangedText(programme, after, named, name)
  if (spoken !== undefined)
    return refusal(
      `ce nom est écrit dans ce que propose « ${spoken} », sur quoi des membres se sont prononcés : le changer serait changer leur texte`,
      `this name is written in what “${spoken}” proposes, on which members have spoken: to change it would be to change their text`,
    )
  if (named.kind !== 'source' && named.kind !== 'file' && wasDecidedOtherwise(programme, after))
    return refusal(
      `ce qui a été décidé sous le nom « ${named.id} » ne pourrait plus être vérifié`,
      `what was decided under the name “${named.id}” could no longer be verified`,
    )
  return { edits: all, moves }
}

// The original is checked only if the result has errors, since recounting rounds (votes) is slow.
function wasDecidedOtherwise(programme: Programme, after: Programme) {
  const wrong = recheck(after).findings.length
  return wrong > 0 && wrong > recheck(programme).findings.length
}

function wrongName({ ids }: Programme, { kind, id }: Named, name: string): RenameRefusal | null {
  // Proposals and axes share one set of names: the folder `amendments/NAME` may belong to either.
  const known =
    kind === 'proposal' || kind === 'axis'
      ? new Set([...ids.proposals, ...ids.axes])
      : ids[RENAMABLE[kind] ?? 'sources']
  if (name === id) return refusal(`c’est déjà « ${id} »`, `it is “${id}” already`)
  if (known.has(name)) return refusal(`« ${name} » existe déjà`, `“${name}” exists already`)
  if (kind !== 'source' && isForbiddenId(name))
    return refusal(`« ${name} » ne peut pas nommer un fichier`, `“${name}” cannot name a file`)
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return null
  const meant = known.has(slugOf(name)) ? '' : slugOf(name)
  return refusal(
    `un nom n’a que des minuscules sans accent, des chiffres et des traits d’union${meant && ` : par exemple « ${meant} »`}`,
    `a name has only lower-case letters without accents, digits and hyphens${meant && `: for instance “${meant}”`}`,
  )
}

// Members have spoken on a proposal once it has a stance or a round (a vote).
function firstChangedText(
  programme: Programme,
  after: Programme,
  { kind, id }: Named,
  name: string,
): string | undefined {
  const { decisions, positions } = programme
  const spoken = new Set(
    [
      ...decisions.filter(({ rounds }) => rounds.length > 0),
      ...positions.flatMap(({ stances }) => stances),
    ].map(({ proposal }) => proposal),
  )
  return programme.proposals.find((before) => {
    if (!spoken.has(before.id)) return false
    const same = kind === 'proposal' && before.id === id ? name : before.id
    return after.proposals.find((one) => one.id === same)?.normative !== before.normative
  })?.id
}

// A seal is a digest of a round (a vote). A new name changes the digest, so the seal must follow.
function sealEdits(
  programme: Programme,
  after: Programme,
  moves: readonly Move[],
): readonly Edit[] {
  return programme.decisions.flatMap(({ document, proposal, rounds }) => {
    const path = movedPath(document.path, moves)
    const renamed = after.decisions.find((one) => one.document.path === path)
    if (renamed === undefined) return []
    return fieldsAt(document, '/rounds/*/opened').flatMap(({ value }, index) => {
      const before = rounds.find(({ opened }) => opened === value)
      const round = renamed.rounds.find(({ opened }) => opened === value)
      const replace = (field: string, was = '', text = was): readonly Edit[] => {
        const place = document.places[`/rounds/${index}/${field}`]?.value
        return place === undefined || text === was ? [] : [editAt(document.path, place, text)]
      }
      // A broken seal stays broken.
      if (!before || !round || openingSeal(proposal, before) !== before.seal) return []
      const seal = openingSeal(renamed.proposal, round)
      const opening = replace('seal', before.seal, seal)
      const { outcome } = before
      if (!outcome || !round.outcome || outcomeSeal(before, outcome) !== outcome.seal)
        return opening
      const isKept =
        outcome.copies !== undefined &&
        outcome.copies === digestOfKept(programme, proposal, before.opened)
      const copies = isKept ? digestOfKept(after, renamed.proposal, round.opened) : outcome.copies
      const closed = { ...round.outcome, ...(copies !== undefined && { copies }) }
      return [
        ...opening,
        ...replace('outcome/copies', outcome.copies, copies),
        ...replace('outcome/seal', outcome.seal, outcomeSeal({ ...round, seal }, closed)),
      ]
    })
  })
}

// The field `base` is the digest of the text that an amendment starts from.
function baseEdits(
  programme: Programme,
  after: Programme,
  moves: readonly Move[],
): readonly Edit[] {
  return programme.amendments.flatMap(({ document, base, outcome }) => {
    const place = document.places['/base']?.value
    const amended = amendableText(programme, folderOf(document.path))
    if (place === undefined || amended === null || outcome !== '') return []
    const renamed = after.documents.find(
      ({ path }) => path === movedPath(amended.document.path, moves),
    )
    if (renamed === undefined || amended.whole !== base) return []
    const text = wholeDigest(renamed, after.assets)
    return text === base ? [] : [editAt(document.path, place, text)]
  })
}

/** The programme after edits and moves; unchanged documents are reused. */
export function renamedProgramme(
  programme: Programme,
  edits: readonly Edit[],
  moves: readonly Move[],
): Programme {
  const byPath = groupedBy(edits, ({ path }) => path)
  const sources = [...programme.documents, ...programme.records, ...programme.signatures].map(
    ({ path, text }) => ({
      path: movedPath(path, moves),
      text: applyEdits(text, byPath.get(path) ?? []),
    }),
  )
  const known = new Map(programme.documents.map((document) => [document.path, document]))
  return buildProgramme({ sources, assets: programme.assets, findings: [] }, (source, kind) => {
    const before = known.get(source.path)
    return before?.text === source.text ? before : readDocument(source, kind)
  })
}
