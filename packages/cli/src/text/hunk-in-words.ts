import { shortened } from '@cahier/consensus'
import type { Language } from '@cahier/core'
import type { Hunk, HunkPart } from '@cahier/prose'
import { inQuotes } from './report-parts.ts'

/** A change in words: `remplace « deux » par « trois »`. With `several`, the verb is plural. */
export function hunkInWords(
  { operation, old, new: young, parts }: Hunk,
  several: boolean,
  language: Language,
): string {
  const words = WORDS[language]
  const [taken, put] = [old, young].map((text) => inQuotes[language](shortened(bare(text), 120)))
  const verb = (one: string) => (several ? words.plural(one) : one)
  switch (operation) {
    case 'insertion':
      return `${verb(words.adds)}${parts[0]?.between === true ? words.after : ''} ${put}`
    case 'deletion':
      return `${verb(words.takes)} ${taken}`
    case 'move':
      return `${verb(words.moves)} ${taken} ${placeOf(parts[1], words)}${bare(old) === bare(young) ? '' : ` ${words.becoming} ${put}`}`
    case 'renumbering':
      return `${verb(words.renumbers)} ${bare(old)} ${words.as} ${bare(young)}`
    case 'split':
      return verb(words.splits)
    case 'join':
      return verb(words.joins)
    default:
      return `${verb(words.replaces)} ${taken} ${words.by} ${put}`
  }
}

function placeOf(target: HunkPart | undefined, words: (typeof WORDS)[Language]) {
  const block = target?.blocks[0] ?? 0
  return target?.between === true ? words.before(block + 1) : words.inside(block)
}

function bare(text: string) {
  return text.replace(/^(?:[-*+]|\d{1,9}[.)]|>|#{1,6})[ \t]+/, '')
}

const WORDS = {
  fr: {
    plural: (verb: string) => verb.replace(/^\S+/, '$&nt'),
    adds: 'ajoute',
    after: ' à la suite :',
    takes: 'retire',
    replaces: 'remplace',
    by: 'par',
    moves: 'déplace',
    before: (block: number) => `avant le ¶ ${block}`,
    inside: (block: number) => `à un autre endroit du ¶ ${block}`,
    becoming: 'et en fait',
    renumbers: 'renumérote',
    as: 'en',
    splits: 'coupe le paragraphe en deux',
    joins: 'rassemble le paragraphe et le suivant',
  },
  en: {
    plural: (verb: string) => verb.replace(/s(?= |$)/, ''),
    adds: 'adds',
    after: ' after it:',
    takes: 'removes',
    replaces: 'replaces',
    by: 'with',
    moves: 'moves',
    before: (block: number) => `before ¶ ${block}`,
    inside: (block: number) => `to another place in ¶ ${block}`,
    becoming: 'and makes it',
    renumbers: 'renumbers',
    as: 'as',
    splits: 'cuts the paragraph in two',
    joins: 'joins the paragraph and the next',
  },
} as const
