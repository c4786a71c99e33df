import { digest, type FieldValue, foldProse, type Section } from '@cahier/prose'
import { lazily, memoize } from '../memoize.ts'
import type { Document } from '../model/document.ts'
import {
  type Fields,
  fieldsOf,
  type Json,
  mapsField,
  optionalField,
  textField,
  textFields,
  textListField,
} from '../model/json.ts'
import type { Manifest, SectionTerm } from '../model/manifest.ts'
import type { Proposal } from '../model/programme.ts'
import type { Asset } from '../model/source.ts'
import { folderOf, stemOf } from '../names/kind-of.ts'
import { linkedPath } from '../names/paths.ts'

// The fields that members consent to, besides the normative sections.
const NORMATIVE_KEYS = [
  'title',
  'summary',
  'horizon',
  'scale',
  'action',
  'requests',
  'requires',
] as const
// Fields of provenance and dates, which no digest covers.
const OUTSIDE_KEYS = new Set(['as-of', 'review', 'withdrawn', 'replaced-by', 'authors', 'merges'])
// Lists whose order does not change a digest.
const SETS = new Set(['impacts', 'requires'])

/** A proposal, with defaults for missing fields. */
export function readProposal(
  document: Document,
  manifest: Manifest,
  assets: readonly Asset[],
): Proposal {
  const head = fieldsOf(document.head)
  const id = stemOf(document.path)
  const requests = fieldsOf(head.requests)
  return lazily<Proposal>(
    {
      id: () => id,
      axis: () => folderOf(document.path),
      title: () => textField(head, 'title') || id,
      summary: () => textField(head, 'summary').trim(),
      horizon: () => textField(head, 'horizon'),
      scale: () => textField(head, 'scale'),
      action: () => textField(head, 'action'),
      impacts: () => textListField(head, 'impacts'),
      requests: () =>
        orderedKeys(requests, manifest).map((addressee) => ({
          addressee,
          text: textField(requests, addressee).trim(),
        })),
      authors: () => textListField(head, 'authors'),
      requires: () => textListField(head, 'requires'),
      merges: () => textListField(head, 'merges'),
      review: () => textField(head, 'review'),
      asOf: () => mapsField(head, 'as-of').map((fact) => textFields(fact, 'date', 'what')),
      withdrawn: () =>
        optionalField(head, 'withdrawn', (withdrawn) => textFields(withdrawn, 'date', 'reason')),
      replacedBy: () => textField(head, 'replaced-by'),
      sections: () => document.body?.sections ?? [],
      normative: () =>
        digestOf(
          document,
          assets,
          (key) => NORMATIVE_KEYS.some((one) => one === key),
          normativeParts(document, manifest),
        ),
      whole: () => wholeDigest(document, assets),
      document: () => document,
    },
    // The sections are not kept here, so that the document can drop its Markdown tree.
    ['sections'],
  )
}

/** The digest of the whole text of a proposal or axis: the `base` of amendments to this text. */
export const wholeDigest = memoize((document: Document, assets: readonly Asset[]) =>
  digestOf(document, assets, (key) => !OUTSIDE_KEYS.has(key), [
    { name: 'body', blocks: document.referenceBody?.tree.children ?? [] },
  ]),
)

/** The digests of the parts that members consent to, by field name or `## heading`. */
export function normativeDigests(
  { document }: Proposal,
  manifest: Manifest,
  assets: readonly Asset[],
): Readonly<Record<string, string>> {
  const titles = new Map(manifest.sections.map(({ id, title }) => [id, title]))
  return Object.fromEntries([
    ...NORMATIVE_KEYS.map((key) => [key, digestOf(document, assets, (one) => one === key, [])]),
    ...normativeParts(document, manifest).map((part) => [
      `## ${titles.get(part.name)}`,
      digestOf(document, assets, () => false, [part]),
    ]),
  ])
}

/** The manifest's section with this heading, typography ignored; null when there is none. */
export function sectionTermOf(
  section: Pick<Section, 'title'>,
  manifest: Pick<Manifest, 'sections'>,
): SectionTerm | null {
  return termsByTitle(manifest.sections).get(foldProse(section.title)) ?? null
}

// Of two sections with one title, the first counts.
const termsByTitle = memoize(
  (terms: Manifest['sections']): ReadonlyMap<string, SectionTerm> =>
    new Map([...terms].reverse().map((term) => [foldProse(term.title), term])),
)

function normativeParts(document: Document, manifest: Manifest) {
  const sections = document.referenceBody?.sections ?? []
  return manifest.sections
    .filter((term) => term.normative)
    .map((term) => ({
      name: term.id,
      blocks: sections
        .filter((section) => sectionTermOf(section, manifest) === term)
        .flatMap((section) => section.nodes),
    }))
}

function digestOf(
  document: Document,
  assets: readonly Asset[],
  covers: (key: string) => boolean,
  parts: Parameters<typeof digest>[0]['parts'],
) {
  const head = fieldsOf(document.head)
  const fields = Object.fromEntries(
    Object.entries(head)
      .filter(([key]) => covers(key))
      .map(([key, value]) => [
        key,
        SETS.has(key) ? [...new Set(textListField(head, key))].sort() : fieldValue(value),
      ]),
  )
  const tree = document.referenceBody?.tree ?? { type: 'root' as const, children: [] }
  const imageDigest = (url: string) =>
    assets.find((asset) => asset.path === linkedPath(document.path, url))?.sha256 ?? url
  return digest({ fields, parts, tree, imageDigest })
}

function fieldValue(value: Json): FieldValue {
  if (value === null) return ''
  if (Array.isArray(value)) return (value as readonly Json[]).map(fieldValue)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fieldValue(inner)]))
  return String(value)
}

function orderedKeys(requests: Fields, manifest: Manifest): string[] {
  const known = manifest.addressees.map(({ id }) => id).filter((id) => Object.hasOwn(requests, id))
  return [...known, ...Object.keys(requests).filter((key) => !known.includes(key))]
}
