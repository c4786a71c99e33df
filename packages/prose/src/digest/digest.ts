import { createHash } from 'node:crypto'
import type { Nodes, Root } from 'mdast'
import { atom, canonicalBlocks, type ImageDigest, list } from './canonical-blocks.ts'
import { foldProse } from './fold-prose.ts'

export type FieldValue = string | readonly FieldValue[] | { readonly [key: string]: FieldValue }

interface DigestInput {
  /** Empty strings, lists and maps count as absent. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Named groups of blocks, in order: the sections, or the whole body under one name. */
  readonly parts: readonly { readonly name: string; readonly blocks: readonly Nodes[] }[]
  readonly tree: Root
  readonly imageDigest: ImageDigest
}

/** The digest of a text: `v1-` and the SHA-256 (hex) of its canonical form (schemas/digest.md). */
export function digest(input: DigestInput): string {
  return `v1-${createHash('sha256').update(canonicalText(input), 'utf8').digest('hex')}`
}

/** The canonical form, from which other programs can compute the digest. */
export function canonicalText(input: DigestInput): string {
  const parts = input.parts.map((part) =>
    list([atom(part.name), canonicalBlocks(input.tree, part.blocks, input.imageDigest)]),
  )
  return list([atom('cahier-digest-v1'), canonicalField(input.fields), list(parts)])
}

function canonicalField(value: FieldValue): string {
  if (typeof value === 'string') return atom(`s${foldProse(value)}`)
  if (isList(value)) return list([atom('l'), ...value.map(canonicalField)])
  const filled = Object.entries(value).filter(([, inner]) => !isEmpty(inner))
  const named = filled
    .map(([key, inner]) => [key.normalize('NFC'), inner] as const)
    .sort(([a], [b]) => byCodePoint(a, b))
  return list([atom('m'), ...named.flatMap(([key, inner]) => [atom(key), canonicalField(inner)])])
}

function isEmpty(value: FieldValue) {
  if (typeof value === 'string') return foldProse(value) === ''
  return isList(value) ? value.length === 0 : Object.values(value).every(isEmpty)
}

function isList(value: FieldValue) {
  return Array.isArray(value)
}

function byCodePoint(a: string, b: string) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
