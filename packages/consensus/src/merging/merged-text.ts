import {
  applyEdits,
  type Edit,
  languageOfTag,
  type Manifest,
  type Proposal,
  sectionTermOf,
} from '@cahier/core'
import { foldProse, type Section } from '@cahier/prose'
import { Document, Scalar } from 'yaml'

/**
 * The merged body. Each section, in the order of the manifest, holds the texts of all proposals.
 * HTML comments name the proposals. Links and footnotes keep their targets.
 */
export function mergedBody(
  proposals: readonly Proposal[],
  axis: string,
  manifest: Manifest,
): string {
  const taken = new Set<string>()
  const sides = proposals.map((proposal) => sideOf(proposal, axis, taken))
  const titles = sides.flatMap(({ sections }) =>
    sections.map(({ title }) => titleOf(title, manifest)),
  )
  const known = manifest.sections
    .map(({ title }) => title)
    .filter((title) => titles.includes(title))
  const parts = [...new Set(['', ...known, ...titles])].flatMap((title) => {
    const passages = sides.flatMap(({ id, opening, sections }) => {
      const own = sections
        .filter((one) => titleOf(one.title, manifest) === title)
        .map(({ text }) => text)
      // A section may have an empty title, as the opening has.
      const text = (title === '' ? [opening, ...own] : own).filter((one) => one !== '').join('\n\n')
      return text === ''
        ? []
        : [
            `<!-- cahier ${languageOfTag(manifest.language) === 'fr' ? ':' : '—'} ${id} -->\n\n${text}`,
          ]
    })
    if (passages.length === 0) return []
    return [...(title === '' ? [] : [`## ${title}`]), ...passages]
  })
  return `${parts.join('\n\n')}\n`
}

// A known title is written as in the manifest. An unknown title gets plain punctuation and spaces.
function titleOf(title: string, manifest: Manifest) {
  return sectionTermOf({ title }, manifest)?.title ?? foldProse(title)
}

type Block = Section['nodes'][number]

function sideOf({ id, axis: from, document }: Proposal, axis: string, taken: Set<string>) {
  const body = document.body
  const labels = new Set((body?.tree.children ?? []).flatMap(labelsIn))
  const clashing = new Set([...labels].filter((label) => taken.has(label)))
  for (const label of labels) taken.add(label)
  const source = (nodes: readonly Block[]) => nodes.map((node) => textOf(node)).join('\n\n')
  return {
    id,
    opening: source(body?.opening ?? []),
    sections: (body?.sections ?? []).map(({ title, nodes }) => ({ title, text: source(nodes) })),
  }

  function textOf(node: Block) {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    const edits = editsIn(node).map((edit) => ({
      ...edit,
      start: edit.start - start,
      end: edit.end - start,
    }))
    return applyEdits(document.text.slice(start, end), edits).replace(/\r\n/g, '\n')
  }

  function editsIn(node: Block): readonly Edit[] {
    const inner = 'children' in node ? node.children.flatMap(editsIn) : []
    const start = node.position?.start.offset ?? 0
    const written = document.text.slice(start, node.position?.end.offset ?? 0)
    const edit = (at: number, length: number, text: string) =>
      at < 0 ? [] : [{ path: '', start: start + at, end: start + at + length, text }]
    if ('url' in node && from !== axis && isBeside(node.url)) {
      // The address may also occur in the link text or in the link title.
      const opening = node.type === 'definition' ? written.indexOf(']:') : written.lastIndexOf('](')
      inner.push(
        ...edit(
          written.indexOf(node.url, opening),
          node.url.length,
          `../${from}/${node.url.replace(/^\.\//, '')}`,
        ),
      )
    }
    if (!('identifier' in node) || !clashing.has(labelOf(node))) return inner
    const label = `${id}-${node.label ?? node.identifier}`
    const bracket = /\[(?:\\.|[^\]\\])*\]/
    if (node.type === 'definition')
      return [...inner, ...edit(0, bracket.exec(written)?.[0].length ?? 0, `[${label}]`)]
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      return [...inner, ...edit(0, bracket.exec(written)?.[0].length ?? 0, `[^${label}]`)]
    // CommonMark limits a label to 999 characters, so only the end is searched.
    const tail =
      node.referenceType === 'shortcut'
        ? 0
        : (/\[(?:\\.|[^\]\\])*\]$/.exec(written.slice(-1001))?.[0].length ?? 0)
    return [...inner, ...edit(written.length - tail, tail, `[${label}]`)]
  }
}

// True for a relative address that would break in the folder of another axis.
function isBeside(url: string) {
  return url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[#/?]|\.\.\/)/i.test(url)
}

type LabelledNode = Extract<Block, { readonly identifier: string }>

function labelsIn(node: Block): readonly string[] {
  const own =
    node.type === 'definition' || node.type === 'footnoteDefinition' ? [labelOf(node)] : []
  return [...own, ...('children' in node ? node.children.flatMap(labelsIn) : [])]
}

// A footnote and a link definition may have the same label: `^` marks the footnote.
function labelOf({ type, identifier }: LabelledNode) {
  return `${type.startsWith('footnote') ? '^' : ''}${identifier}`
}

/**
 * The front matter of a merge: common values, all requests and authors, and comments that list
 * differing values.
 */
export function mergedHead(
  proposals: readonly Proposal[],
  title: string,
  manifest: Manifest,
): string {
  const ids = proposals.map(({ id }) => id)
  const all = (of: (proposal: Proposal) => string | readonly string[]) => [
    ...new Set(proposals.flatMap(of)),
  ]
  const together = (texts: readonly string[]) =>
    prose(
      [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean))].join(' '),
    )
  const addressees = all(({ requests }) => requests.map(({ addressee }) => addressee))
  const requests = addressees.map((addressee) => [
    addressee,
    together(
      proposals.flatMap((proposal) =>
        proposal.requests.flatMap((one) => (one.addressee === addressee ? [one.text] : [])),
      ),
    ),
  ])
  const facts = proposals.flatMap(({ asOf }) => asOf)
  const [separator, choose] =
    languageOfTag(manifest.language) === 'fr' ? ['\u202F; ', 'à choisir'] : ['; ', 'choose']
  const differing = TERMS.map((key) => [key, all((one) => one[key] || [])] as const)
  const agreed = differing.map(([key, values]) => [key, values.length > 1 ? undefined : values[0]])
  const choices = differing.filter(([, values]) => values.length > 1)
  const head = new Document()
  // YAML leaves out keys without a value.
  const listed = (items: readonly string[]) =>
    items.length === 0 ? undefined : head.createNode(items, { flow: true })
  head.contents = head.createNode({
    title: prose(title || all((one) => one.title).join(separator)),
    summary: together(proposals.map(({ summary }) => summary)),
    ...Object.fromEntries(agreed),
    impacts: listed(all(({ impacts }) => impacts)),
    requests: requests.length > 0 ? Object.fromEntries(requests) : undefined,
    authors: listed(all(({ authors }) => authors)),
    requires: listed(all(({ requires }) => requires.filter((id) => !ids.includes(id)))),
    merges: listed(ids),
    'as-of': facts.length > 0 ? facts : undefined,
  })
  const comments = choices.map(([key, values]) => `# ${key}: # ${choose} — ${values.join(', ')}\n`)
  return head.toString({ lineWidth: 0, flowCollectionPadding: false }) + comments.join('')
}

const TERMS = ['horizon', 'scale', 'action'] as const

function prose(text: string) {
  const scalar = new Scalar(text)
  scalar.type = Scalar.BLOCK_FOLDED
  return scalar
}
