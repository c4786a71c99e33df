import { type Document, linkedPath, memoize, type Programme, stemOf } from '@cahier/core'
import { assetAt, fieldPlace, nodesOf } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports a proposal whose text changed during a round (a vote), which makes the round void. */
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
    if (round === undefined || proposal === undefined) return
    const { withdrawn, replacedBy, normative } = proposal
    if (withdrawn !== null || replacedBy !== '' || normative === round.text) return
    // A missing image changes the hash too, and has its own finding.
    if (!picturesOf(document).every((path) => isSeen(programme, path))) return
    const { opened } = round
    const copy = `decisions/${id}/${opened}/text.md`
    report('moved', fieldPlace(document, '/title'), { id, opened, copy, path: document.path })
  },
}

const openRounds = memoize(({ decisions }: Programme) => {
  const open = decisions.flatMap(({ document, proposal, rounds }) => {
    const last = document.sound ? rounds.at(-1) : undefined
    return last?.outcome === null ? [[proposal, last] as const] : []
  })
  return new Map(open)
})

function picturesOf(document: Document): readonly string[] {
  const paths = nodesOf(document, 'image', 'definition').map(({ url }) =>
    linkedPath(document.path, url),
  )
  return paths.filter((path) => path.startsWith('assets/'))
}

function isSeen(programme: Programme, path: string) {
  return (
    assetAt(programme, path) !== null &&
    !programme.folderFindings.some((one) => one.path === path && one.message === 'pointer')
  )
}
