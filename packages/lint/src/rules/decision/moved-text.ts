import {
  type Document,
  memoize,
  type Programme,
  type Round,
  resolvePath,
  stemOf,
} from '@cahier/core'
import { assetAt } from '../../document/documents.ts'
import { fieldsAt } from '../../document/fields-at.ts'
import { nodesOf } from '../../document/nodes-of.ts'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports a proposal whose text changed while a round (a vote) is open on it: the round would be
 * void.
 */
export const movedText: Rule = {
  id: 'decision/moved-text',
  severity: 'warning',
  messages: {
    moved: {
      fr: 'ce qui est soumis au vote n’est plus ce qu’il était à l’ouverture du tour, le {opened} : ce tour tombe, et rien de ce qu’on y répond ne compte. Remettez ce passage (cahier diff {copy} {path} montre ce qui a changé), ou ouvrez un autre tour (cahier open {id})',
      en: 'what is put to the vote is no longer what it was when the round opened, on {opened}: that round is void, and no answer to it counts. Put the passage back (cahier diff {copy} {path} shows what changed), or open another round (cahier open {id})',
    },
  },
  document({ document, programme, report }) {
    if (document.kind !== 'proposal' || !document.sound) return
    const id = stemOf(document.path)
    const round = openRounds(programme).get(id)
    const proposal = round && programme.proposals.find((one) => one.document === document)
    const [title] = fieldsAt(document, '/title')
    if (round === undefined || proposal === undefined || title === undefined) return
    // With an image missing, the hash differs: the image is reported instead.
    if (!picturesOf(document).every((path) => isSeen(programme, path))) return
    if (
      proposal.withdrawn !== null ||
      proposal.replacedBy !== '' ||
      proposal.normative === round.text
    )
      return
    const copy = `decisions/${id}/${round.opened}/text.md`
    report('moved', title.place.value, { id, opened: round.opened, copy, path: document.path })
  },
}

const openRounds = memoize(({ decisions }: Programme): ReadonlyMap<string, Round> => {
  const last = decisions.flatMap(({ proposal, rounds, document }) => {
    const round = document.sound ? rounds.at(-1) : undefined
    return round === undefined || round.outcome !== null ? [] : [[proposal, round] as const]
  })
  return new Map(last)
})

function picturesOf(document: Document): readonly string[] {
  const paths = nodesOf(document, 'image', 'definition').map(({ url }) =>
    resolvePath(document.path, url),
  )
  return paths.filter((path) => path.startsWith('assets/'))
}

function isSeen(programme: Programme, path: string): boolean {
  return (
    assetAt(programme, path) !== null &&
    !programme.folderFindings.some((one) => one.path === path && one.message === 'pointer')
  )
}
