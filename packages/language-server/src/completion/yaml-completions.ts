import { amendableText } from '@cahier/consensus'
import {
  type Document,
  folderOf,
  type Language,
  STANCE_WORDS,
  sourceEntries,
  stemOf,
  type YamlSpot,
} from '@cahier/core'
import { fieldsAt, type IdKind, rules, textsAt } from '@cahier/lint'
import { type DocumentContext, isIn, spanOf } from '../context.ts'
import { namesOf, type TitledName } from '../names/defined-names.ts'
import { isSameName, type Named, namedBy, nameKindAt } from '../names/name-uses.ts'
import { type Completion, completionOf } from './completion.ts'
import { addableKeys, descriptionIn, type SchemaNode, schemasAt, titleIn } from './schema-at.ts'

/** Completions of the keys that can be added at the cursor. */
export function keysAt(context: DocumentContext, spot: YamlSpot): readonly Completion[] {
  const { document, language } = context
  const { pointer, siblings, end } = spot
  const follows = /^\s*:/.test(document.text.slice(end))
  const declared = [...addableKeys(schemasAt(document.kind, pointer), siblings)].map(
    ([key, node]) =>
      completionOf(spot, 'key', key, titleIn(node.title, language), {
        documentation: descriptionIn(node.description, language),
        text: follows ? key : `${key}:${opening(node)}`,
      }),
  )
  const kind = nameKindAt(document.kind, pointer, 'key')
  const names = kind === null ? [] : namesOf(kind, context.programme)
  const value = (id: string) =>
    document.kind === 'positions' ? stanceLines(context, id, spot.indent + 2) : ' '
  const named = names.map(({ id, title }) =>
    completionOf(spot, 'reference', id, title, {
      ...(kind !== null && { named: { kind, id } }),
      text: follows ? id : `${id}:${value(id)}`,
    }),
  )
  const levels = levelsAt(context, pointer).map(({ id, level }) =>
    completionOf(spot, 'key', id, level, { text: follows ? id : `${id}: `, found: id }),
  )
  return [...declared, ...named, ...levels].filter(({ label }) => !siblings.has(label))
}

function levelsAt({ document, language }: DocumentContext, pointer: string) {
  if (!LEVELS[document.kind]?.includes(pointer)) return []
  const titles = new Map(
    schemasAt(document.kind, `${pointer}/x`).flatMap((node) => valuesIn(node, language)),
  )
  return rules
    .filter(({ alwaysOn }) => !alwaysOn)
    .map(({ id, severity }) => ({ id, level: titles.get(severity) ?? severity }))
}

const LEVELS: { readonly [kind in Document['kind']]?: readonly string[] } = {
  manifest: ['/lint', '/lint-paths/0/levels'],
  settings: ['/lint/levels', '/lint/paths/0/levels'],
}

/**
 * Lists the completions of a value: values of the schema, ids, editions, today, or the digest of a
 * text.
 */
export function valuesAt(context: DocumentContext, spot: YamlSpot): readonly Completion[] {
  const { document, programme, language, day } = context
  const { pointer, items } = spot
  const kind = nameKindAt(document.kind, pointer, 'value')
  if (kind !== null) {
    const own = idFromPath(context, pointer)
    const fits = filterAt(context, spot)
    const names = namesOf(kind, programme).filter(({ id }) => fits({ kind, id }) && !items.has(id))
    return (own === null ? names : [own]).map(({ id, title }) =>
      completionOf(spot, 'reference', id, title, { named: { kind, id } }),
    )
  }
  const complete = (label: string, detail: string) => completionOf(spot, 'value', label, detail)
  const schemas = schemasAt(document.kind, pointer)
  const values = new Map(schemas.flatMap((node) => valuesIn(node, language)))
  const isDay = schemas.some((node) => 'format' in node && node.format === 'date')
  const digest = digestFor(context, pointer)
  return [
    ...[...values].flatMap(([value, title]) => (items.has(value) ? [] : [complete(value, title)])),
    ...(isDay ? [complete(day, TODAY[language])] : []),
    ...(digest === '' ? [] : [complete(digest, NOW[language])]),
    ...writtenElsewhere(context, spot).map((value) => complete(value, '')),
  ]
}

