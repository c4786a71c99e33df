import { OBJECT } from '../passage/passage.ts'
import type { Change } from './change.ts'
import { composedChanges, named } from './composed-changes.ts'
import type { FrenchHouse } from './french-house.ts'
import { TYPOGRAPHIC_RULES, type TypographicName, type TypographicRule } from './typographic-rules.ts'

/** One change of a text, and what it is about. */
export interface Correction extends Change {
  readonly name: TypographicName
}

/** How a text is set. */
export interface Setting {
  /** BCP 47. */
  readonly language: string
  readonly house: FrenchHouse
  /** Only signs and spaces: no word is written otherwise. */
  readonly keepsWords: boolean
}

/**
 * What typography would change in a text, in order and apart from each other; done all together, nothing is left to change. What is no prose
 * stands as `OBJECT` in the text and is never touched, and neither is a line end.
 */
export function corrections(text: string, { language, house, keepsWords }: Setting): readonly Correction[] {
  const rules = rulesFor(language, keepsWords)
  let made: readonly Correction[] = []
  let current = text
  for (let round = 0, before = ''; round < ROUNDS && before !== current; round++) {
    before = current
    for (const { name, find, hint } of rules) {
      if (!hint.test(current)) continue
      const changes = whole(current, find(current, house))
      if (changes.length === 0) continue
      made = composedChanges(
        text,
        made,
        changes.map((change) => named(change, name)),
      )
      current = applied(text, made)
    }
  }
  return made
}

function rulesFor(language: string, keepsWords: boolean): readonly TypographicRule[] {
  const byLanguage = keepsWords ? rulesThatKeepWords : allRules
  const known = byLanguage.get(language)
  if (known !== undefined) return known
  const spoken = language.slice(0, 2)
  const found = TYPOGRAPHIC_RULES.filter(
    ({ languages, changesWords }) => (languages?.includes(spoken) ?? true) && !(keepsWords && changesWords),
  )
  // A head may hold anything as its language: what is kept must not grow for ever.
  if (byLanguage.size >= MOST_LANGUAGES) byLanguage.clear()
  byLanguage.set(language, found)
  return found
}

const MOST_LANGUAGES = 20
const allRules = new Map<string, readonly TypographicRule[]>()
const rulesThatKeepWords = new Map<string, readonly TypographicRule[]>()

// A rule may make room for one before it: `"oui"?` has a mark to set apart only once its quotes are guillemets.
const ROUNDS = 4

/** A text after some changes, in order and apart from each other. */
export function applied(text: string, changes: readonly Change[]): string {
  let done = ''
  let from = 0
  for (const change of changes) {
    done += text.slice(from, change.start) + change.text
    from = change.end
  }
  return done + text.slice(from)
}

// Without those that would touch an object or a line end, and their pairs.
function whole(text: string, changes: readonly Change[]): readonly Change[] {
  const touches = ({ start, end }: Change) => {
    for (let at = start; at < end; at++) if (text[at] === OBJECT || text[at] === '\n') return true
    return false
  }
  const left = changes.filter(touches)
  if (left.length === 0) return changes
  return changes.filter((change) => !touches(change) && !left.some(({ pair }) => pair !== undefined && pair === change.pair))
}
