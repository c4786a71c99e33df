import {
  buildProgramme,
  type Document,
  FILE_START,
  type Finding,
  type FolderSettings,
  memoize,
  readManifest,
  readSettings,
} from '@cahier/core'
import { byPlace } from '../document/documents.ts'
import { type Settings, settingsOf } from '../document/settings.ts'
import type { Surroundings } from '../document/surroundings.ts'
import { chosenLevels } from '../engine/levels.ts'
import { contextOf, lintText, reporter } from '../engine/lint-text.ts'
import { reportRuleNames } from '../engine/report-lint-settings.ts'
import { isOnText, type Rule, selectionOf } from '../engine/rule.ts'
import { SWITCH_RULE, withSwitches } from '../engine/switches.ts'
import { rules } from '../rules/index.ts'
import { level } from '../rules/linting/level.ts'
import { looseLanguage } from './read-loose-text.ts'

/** Options of `lintLooseText`. */
export interface LooseScope {
  /** Selected rules or families, separated by commas; all when left out or `''`. */
  readonly rule?: string
  /** The settings of `.cahier.yaml`. Paths of texts are relative to its folder. */
  readonly settings?: FolderSettings | undefined
  readonly surroundings?: Surroundings | undefined
}

/**
 * Findings on a Markdown text outside a programme, in text order. Links to files are checked only
 * when `surroundings` is given.
 */
export function lintLooseText(
  document: Document,
  { rule = '', surroundings, settings = NO_SETTINGS }: LooseScope = {},
): readonly Finding[] {
  const isAsked = selectionOf(rule)
  if (document.kind === 'settings')
    return settingsFindings(document).filter((one) => isAsked(one.rule))
  const isComplete = isAsked(SWITCH_RULE)
  const active = isComplete ? looseRules : looseRules.filter(({ id }) => isAsked(id))
  const own = textSettings(document, settings)
  const found = [
    ...lintText(document, own, active),
    ...looseFindings(document, own, active, surroundings),
    ...allHtmlFindings(document),
  ]
  const said = withSwitches(document, found, isComplete)
  const levelFor = chosenLevels(settings)
  return said
    .filter((finding) => isAsked(finding.rule))
    .flatMap((finding) => {
      const severity = levelFor(finding)
      return severity === 'off' ? [] : [{ ...finding, severity }]
    })
    .sort(byPlace)
}

function settingsFindings(document: Document): readonly Finding[] {
  const found = [...document.findings]
  reportRuleNames(document, reporter(level, document, found))
  return found.sort(byPlace)
}

// A note for a text with only HTML, which rules do not read: an empty report would look like
// approval.
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

const WORDS = />[^<>]*\p{L}[^<>]*</u

/** The rules that check texts outside a programme. */
export const looseRules: readonly Rule[] = rules.filter(
  (rule) => isOnText(rule) || rule.loose !== undefined,
)

function textSettings(document: Document, folder: FolderSettings): Settings {
  const language = looseLanguage(document)
  const known = settingsIn(folder)
  const settings = known.get(language) ?? { ...DEFAULTS, language, ...folder.optionsIn(language) }
  known.set(language, settings)
  return settings
}

// Always the same object for a folder and a language: caches use it as a key.
const settingsIn = memoize((_folder: FolderSettings) => new Map<string, Settings>())

const NO_SETTINGS = readSettings(null)
const DEFAULTS: Settings = { ...settingsOf(readManifest(null)), isLoose: true }
const NO_PROGRAMME = buildProgramme({ sources: [], assets: [], findings: [] })

function looseFindings(
  document: Document,
  settings: Settings,
  active: readonly Rule[],
  surroundings: Surroundings | undefined,
): readonly Finding[] {
  const found: Finding[] = []
  for (const rule of active.filter(({ loose }) => loose !== undefined))
    rule.document?.({
      ...contextOf(rule, document, settings, found),
      programme: NO_PROGRAMME,
      day: '',
      ...(surroundings && { surroundings }),
    })
  return found
}
