import {
  FILE_START,
  fieldsOf,
  folderOf,
  memoize,
  nearest,
  type Programme,
  properPath,
} from '@cahier/core'
import { documentOf } from '../../document/documents.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { idsIn, namedIn, reportUnknown } from '../../references/id-uses.ts'
import { existsUnread } from '../../references/unread-files.ts'

/**
 * Reports axes (folders of proposals) that are unknown, without `axis.md`, or not in the manifest.
 */
export const axis: Rule = {
  id: 'reference/axis',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    unknown: {
      fr: 'il n’y a pas d’axe « {id} »{meant|meant| : écrivez le nom d’un dossier qui est dans axes/, ou créez-le avec un fichier axis.md}',
      en: 'there is no axis “{id}”{meant|meant|: write the name of a folder of axes/, or create it with a file axis.md}',
    },
    undeclared: {
      fr: 'l’axe « {id} » n’est pas dans la liste « axes » de programme.yaml : ajoutez-le à cette liste, ou déplacez ce fichier dans un autre axe',
      en: 'the axis “{id}” is not in the list “axes” of programme.yaml: add it to that list, or move this file to another axis',
    },
    noFile: {
      fr: 'l’axe « {id} » n’a ni titre ni question : écrivez-les dans un fichier axes/{id}/axis.md',
      en: 'the axis “{id}” has neither title nor question: write them in a file axes/{id}/axis.md',
    },
  },
  document(context) {
    const { programme, document, report } = context
    reportUnknown(context, namedIn(document, 'axis'), 'axis', programme.ids.axes)
    if (document.kind === 'manifest') reportHeadless(context)
    if (reportedFiles(programme).get(folderOf(document.path)) !== document) return
    // The id that a badly written folder name should have.
    const id = properPath(folderOf(document.path))
    if (!isDeclared(id, programme)) report('undeclared', FILE_START, { id })
  },
}

function reportHeadless({ programme, document, report }: RuleContext) {
  for (const { id, place } of idsIn(document, '/axes/*'))
    if (
      programme.ids.axes.has(id) &&
      properPath(id) === id &&
      documentOf(programme, 'axis', id) === null &&
      !existsUnread(programme, 'axis', id)
    )
      report('noFile', place, { id })
}

// By axis folder, the file that gets `undeclared`: `axis.md`, else the first proposal.
const reportedFiles = memoize(({ documents }: Programme) => {
  const [axes, proposals] = (['axis', 'proposal'] as const).map((kind) =>
    documents.filter((one) => one.kind === kind).map((one) => [folderOf(one.path), one] as const),
  )
  return new Map([...(proposals ?? []).toReversed(), ...(axes ?? [])])
})

// Whether the manifest lists an axis. True for a misspelt entry or an unreadable list: other
// findings report them.
function isDeclared(id: string, { documents, manifest, ids }: Programme) {
  const { axes } = fieldsOf(documents.find(({ kind }) => kind === 'manifest')?.head)
  if (!Array.isArray(axes) || manifest.axes.some((declared) => properPath(declared) === id))
    return true
  return manifest.axes.some(
    (declared) => !ids.axes.has(declared) && nearest(declared, [...ids.axes]) === id,
  )
}
