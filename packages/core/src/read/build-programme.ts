import { splitFrontMatter } from '@cahier/prose'
import { lazily, memoize } from '../memoize.ts'
import type { Document, Kind } from '../model/document.ts'
import type { Finding, MessageData } from '../model/finding.ts'
import { fieldsOf, textListField } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Axis, Ids, Programme, Proposal } from '../model/programme.ts'
import type { Source } from '../model/source.ts'
import { isReservedOnWindows, isUnwritableOnWindows, properPath } from '../names/file-names.ts'
import { folderOf, isDocumentKind, kindOf, stemOf } from '../names/kind-of.ts'
import { lookalikeLetterIn } from '../names/lookalike-letters.ts'
import { slugOf } from '../names/slug.ts'
import { folderFinding } from './folder-messages.ts'
import { readDecisions } from './read-decisions.ts'
import { readDocument } from './read-document.ts'
import type { Folder } from './read-files.ts'
import {
  readAmendment,
  readAxis,
  readBaseline,
  readCollective,
  readEdition,
  readPositions,
  readQuestion,
  readReferences,
  readTransmission,
} from './read-front-matters.ts'
import { readManifest } from './read-manifest.ts'
import { readProposal } from './read-proposal.ts'
import { sourceEntries } from './source-entries.ts'

/**
 * Builds a programme from its files. Never fails: an error in a file becomes a finding. `read` may
 * return cached documents.
 */
export function buildProgramme(folder: Folder, read = readDocument): Programme {
  const sources = [...folder.sources].sort((a, b) => (a.path < b.path ? -1 : 1))
  const documents = sources.flatMap((source) => documentOf(source, read))
  const of = (kind: Kind) => documents.filter((document) => document.kind === kind)
  const all =
    <Read>(kind: Kind, readAs: (document: Document) => Read) =>
    () =>
      of(kind).map((document) => readOnce(document, readAs))
  const manifestDocument = of('manifest')[0] ?? null
  const isUnread = folder.findings.some(
    ({ path, data }) => path === 'programme.yaml' || data.meant === 'programme.yaml',
  )
  const missing =
    manifestDocument === null && !isUnread ? [folderFinding('manifest', 'programme.yaml')] : []
  const programme: Programme = lazily<Programme>({
    ids: () => idsOf(documents),
    manifest: () =>
      manifestDocument === null ? readManifest(null) : readOnce(manifestDocument, readManifest),
    axes: () => axesOf(programme.manifest, of('axis'), of('proposal')),
    proposals: () =>
      inPrintOrder(
        of('proposal').map((document) => proposalOf(document, programme.manifest, folder.assets)),
        programme.axes,
      ),
    amendments: all('amendment', readAmendment),
    collectives: all('collective', readCollective),
    positions: all('positions', readPositions),
    decisions: all('decisions', readDecisions),
    questions: all('question', readQuestion),
    sources: () =>
      of('sources')
        .slice(0, 1)
        .flatMap((document) => readOnce(document, readReferences)),
    transmissions: all('transmission', readTransmission),
    editions: all('edition', readEdition),
    baseline: () => readBaseline(of('baseline')[0] ?? null),
    assets: () => folder.assets,
    documents: () => documents,
    records: () => sources.filter(({ path }) => kindOf(path) === 'record'),
    signatures: () => sources.filter(({ path }) => kindOf(path) === 'signature'),
    folderFindings: () =>
      freeNamesOnly(
        [
          ...folder.findings,
          ...missing,
          ...documents.flatMap((document) => nameFindings(document)),
          ...documents.flatMap((document) => atTopFindings(document)),
          ...axisNameFindings(documents),
          ...windowsNameFindings(documents, folder.assets),
        ],
        sources.map(({ path }) => path),
      ),
    findings: () => [...programme.folderFindings, ...documents.flatMap(({ findings }) => findings)],
  })
  return programme
}

const readOnce = memoize((document: Document, readAs: (document: Document) => unknown) =>
  readAs(document),
) as <Read>(document: Document, readAs: (document: Document) => Read) => Read
const proposalOf = memoize(readProposal)
const entriesOf = memoize(({ text }: Document) => sourceEntries(text))

function documentOf(source: Source, read: typeof readDocument): readonly Document[] {
  const kind = kindOf(source.path)
  return isDocumentKind(kind) ? [read(source, kind)] : []
}

