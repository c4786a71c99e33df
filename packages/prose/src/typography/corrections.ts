import { OBJECT } from '../passages/protected-stretches.ts'
import { type SignKinds, signKindsIn } from '../passages/sign-kinds.ts'
import { spliced } from '../span.ts'
import type { Change, Correction } from './change.ts'
import { composedChanges, namedCorrection } from './composed-changes.ts'
import type { FrenchSpacing } from './spaces.ts'
import { TYPOGRAPHIC_RULES, type TypographicRule } from './typographic-rules.ts'

export interface Setting {
  readonly language: string
  readonly house: FrenchSpacing
  /** True when only signs and spaces may change, not words. */
  readonly keepsWords: boolean
}

/**
 * The typographic corrections of a text, in order and without overlap; once applied, nothing is
 * left to correct. An `OBJECT` (protected text) or a line end never changes.
 */
export function corrections(
  text: string,
  { language, house, keepsWords }: Setting,
  { seen }: SignKinds = signKindsIn(text),
): readonly Correction[] {
  const { rules, among } = rulesFor(language, keepsWords)
  if ((seen & among) === 0) return NONE
  let made: readonly Correction[] = NONE
  let current = text
  let currentSeen = seen
  for (let round = 0, before = ''; round < MOST_ROUNDS && before !== current; round++) {
    before = current
    for (const rule of rules) {
      if ((currentSeen & rule.among) === 0 || rule.hint?.test(current) === false) continue
      const found = allowed(current, rule.find(current, house))
      const changes = rule.changesWords ? found.filter((change) => !isData(current, change)) : found
      if (changes.length === 0) continue
      made = composedChanges(
        text,
        made,
        changes.map((change) => namedCorrection(change, rule.name)),
      )
      current = spliced(text, made)
      currentSeen = signKindsIn(current).seen
    }
  }
  return made
}

const NONE: readonly Correction[] = []

interface LanguageRules {
  readonly rules: readonly TypographicRule[]
  /** The bits of `SIGN_KINDS` of all rules. */
  readonly among: number
}

function rulesFor(language: string, keepsWords: boolean) {
  const rules = keepsWords ? KEEPING_WORDS : ALL
  return rules.get(language.slice(0, 2)) ?? (rules.get('') as LanguageRules)
}

// The rules of each language; `''` for all other languages.
function byLanguage(rules: readonly TypographicRule[]) {
  const languages = new Set(['', ...TYPOGRAPHIC_RULES.flatMap(({ languages = [] }) => languages)])
  return new Map(
    [...languages].map((spoken) => {
      const own = rules.filter(({ languages }) => languages?.includes(spoken) ?? true)
      return [spoken, { rules: own, among: own.reduce((all, { among }) => all | among, 0) }]
    }),
  )
}

const ALL = byLanguage(TYPOGRAPHIC_RULES)
const KEEPING_WORDS = byLanguage(TYPOGRAPHIC_RULES.filter(({ changesWords }) => !changesWords))

// A rule may need a later rule: `"oui"?` gets a space once its quotes are guillemets.
const MOST_ROUNDS = 4

// True in words between straight apostrophes, or in a name: « la classe Noeud ».
function isData(text: string, { start, end }: Change) {
  const before = BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? ''
  const after = AFTER.exec(text.slice(end, end + 40))?.[0] ?? ''
  return (
    (before.startsWith("'") && after.endsWith("'")) ||
    NAMED.test(text.slice(Math.max(0, start - 40), end))
  )
}

const BEFORE = /(?:(?<![\p{L}\d])')?[\p{L}\d_-]*$/u
const AFTER = /^[\p{L}\d_-]*(?:'(?![\p{L}\d]))?/u
const NAMED =
  /(?<!\p{L})(?:classes?|interfaces?|enums?|structs?|objets?|types?|tables?) \p{Lu}\p{L}*$/u

// Drops the changes of an `OBJECT` or line end, and the other changes of their pairs.
function allowed(text: string, changes: readonly Change[]): readonly Change[] {
  const touches = ({ start, end }: Change) => {
    for (let at = start; at < end; at++) if (text[at] === OBJECT || text[at] === '\n') return true
    return false
  }
  const left = changes.filter(touches)
  if (left.length === 0) return changes
  return changes.filter(
    (change) =>
      !touches(change) && !left.some(({ pair }) => pair !== undefined && pair === change.pair),
  )
}
