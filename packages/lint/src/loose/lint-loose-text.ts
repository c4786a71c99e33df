import {
  buildProgramme,
  type Document,
  FILE_START,
  type Finding,
  frenchLocale,
  readManifest,
} from '@cahier/core'
import { byPlace } from '../by-place.ts'
import { checkNodes } from '../check-nodes.ts'
import { remarkIfFixable } from '../levels.ts'
import { lintText, reporter } from '../lint-text.ts'
import { PassageMemory } from '../passage-memory.ts'
import { isOnText, type Rule, type RuleContext } from '../rule.ts'
import { rules } from '../rules/index.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { SWITCH_RULE, withSwitches } from '../switches.ts'
import { looseLanguage } from './read-loose-text.ts'
import type { Surroundings } from './surroundings.ts'

/** What is looked for in a loose text, and what stands around it. */
export interface LooseScope {
  /** The only rule that speaks; all when left out or `''`. */
  readonly rule?: string
  readonly surroundings?: Surroundings | undefined
}

/**
 * What is to be said of a Markdown text that is part of no programme: rules on the text alone, and
 * those on Markdown itself that ask nothing of a programme. Findings have the rules' own levels,
 * and stand in the order of the text. Links to other files are followed where the surroundings are
 * known.
 */
export function lintLooseText(
  document: Document,
  { rule = '', surroundings }: LooseScope = {},
): readonly Finding[] {
  const isComplete = rule === '' || rule === SWITCH_RULE
  const active = isComplete ? looseRules : looseRules.filter(({ id }) => id === rule)
  const found = [
    ...lintText(document, looseSettings(document), active, isComplete ? passages : undefined),
    ...ruleByRule(document, active, surroundings),
    ...allHtmlFindings(document),
  ]
  const said = withSwitches(document, found, rules, isComplete)
  return said
    .filter((finding) => rule === '' || finding.rule === rule)
    .map(remarkIfFixable)
    .sort(byPlace)
}

// Silence would be taken for praise.
function allHtmlFindings({ body, path }: Document): readonly Finding[] {
  const blocks = body?.tree.children ?? []
  const isAll = blocks.every(({ type }) => type === 'html' || type === 'definition')
  if (!isAll || !blocks.some((one) => one.type === 'html' && WORDS.test(one.value))) return []
  return [
    {
      rule: 'structure/folder',
      severity: 'info',
      message: 'onlyHtml',
      data: {},
      path,
      place: FILE_START,
    },
  ]
}

// Words between two tags.
const WORDS = />[^<>]*\p{L}[^<>]*</u

// What all of them found in the passages of other texts.
const passages = new PassageMemory()

/** The rules that speak of loose texts. */
export const looseRules: readonly Rule[] = rules.filter(
  (rule) => isOnText(rule) || rule.loose !== undefined,
)

/**
 * How a loose text is to be written: as the default manifest says, in its own language and as its
 * country does.
 */
function looseSettings(document: Document): Settings {
  const language = looseLanguage(document)
  const settings = settingsIn.get(language) ?? {
    ...DEFAULTS,
    language,
    locale: frenchLocale(language),
  }
  // A text may call its language what it wants.
  if (settingsIn.size >= MOST_LANGUAGES) settingsIn.clear()
  settingsIn.set(language, settings)
  return settings
}

// The same value for all texts in one language, so that what was found with it can be kept.
const settingsIn = new Map<string, Settings>()
const MOST_LANGUAGES = 20

const DEFAULTS: Settings = { ...settingsOf(readManifest(null)), isLoose: true }
const NO_PROGRAMME = buildProgramme({ sources: [], assets: [], findings: [] })

function ruleByRule(
  document: Document,
  active: readonly Rule[],
  surroundings: Surroundings | undefined,
): readonly Finding[] {
  const found: Finding[] = []
  for (const rule of active.filter(({ loose }) => loose !== undefined)) {
    const report = reporter(rule, document.path, found)
    const context: RuleContext = {
      programme: NO_PROGRAMME,
      document,
      day: '',
      ...(surroundings && { surroundings }),
      report,
    }
    rule.document?.(context)
    if (rule.nodes !== undefined && document.body !== null)
      checkNodes(document.body.tree, [{ rule, context }])
  }
  return found
}
