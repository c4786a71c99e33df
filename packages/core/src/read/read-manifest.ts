import { frenchLocale, languageOfTag } from '../language/language-tag.ts'
import type { Document } from '../model/document.ts'
import {
  byId,
  entriesField,
  type Fields,
  fieldsOf,
  flagField,
  mapsField,
  numberField,
  oneOf,
  textField,
  textFields,
  textListField,
} from '../model/json.ts'
import {
  type DecisionRule,
  type LintOptions,
  type Manifest,
  METHODS,
  RULINGS,
  type SectionTerm,
  type Term,
} from '../model/manifest.ts'

/** The settings in the manifest, `programme.yaml`; defaults when it is missing or unreadable. */
export function readManifest(document: Document | null): Manifest {
  const head = fieldsOf(document?.head)
  const decision = fieldsOf(head.decision)
  const amendment = fieldsOf(head['amendment-sections'])
  const rulings = textListField(decision, 'rulings')
  const language = textField(head, 'language') || 'fr'
  const terms = (key: string) => mapsField(head, key).map(termOf)
  const isFrench = languageOfTag(language) === 'fr'
  return {
    title: textField(head, 'title'),
    language,
    timezone: textField(head, 'timezone') || 'Europe/Paris',
    axes: textListField(head, 'axes'),
    impacts: terms('impacts'),
    horizons: terms('horizons'),
    scales: terms('scales'),
    actions: terms('actions'),
    addressees: terms('addressees'),
    sections: mapsField(head, 'sections').map(sectionOf),
    amendmentSections: {
      reasons: textField(amendment, 'reasons') || (isFrench ? 'Motifs' : 'Reasons'),
      text: textField(amendment, 'text') || (isFrench ? 'Texte' : 'Text'),
    },
    decision: {
      default: ruleOf(fieldsOf(decision.default)),
      rules: byId(entriesField(decision, 'rules').map(([axis, rule]) => [axis, ruleOf(rule)])),
      signatures: oneOf(decision, 'signatures', ['optional', 'required'], 'optional'),
      rulings: RULINGS.filter((ruling) => rulings.includes(ruling)),
      facilitators: textListField(decision, 'facilitators'),
    },
    ...lintLevelsIn(head, 'lint', 'lint-paths'),
    lintOptions: lintOptionsOf(fieldsOf(head['lint-options']), language),
    publication: textFields(
      fieldsOf(head.publication),
      'identifier',
      'edition',
      'date',
      'publisher',
      'licence',
      'contact',
      'cover',
    ),
  }
}

function termOf(term: Fields): Term {
  return { id: textField(term, 'id'), title: textField(term, 'title') || textField(term, 'id') }
}

function sectionOf(section: Fields): SectionTerm {
  return {
    ...termOf(section),
    required: flagField(section, 'required'),
    normative: flagField(section, 'normative'),
  }
}

/**
 * The levels of lint rules: the field `key` has those for all files, the field `pathsKey` those for
 * some paths.
 */
export function lintLevelsIn(
  fields: Fields,
  key: string,
  pathsKey: string,
): Pick<Manifest, 'lint' | 'lintPaths'> {
  return {
    lint: fieldsOf(fields[key]) as Manifest['lint'],
    lintPaths: mapsField(fields, pathsKey).map((entry) => ({
      paths: textListField(entry, 'paths'),
      levels: fieldsOf(entry.levels) as Manifest['lint'],
    })),
  }
}

/** The lint options with their defaults. The default locale depends on the language (BCP 47). */
export function lintOptionsOf(options: Fields, language: string): LintOptions {
  const inclusive = fieldsOf(options.inclusive)
  const ages = fieldsOf(options['max-age'])
  return {
    locale: oneOf(options, 'locale', ['fr-FR', 'fr-BE', 'fr-CH', 'fr-CA'], frenchLocale(language)),
    punctuationSpace: oneOf(
      options,
      'punctuation-space',
      ['narrow', 'no-break', 'either'],
      'narrow',
    ),
    inclusive: {
      profile: oneOf(
        inclusive,
        'profile',
        ['consistent', 'median-dot', 'doublets', 'none'],
        'consistent',
      ),
      plural: oneOf(inclusive, 'plural', ['keep', 'double', 'single'], 'keep'),
    },
    maxAge: {
      legalFact: numberField(ages, 'legal-fact') ?? 1,
      source: numberField(ages, 'source') ?? 10,
    },
    words: textListField(options, 'words'),
    acronyms: textListField(options, 'acronyms'),
  }
}

/** A decision rule. Its method is consent when it names none. */
export function ruleOf(rule: Fields): DecisionRule {
  return {
    ...rule,
    method: oneOf(rule, 'method', METHODS, 'consent'),
  } as DecisionRule
}
