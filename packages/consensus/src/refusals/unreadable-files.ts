import {
  type Document,
  type Finding,
  folderOf,
  type Message,
  type MessageData,
  type Programme,
  type Proposal,
  type Round,
  resolvePath,
  sectionTermOf,
  YAML_RULE,
} from '@cahier/core'
import type { Nodes } from 'mdast'

/**
 * The manifest, when it has errors or a shared folder put a copy of it aside: its rules, or the
 * sections that a text is made of, may be others.
 */
export function unreadableManifest(programme: Programme): string | undefined {
  const manifest = programme.documents.find(({ kind }) => kind === 'manifest')
  return manifest?.sound === false ? manifest.path : copyOf(programme, 'programme.yaml')
}

/**
 * The text of a proposal that has errors, unless what can be read of it is the text that a round
 * froze: who knows what it says once it is mended?
 */
export function unreadableText(
  { document, normative }: Proposal,
  rounds: readonly Round[],
): string | undefined {
  return isReadAsMeant(document) || rounds.some(({ text }) => text === normative)
    ? undefined
    : document.path
}

// A title that lacks its quotes is read as the sentence that it is, and is the same once it has
// them.
function isReadAsMeant({ head, findings }: Document): boolean {
  return (
    head !== null &&
    findings.every(
      ({ rule, message, edits = [] }) =>
        rule === YAML_RULE && !message.startsWith('head') && edits.length > 0,
    )
  )
}

/** A file of a member that is there under another name, and may say more than what is read. */
export function misnamedPositions({ folderFindings }: Programme, path: string): string | undefined {
  return folderFindings.find(
    (finding) => finding.message === 'extension' && meantBy(finding) === path,
  )?.path
}

/**
 * A file of `collectives/` that cannot be read, or not under its own name: its member would be left
 * out of those who are asked.
 */
export function unreadableCollective({
  collectives,
  folderFindings,
}: Programme): string | undefined {
  return (
    collectives.find(({ document }) => !document.sound)?.document.path ??
    folderFindings.find((finding) => isError(finding) && folderOf(finding.path) === 'collectives')
      ?.path
  )
}

/**
 * A file of a member that cannot be read, or not under its own name: what it says, whether it left
 * or by which keys it speaks would be lost, and it counted as silent.
 */
export function unreadableMember(
  { positions, collectives, folderFindings }: Programme,
  members: readonly string[],
): string | undefined {
  const own = new Set(
    members.flatMap((member) => [
      `positions/${member}.yaml`,
      `positions/${member}.yaml.sig`,
      `collectives/${member}.yaml`,
    ]),
  )
  return (
    [...positions, ...collectives].find(({ document }) => !document.sound && own.has(document.path))
      ?.document.path ??
    folderFindings.find(
      (finding) =>
        (isError(finding) || finding.message === 'extension') &&
        (own.has(finding.path) || own.has(meantBy(finding))),
    )?.path
  )
}

/**
 * A copy of a file that a shared folder put aside: of rounds, a ruling or an outcome may be in it
 * alone; of the manifest, another rule.
 */
export function copyOf({ folderFindings }: Programme, path: string): string | undefined {
  return folderFindings.find((finding) => isError(finding) && finding.data.original === path)?.path
}

/** What is said of such a file, by its `path`, when something waits for it. */
export const HAS_ERRORS: Message = {
  fr: ({ path }) =>
    `« ${path} » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord`,
  en: ({ path }) => `“${path}” has errors: run “cahier lint” and mend them first`,
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

// `positions/Exemple-A.yml` is meant to be `positions/exemple-a.yaml`, and a copy that a shared
// folder put aside says what its member said too.
function meantBy({ path, data }: Finding): string {
  if (typeof data.original === 'string') return data.original
  return typeof data.meant === 'string' ? `${folderOf(path)}/${data.meant}` : path
}

/**
 * Why an image of this folder, which the normative text of a proposal shows, cannot be seen: it is
 * not there, there is but the address that Git LFS leaves, or it is not read. The text has another
 * digest than with it. `undefined` where what can be read of it is the text that a round froze.
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
    .map((url) => resolvePath(document.path, url))
    .find((path) => path !== '' && !seen.has(path))
  if (image === undefined) return undefined
  // One that is too large, or that lies outside of assets/, is there.
  const isAlreadyWritten = folderFindings.some(
    ({ path, message }) => path === image && message !== 'pointer',
  )
  return {
    message: isAlreadyWritten ? 'unreadImage' : 'noImage',
    data: { path: document.path, image },
  }
}

function nodesIn(tops: readonly Nodes[]): readonly Nodes[] {
  return tops.flatMap((node) => ('children' in node ? [node, ...nodesIn(node.children)] : [node]))
}