// Returns a function that says whether a name fits. An axis lists its own proposals. A recipient
// answers the proposals that it received. Elsewhere, only the name of the document itself does not
// fit.
function filterAt(
  context: DocumentContext,
  { pointer, start }: YamlSpot,
): (named: Named) => boolean {
  const { programme, document } = context
  const { kind, path } = document
  if (kind === 'axis') {
    const there = programme.proposals.filter(
      ({ axis, replacedBy }) => axis === folderOf(path) && replacedBy === '',
    )
    return (named) => there.some(({ id }) => id === named.id)
  }
  if (kind === 'transmission' && pointer.endsWith('/proposal')) {
    const handed = fieldsAt(document, '/handed/*').find(({ place }) =>
      isIn(spanOf(place.value), start),
    )
    const there = handed ? textsAt(document, `/handed/${handed.key}/proposals/*`) : []
    if (there.length > 0) return ({ id }) => there.some(({ value }) => value === id)
  }
  const own = ownName(context, start)
  return (named) => !isSameName(named, own)
}

// The id that the path of the file requires.
function idFromPath(
  { document: { kind, path }, programme }: DocumentContext,
  pointer: string,
): TitledName | null {
  const kinds = OF_PATH[`${kind} ${pointer}`]
  const name = kind === 'amendment' ? folderOf(path) : stemOf(path)
  return kinds?.flatMap((one) => namesOf(one, programme)).find(({ id }) => id === name) ?? null
}

const OF_PATH: { readonly [field: string]: readonly IdKind[] | undefined } = {
  'amendment /amends': ['proposal', 'axis'],
  'decisions /proposal': ['proposal'],
  'positions /collective': ['collective'],
}

// The id of the document or entry at an offset, which cannot refer to itself.
function ownName({ document: { kind, path, text } }: DocumentContext, offset: number): Named {
  if (kind !== 'sources') return namedBy(path)
  return {
    kind: 'source',
    id: sourceEntries(text)?.findLast((entry) => entry.start <= offset)?.id ?? '',
  }
}

const TODAY = { fr: 'aujourd’hui', en: 'today' }
const NOW = { fr: 'le texte tel qu’il est aujourd’hui', en: 'the text as it stands today' }

/** The values that a schema lists, with titles. */
export function valuesIn(
  node: SchemaNode,
  language: Language,
): readonly (readonly [string, string])[] {
  const titles = node['x-enum-titles'] ?? {}
  const values = [node.enum ?? [], node.const ?? [], node.type === 'boolean' ? [true, false] : []]
  return values
    .flat()
    .filter((value) => value !== null)
    .map((one): readonly [string, string] => {
      const value = String(one)
      const stance = STANCE_WORDS[language][value as 'consent'] ?? ''
      return [value, titleIn(titles[value], language) || stance]
    })
}

function opening({ type, items, properties, additionalProperties }: SchemaNode): string {
  if (type === 'array' || items !== undefined) return ' []'
  return type === 'object' || properties !== undefined || typeof additionalProperties === 'object'
    ? ''
    : ' '
}

// Values written in another file. An edition gets quotes, since YAML may read it as a number.
function writtenElsewhere(
  { document: { kind, text }, programme }: DocumentContext,
  { pointer, start }: YamlSpot,
): readonly string[] {
  if (kind === 'positions' && pointer === '/programme')
    return [programme.manifest.publication.identifier].filter(Boolean)
  if (kind !== 'transmission' || pointer !== '/handed/0/edition') return []
  const isQuoted = /["']/.test(text[start - 1] ?? '')
  return programme.editions.map(({ edition }) => (isQuoted ? edition : `"${edition}"`))
}

function stanceLines({ programme, day }: DocumentContext, id: string, indent: number) {
  const digest = programme.proposals.find((one) => one.id === id)?.normative ?? ''
  return ['stance: ', `date: ${day}`, `text: ${digest}`]
    .map((line) => `\n${' '.repeat(indent)}${line}`)
    .join('')
}

function digestFor({ document, programme }: DocumentContext, pointer: string) {
  const [, stance] = /^\/positions\/([^/]+)\/text$/.exec(pointer) ?? []
  if (document.kind === 'positions' && stance !== undefined)
    return programme.proposals.find(({ id }) => id === stance)?.normative ?? ''
  if (document.kind !== 'amendment' || pointer !== '/base') return ''
  return amendableText(programme, folderOf(document.path))?.whole ?? ''
}
