// Shared by reports: lines, layout, counts, quotation marks, names.

// Imports only types of the core: `merge-file` loads this module without the core.
import type { Language, Programme } from '@cahier/core'
import type { Terminal } from '../command.ts'
import { paint, wrap } from '../terminal/terminal.ts'

/** Functions that wrap a text at `width`. Lines after the first begin with `hang`. */
export function linesFor(terminal: Terminal, width = terminal.width) {
  const line = (text: string, hang = '') => wrap(text, width, hang)
  const bold = (text: string, hang = '') => paint(line(text, hang), 'bold', terminal)
  const item = (text: string, indent = '') => line(`${indent}${text}`, `${indent}  `)
  return { line, bold, item }
}

/** A count and its noun: `1 mesure`, `2 mesures`. In English, zero takes the plural. */
export const counted = {
  fr: (count: number, one: string, many = `${one}s`) => `${count} ${count > 1 ? many : one}`,
  en: (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`,
} as const

export const inQuotes = {
  fr: (text: string) => `« ${text} »`,
  en: (text: string) => `“${text}”`,
} as const

export const COLON = { fr: ' :', en: ':' } as const

/** The name of a part of a text: a field (`title`, `requests.unions`) or a section (`## Why`). */
export function partName(part: string, { manifest }: Programme, language: Language): string {
  if (part.startsWith('## ')) return part.slice(3)
  const [key = '', addressee] = part.split('.')
  return addressee === undefined
    ? (PART_NAMES[language][key] ?? key)
    : `${REQUEST[language]} (${manifest.addressees.find(({ id }) => id === addressee)?.title ?? addressee})`
}

const REQUEST = { fr: 'Demande', en: 'Request' } as const

const PART_NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    title: 'Titre',
    summary: 'Résumé',
    question: 'Question',
    horizon: 'Horizon',
    scale: 'Échelle',
    action: 'Action',
    impacts: 'Impacts',
    requests: 'Demandes',
    requires: 'Ce qui est exigé d’abord',
    proposals: 'Ordre des propositions',
  },
  en: {
    title: 'Title',
    summary: 'Summary',
    question: 'Question',
    horizon: 'Horizon',
    scale: 'Scale',
    action: 'Action',
    impacts: 'Impacts',
    requests: 'Requests',
    requires: 'What is required first',
    proposals: 'Order of proposals',
  },
}

/** Joins the parts of a report by blank lines. Leaves out empty parts and lines. */
export function layOut(parts: readonly (string | false | readonly (string | false)[])[]): string {
  const texts = parts.map((part) =>
    typeof part === 'object' ? part.filter(Boolean).join('\n') : part,
  )
  return `${texts.filter(Boolean).join('\n\n')}\n`
}

/** A collective's name, with a mark for examples; its id when unknown. */
export function collectiveName({ collectives }: Programme, id: string, language: Language): string {
  const { name = id, example = false } = collectives.find((one) => one.id === id) ?? {}
  return example ? `${name}${EXAMPLE[language]}` : name
}

const EXAMPLE = { fr: ' (exemple)', en: ' (example)' } as const

/** The letter for a rank from 0: `A` to `Z`, then `AA`. */
export function columnLetter(rank: number): string {
  return rank < 26
    ? String.fromCharCode(65 + rank)
    : columnLetter(Math.floor(rank / 26) - 1) + columnLetter(rank % 26)
}