function idsOf(documents: readonly Document[]): Ids {
  const stems = (kind: Kind) =>
    new Set(documents.filter((document) => document.kind === kind).map(({ path }) => stemOf(path)))
  const folders = documents
    .filter(({ kind }) => kind === 'axis' || kind === 'proposal')
    .map(({ path }) => folderOf(path))
  const sources = documents.find(({ kind }) => kind === 'sources')
  const entries = sources && (entriesOf(sources) ?? readOnce(sources, readReferences))
  return {
    axes: new Set(folders),
    proposals: stems('proposal'),
    collectives: stems('collective'),
    sources: new Set(entries?.map(({ id }) => id)),
    transmissions: stems('transmission'),
  }
}

const nameFindings = memoize(({ path, kind }: Document): readonly Finding[] => {
  if (['page', 'manifest', 'baseline', 'sources', 'edition', 'axis'].includes(kind)) return []
  const meant = properPath(path).split('/').at(-1) ?? ''
  const name = path.split('/').at(-1) ?? ''
  if (meant !== name)
    return [folderFinding('name', path, { meant, ...strangeLetter(stemOf(name)) })]
  return /[a-z0-9]/.test(stemOf(name)) ? [] : [folderFinding('nameless', path)]
})

function strangeLetter(name: string): MessageData {
  const letter = lookalikeLetterIn(name)
  return letter === '' ? {} : { letter }
}

// A proposal outside the axis folders is read as a page only.
const atTopFindings = memoize((document: Document): readonly Finding[] => {
  if (document.kind !== 'page') return []
  const { path, text } = document
  const { head } = splitFrontMatter(text)
  const lines = head === null ? '' : text.slice(head.start, head.end)
  return /^title:/m.test(lines) && /^summary:/m.test(lines)
    ? [folderFinding('proposalAtTop', path, {}, 'warning')]
    : []
})

// A finding cannot suggest a file name that is already taken.
function freeNamesOnly(findings: readonly Finding[], paths: readonly string[]): readonly Finding[] {
  const there = new Set(paths)
  return findings.map((finding) => {
    const { message, path, data, severity } = finding
    if (message !== 'extension' && message !== 'name') return finding
    const meant = `${path.slice(0, path.lastIndexOf('/') + 1)}${data.meant}`
    return there.has(meant) ? folderFinding(`${message}Taken`, path, data, severity) : finding
  })
}

// A wrong folder name gets one finding, on axis.md if there is one, else on a proposal.
function axisNameFindings(documents: readonly Document[]): readonly Finding[] {
  const firsts = new Map<string, Document>()
  for (const document of documents) {
    const folder = folderOf(document.path)
    if (document.kind === 'axis' || (document.kind === 'proposal' && !firsts.has(folder)))
      firsts.set(folder, document)
  }
  return [...firsts].flatMap(([folder, { path }]) => {
    const meant = properPath(folder)
    if (slugOf(folder) === '') return [folderFinding('namelessFolder', path, { folder })]
    return meant === folder
      ? []
      : [folderFinding('folderName', path, { folder, meant, ...strangeLetter(folder) })]
  })
}

// Git cannot check these names out on Windows.
function windowsNameFindings(
  documents: readonly Document[],
  assets: Folder['assets'],
): readonly Finding[] {
  const reserved = [...documents, ...assets].filter(({ path }) => isReservedOnWindows(path))
  const unwritable = assets.filter(
    ({ path }) => isUnwritableOnWindows(path) && !isReservedOnWindows(path),
  )
  return [...reserved, ...unwritable].map(({ path }) =>
    folderFinding('windowsName', path, {}, 'warning'),
  )
}

function axesOf(
  manifest: Manifest,
  documents: readonly Document[],
  proposals: readonly Document[],
): readonly Axis[] {
  const folders = [...documents, ...proposals].map(({ path }) => folderOf(path))
  const ids = [...new Set([...manifest.axes, ...folders.sort()])]
  return ids.map((id) => readAxis(id, documents.find(({ path }) => folderOf(path) === id) ?? null))
}

function inPrintOrder(proposals: readonly Proposal[], axes: readonly Axis[]): readonly Proposal[] {
  return axes.flatMap((axis) => {
    const order = textListField(fieldsOf(axis.document?.head), 'proposals')
    const rank = ({ id }: Proposal) => order.indexOf(id) >>> 0
    return proposals
      .filter((proposal) => proposal.axis === axis.id)
      .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
  })
}
