import { frenchLocale, languageOfTag } from '../language/language-tag.ts'
import type { Document } from '../model/document.ts'
import {
  byId,
  entriesIn,
  type Fields,
  fieldsOf,
  flagIn,
  mapsIn,
  numberIn,
  oneOf,
  textIn,
  textsIn,
} from '../model/json.ts'
import type {
  DecisionRule,
  LintOptions,
  Manifest,
  RulingKind,
  SectionTerm,
  Term,
} from '../model/manifest.ts'

/**
 * The manifest with its defaults, which are all there is when the file is missing or unreadable.
 */
export function readManifest(document: Document | null): Manifest {
  const head = fieldsOf(document?.head)
  const decision = fieldsOf(head.decision)
  const publication = fieldsOf(head.publication)
  const amendment = fieldsOf(head['amendment-sections'])
  const language = textIn(head, 'language') || 'fr'
  const isFrench = languageOfTag(language) === 'fr'
  return {
    title: textIn(head, 'title'),
    language,
    timezone: textIn(head, 'timezone') || 'Europe/Paris',
    axes: textsIn(head, 'axes'),
    impacts: mapsIn(head, 'impacts').map(termOf),
    horizons: mapsIn(head, 'horizons').map(termOf),
    scales: mapsIn(head, 'scales').map(termOf),
    actions: mapsIn(head, 'actions').map(termOf),
    addressees: mapsIn(head, 'addressees').map(termOf),
    sections: mapsIn(head, 'sections').map(sectionOf),
    amendmentSections: {
      reasons: textIn(amendment, 'reasons') || (isFrench ? 'Motifs' : 'Reasons'),
      text: textIn(amendment, 'text') || (isFrench ? 'Texte' : 'Text'),
    },
    decision: {
      default: ruleOf(fieldsOf(decision.default)),
      rules: byId(entriesIn(decision, 'rules').map(([axis, rule]) => [axis, ruleOf(rule)])),
      signatures: oneOf(decision, 'signatures', ['optional', 'required'], 'optional'),
      rulings: textsIn(decision, 'rulings').filter(isRuling),
      facilitators: textsIn(decision, 'facilitators'),
    },
    ...lintLevelsIn(head, 'lint', 'lint-paths'),
    lintOptions: lintOptionsOf(fieldsOf(head['lint-options']), language),
    publication: {
      identifier: textIn(publication, 'identifier'),
      edition: textIn(publication, 'edition'),
      date: textIn(publication, 'date'),
      publisher: textIn(publication, 'publisher'),
      licence: textIn(publication, 'licence'),
      contact: textIn(publication, 'contact'),
      cover: textIn(publication, 'cover'),
    },
  }
}

function termOf(term: Fields): Term {
  return { id: textIn(term, 'id'), title: textIn(term, 'title') || textIn(term, 'id') }
}

function sectionOf(section: Fields): SectionTerm {
  return {
    ...termOf(section),
    required: flagIn(section, 'required'),
    normative: flagIn(section, 'normative'),
  }
}

/** The levels chosen for all files under one key, and for some files under another. */
export function lintLevelsIn(
  fields: Fields,
  key: string,
  pathsKey: string,
): Pick<Manifest, 'lint' | 'lintPaths'> {
  return {
    lint: fieldsOf(fields[key]) as Manifest['lint'],
    lintPaths: mapsIn(fields, pathsKey).map((entry) => ({
      paths: textsIn(entry, 'paths'),
      levels: fieldsOf(entry.levels) as Manifest['lint'],
    })),
  }
}

/** The lint options with their defaults; the locale may depend on the language (BCP 47). */
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
      legalFact: numberIn(ages, 'legal-fact') ?? 1,
      source: numberIn(ages, 'source') ?? 10,
    },
    words: textsIn(options, 'words'),
    acronyms: textsIn(options, 'acronyms'),
  }
}

/** A decision rule; consent when it names no method. */
export function ruleOf(rule: Fields): DecisionRule {
  return {
    ...rule,
    method: oneOf(
      rule,
      'method',
      ['consent', 'consensus-minus', 'majority', 'lazy', 'rough', 'double-majority'],
      'consent',
    ),
  } as DecisionRule
}

function isRuling(ruling: string): ruling is RulingKind {
  return ruling === 'inadmissible' || ruling === 'overruled' || ruling === 'recused'
}
