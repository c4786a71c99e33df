import { shortened } from '@cahier/consensus'
import type { Language } from '@cahier/core'
import type { Hunk, HunkPart } from '@cahier/prose'
import { inQuotes } from './report-parts.ts'

/** A change of one amendment, or of `several`, as a phrase: `remplace « deux » par « trois »`. */
export function hunkInWords(
  { operation, old, new: young, parts }: Hunk,
  several: boolean,
  language: Language,
): string {
  const words = WORDS[language]
  const [taken, put] = [old, young].map((text) => inQuotes[language](shortened(bare(text), 120)))
  const s = several ? 1 : 0
  switch (operation) {
    case 'insertion':
      return `${words.adds[s]}${parts[0]?.between === true ? words.after : ''} ${put}`
    case 'deletion':
      return `${words.takes[s]} ${taken}`
    case 'move':
      return `${words.moves[s]} ${taken} ${placeOf(parts[1], words)}${bare(old) === bare(young) ? '' : ` ${words.becoming} ${put}`}`
    case 'renumbering':
      return `${words.renumbers[s]} ${bare(old)} ${words.as} ${bare(young)}`
    case 'split':
      return words.splits[s]
    case 'join':
      return words.joins[s]
    default:
      return `${words.replaces[s]} ${taken} ${words.by} ${put}`
  }
}

function placeOf(target: HunkPart | undefined, words: (typeof WORDS)[Language]): string {
  const block = target?.blocks[0] ?? 0
  return target?.between === true ? words.before(block + 1) : words.inside(block)
}

// Removes the Markdown marker at the start of a block.
function bare(text: string): string {
  return text.replace(/^(?:[-*+]|\d{1,9}[.)]|>|#{1,6})[ \t]+/, '')
}

const WORDS = {
  fr: {
    adds: ['ajoute', 'ajoutent'],
    after: ' à la suite :',
    takes: ['retire', 'retirent'],
    replaces: ['remplace', 'remplacent'],
    by: 'par',
    moves: ['déplace', 'déplacent'],
    before: (block: number) => `avant le ¶ ${block}`,
    inside: (block: number) => `à un autre endroit du ¶ ${block}`,
    becoming: 'et en fait',
    renumbers: ['renumérote', 'renumérotent'],
    as: 'en',
    splits: ['coupe le paragraphe en deux', 'coupent le paragraphe en deux'],
    joins: ['réunit le paragraphe et le suivant', 'réunissent le paragraphe et le suivant'],
  },
  en: {
    adds: ['adds', 'add'],
    after: ' after it:',
    takes: ['removes', 'remove'],
    replaces: ['replaces', 'replace'],
    by: 'with',
    moves: ['moves', 'move'],
    before: (block: number) => `before ¶ ${block}`,
    inside: (block: number) => `to another place in ¶ ${block}`,
    becoming: 'and makes it',
    renumbers: ['renumbers', 'renumber'],
    as: 'as',
    splits: ['cuts the paragraph in two', 'cut the paragraph in two'],
    joins: ['joins the paragraph and the next', 'join the paragraph and the next'],
  },
} as const
