import type { Severity } from './finding.ts'

/** `programme.yaml`, with every default filled in. */
export interface Manifest {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** IANA time zone: a day ends when it ends there. */
  readonly timezone: string
  readonly axes: readonly string[]
  readonly impacts: readonly Term[]
  readonly horizons: readonly Term[]
  readonly scales: readonly Term[]
  readonly actions: readonly Term[]
  readonly addressees: readonly Term[]
  readonly sections: readonly SectionTerm[]
  readonly amendmentSections: { readonly reasons: string; readonly text: string }
  readonly decision: DecisionPolicy
  /** Levels set per rule. */
  readonly lint: Readonly<Record<string, Severity | 'off'>>
  /** Levels set for some files; the last entry that names a rule for a file counts. */
  readonly lintPaths: readonly PathLevels[]
  readonly lintOptions: LintOptions
  readonly publication: Publication
}

/** Levels of rules below some paths: files, or folders with all that is in them. */
export interface PathLevels {
  readonly paths: readonly string[]
  readonly levels: Readonly<Record<string, Severity | 'off'>>
}

/** How texts are to be written. */
export interface LintOptions {
  readonly locale: 'fr-FR' | 'fr-BE' | 'fr-CH' | 'fr-CA'
  /** What is wanted before `; ! ?`: U+202F, U+00A0, or any of the two. */
  readonly punctuationSpace: 'narrow' | 'no-break' | 'either'
  readonly inclusive: {
    readonly profile: 'consistent' | 'median-dot' | 'doublets' | 'none'
    readonly plural: 'keep' | 'double' | 'single'
  }
  /** In how many years a fact grows old. */
  readonly maxAge: { readonly legalFact: number; readonly source: number }
  /** Words that the dictionary lacks, as they are written. */
  readonly words: readonly string[]
  /** Acronyms that everybody knows: they need not be spelt out. */
  readonly acronyms: readonly string[]
}

/** One value of a controlled vocabulary. */
export interface Term {
  readonly id: string
  readonly title: string
}

export interface SectionTerm extends Term {
  readonly required: boolean
  readonly normative: boolean
}

export interface DecisionPolicy {
  readonly default: DecisionRule
  /** Rules by axis. */
  readonly rules: Readonly<Record<string, DecisionRule>>
  readonly signatures: 'optional' | 'required'
  readonly rulings: readonly RulingKind[]
  readonly facilitators: readonly string[]
}

export type RulingKind = 'inadmissible' | 'overruled' | 'recused'

/** A share written `num/den`, of a base the rule names: at least, or strictly more than. */
export type Threshold = { readonly 'at-least': string } | { readonly 'more-than': string }

/**
 * A decision rule as data, as written in the manifest and frozen in a round. Which parameters a
 * method has, and which of them it must be given, the schema says (`definitions.schema.json`,
 * `rule`): where a file does not fit it, no rule of its is ever applied.
 */
export interface DecisionRule {
  readonly method: 'consent' | 'consensus-minus' | 'majority' | 'lazy' | 'rough' | 'double-majority'
  readonly quorum?: Threshold
  readonly 'minimum-consents'?: number
  readonly silence?: 'absent' | 'consent'
  /** Whether a round may close before its last day, once nothing left can change its result. */
  readonly 'early-close'?: boolean
  /** Consensus minus n: how many objections do not block. */
  readonly n?: number
  /** Majority: a share, written as that of a `Threshold`, and the base it is of. */
  readonly 'at-least'?: string
  readonly 'more-than'?: string
  readonly of?: 'expressed' | 'cast' | 'present' | 'members'
  /** Lazy consensus: whole days to object, and the rule that decides when somebody does. */
  readonly days?: number
  readonly otherwise?: DecisionRule
  /**
   * Rough consensus: who must have answered before the final period, how long that lasts in whole
   * days, and what a new objection does to it.
   */
  readonly answered?: Threshold
  readonly 'missing-at-most'?: number
  readonly 'final-period'?: number
  readonly 'new-concern'?: 'restart' | 'hold'
  /**
   * Double majority: the shares of members and of weight, and how many members it takes to block
   * when the second is reached.
   */
  readonly members?: Threshold
  readonly weight?: Threshold
  readonly 'blocking-minority'?: number
}

export interface Publication {
  readonly identifier: string
  /** `''` when the workspace's version is the edition. */
  readonly edition: string
  /** The edition's day; `''` when not set. */
  readonly date: string
  readonly publisher: string
  readonly licence: string
  readonly contact: string
  readonly cover: string
}

/** A key of a proposal whose values are those of one vocabulary of the programme. */
export type AskedKey = 'horizon' | 'scale' | 'action' | 'impacts' | 'requests'

/**
 * The keys that a proposal must have before a round opens, in the order of a head: those whose
 * vocabulary the programme has.
 */
export function askedKeys({
  horizons,
  scales,
  actions,
  impacts,
  addressees,
}: Manifest): readonly AskedKey[] {
  const vocabularies = {
    horizon: horizons,
    scale: scales,
    action: actions,
    impacts,
    requests: addressees,
  }
  return (Object.keys(vocabularies) as AskedKey[]).filter((key) => vocabularies[key].length > 0)
}

/**
 * The title of what has this id, among terms, axes or proposals; the id itself where nothing has.
 */
export function titleOf(
  titled: readonly { readonly id: string; readonly title: string }[],
  id: string,
): string {
  return titled.find((one) => one.id === id)?.title ?? id
}
