import { amendedOf } from '@cahier/consensus'
import { folderOf, type Language, STANCE_WORDS, sourceEntries } from '@cahier/core'
import type { Asked } from '../asked.ts'
import type { Completion } from '../features/completion.ts'
import { type Named, namedBy, nameKindAt } from '../names/name-uses.ts'
import { namesOf } from '../names/names-of.ts'
import { descriptionIn, keysIn, type SchemaNode, schemasAt, titleIn } from './schema-at.ts'
import type { YamlSpot } from './yaml-spot.ts'

/** The keys that a map may still hold, each with its title and what it is for. */
export function keysAt(asked: Asked, spot: YamlSpot): readonly Completion[] {
  const { document, language } = asked
  const { pointer, siblings, start, end } = spot
  const follows = /^\s*:/.test(document.text.slice(end))
  const declared = [...keysIn(schemasAt(document.kind, pointer))].map(([key, node]): Completion => {
    const title = titleIn(node.title, language)
    return {
      start,
      end,
      label: key,
      sort: 'key',
      detail: title,
      documentation: descriptionIn(node.description, language),
      text: follows ? key : `${key}:${opening(node)}`,
      found: `${key} ${title}`,
    }
  })
  const kind = nameKindAt(document.kind, pointer, 'key')
  const named =
    kind === null
      ? []
      : namesOf(kind, asked.programme).map(
          ({ id, title }): Completion => ({
            start,
            end,
            label: id,
            sort: 'reference',
            detail: title,
            documentation: '',
            named: { kind, id },
            text: follows ? id : `${id}:${document.kind === 'positions' ? stanceLines(asked, id, spot.indent + 2) : ' '}`,
            found: `${id} ${title}`,
          }),
        )
  return [...declared, ...named].filter(({ label }) => !siblings.has(label))
}

/** The values that may stand somewhere: those of a vocabulary, names of what there is, today, the digest of a text. */
export function valuesAt(asked: Asked, spot: YamlSpot): readonly Completion[] {
  const { document, programme, language, day } = asked
  const { pointer, start, end } = spot
  const kind = nameKindAt(document.kind, pointer, 'value')
  const complete = (label: string, detail: string): Completion => ({
    start,
    end,
    label,
    sort: kind === null ? 'value' : 'reference',
    detail,
    documentation: '',
    ...(kind !== null && { named: { kind, id: label } }),
    text: label,
    found: `${label} ${detail}`,
  })
  if (kind !== null) {
    const own = ownName(asked, start)
    return namesOf(kind, programme)
      .filter(({ id }) => kind !== own.kind || id !== own.id)
      .map(({ id, title }) => complete(id, title))
  }
  const schemas = schemasAt(document.kind, pointer)
  const values = new Map(schemas.flatMap((node) => valuesIn(node, language)))
  const isDay = schemas.some((node) => 'format' in node && node.format === 'date')
  const digest = digestFor(asked, pointer)
  return [
    ...[...values].map(([value, title]) => complete(value, title)),
    ...(isDay ? [complete(day, TODAY[language])] : []),
    ...(digest === '' ? [] : [complete(digest, NOW[language])]),
  ]
}

/** What the text at an offset is about: a proposal that required itself, or a source superseded by itself, would lead nowhere. */
function ownName({ document: { kind, path, text } }: Asked, offset: number): Named {
  if (kind !== 'sources') return namedBy(path)
  return { kind: 'source', id: sourceEntries(text)?.findLast((entry) => entry.start <= offset)?.id ?? '' }
}

const TODAY = { fr: 'aujourd’hui', en: 'today' }
const NOW = { fr: 'le texte tel qu’il est aujourd’hui', en: 'the text as it stands today' }

/** The few values that a schema allows, each with its title. */
export function valuesIn(node: SchemaNode, language: Language): readonly (readonly [string, string])[] {
  const titles = node['x-enum-titles'] ?? {}
  const values = [
    ...(node.enum ?? []),
    ...(node.const === undefined ? [] : [node.const]),
    ...(node.type === 'boolean' ? [true, false] : []),
  ]
  return values
    .filter((value) => value !== null)
    .map(String)
    .map((value) => [value, titleIn(titles[value], language) || STANCE_WORDS[language][value as 'consent'] || ''] as const)
}

function opening({ type, items, properties, additionalProperties }: SchemaNode): string {
  if (type === 'array' || items !== undefined) return ' []'
  return type === 'object' || properties !== undefined || typeof additionalProperties === 'object' ? '' : ' '
}

// A member's entry on one proposal, but for what only the member can say.
function stanceLines({ programme, day }: Asked, id: string, indent: number): string {
  const digest = programme.proposals.find((one) => one.id === id)?.normative ?? ''
  return ['stance: ', `date: ${day}`, `text: ${digest}`].map((line) => `\n${' '.repeat(indent)}${line}`).join('')
}

function digestFor({ document, programme }: Asked, pointer: string): string {
  const [, stance] = /^\/positions\/([^/]+)\/text$/.exec(pointer) ?? []
  if (document.kind === 'positions' && stance !== undefined) return programme.proposals.find(({ id }) => id === stance)?.normative ?? ''
  if (document.kind !== 'amendment' || pointer !== '/base') return ''
  return amendedOf(programme, folderOf(document.path))?.whole ?? ''
}
