import {
  type Document,
  type Finding,
  folderOf,
  linkedPath,
  type MessageData,
  type Programme,
  type Proposal,
  type Round,
  sectionTermOf,
  wording,
  YAML_RULE,
} from '@cahier/core'
import type { Nodes } from 'mdast'

/**
 * The path of a wanted file that cannot be read, or undefined. A misnamed file counts too, and so
 * does a conflicting copy (made by a synchronised folder).
 */
export function unreadableFile(
  { documents, folderFindings }: Programme,
  isWanted: (path: string) => boolean,
): string | undefined {
  const fault = folderFindings.find(
    (finding) =>
      (finding.severity === 'error' || finding.message === 'extension') &&
      (isWanted(finding.path) || isWanted(intendedPath(finding))),
  )
  return documents.find(({ sound, path }) => !sound && isWanted(path))?.path ?? fault?.path
}

export function unreadableManifest(programme: Programme): string | undefined {
  return unreadableFile(programme, (path) => path === 'programme.yaml')
}

/** Like `unreadableFile`, for the files of these members. */
export function unreadableMember(
  programme: Programme,
  members: readonly string[],
): string | undefined {
  const own = new Set(
    members.flatMap((member) => [
      `positions/${member}.yaml`,
      `positions/${member}.yaml.sig`,
      `collectives/${member}.yaml`,
    ]),
  )
  return unreadableFile(programme, (path) => own.has(path))
}

/**
 * The path of a proposal with errors, or undefined. A text that already has a round (a vote) is
 * accepted as it is.
 */
export function unreadableText(
  { document, normative }: Proposal,
  rounds: readonly Round[],
): string | undefined {
  return isReadAsMeant(document) || rounds.some(({ text }) => text === normative)
    ? undefined
    : document.path
}

// True when the only errors are YAML faults with a fix, which are read as intended.
function isReadAsMeant({ head, findings }: Document) {
  return (
    head !== null &&
    findings.every(
      ({ rule, message, edits = [] }) =>
        rule === YAML_RULE && !message.startsWith('head') && edits.length > 0,
    )
  )
}

export const HAS_ERRORS = wording(
  '« {path} » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord',
  '“{path}” has errors: run “cahier lint” and correct them first',
)

function intendedPath({ path, data }: Finding) {
  if (typeof data.original === 'string') return data.original
  return typeof data.meant === 'string' ? `${folderOf(path)}/${data.meant}` : path
}

/**
 * Why an image in the normative text (voted on) cannot be read; undefined when all can. A text that
 * already has a round is accepted as it is.
 */
export function missingImage(
  { folderFindings, assets, manifest }: Programme,
  { document, normative }: Proposal,
  rounds: readonly Round[],
): { readonly message: 'noImage' | 'unreadImage'; readonly data: MessageData } | undefined {
  const { referenceBody: body } = document
  if (body === null || rounds.some(({ text }) => text === normative)) return undefined
  const seen = new Set(assets.map(({ path }) => path))
  for (const { path, message } of folderFindings) if (message === 'pointer') seen.delete(path)
  const shown = nodesIn(
    body.sections
      .filter((section) => sectionTermOf(section, manifest)?.normative)
      .flatMap(({ nodes }) => nodes),
  )
  const named = new Set(
    shown.flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])),
  )
  const urls = [
    ...shown.flatMap((node) => (node.type === 'image' ? [node.url] : [])),
    ...nodesIn([body.tree]).flatMap((node) =>
      node.type === 'definition' && named.has(node.identifier) ? [node.url] : [],
    ),
  ]
  const image = urls
    .map((url) => linkedPath(document.path, url))
    .find((path) => path !== '' && !seen.has(path))
  if (image === undefined) return undefined
  // An image that is too large or outside `assets/` is refused, not missing.
  const isPresent = folderFindings.some(
    ({ path, message }) => path === image && message !== 'pointer',
  )
  return {
    message: isPresent ? 'unreadImage' : 'noImage',
    data: { path: document.path, image },
  }
}

function nodesIn(tops: readonly Nodes[]): readonly Nodes[] {
  return tops.flatMap((node) => ('children' in node ? [node, ...nodesIn(node.children)] : [node]))
}
