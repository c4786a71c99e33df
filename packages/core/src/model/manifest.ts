import type { Severity } from './finding.ts'

/** `programme.yaml`, the settings of a programme, with every default filled in. */
export interface Manifest {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** IANA time zone, in which days begin and end. */
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
  readonly lint: Readonly<Record<string, Severity | 'off'>>
  /**
   * Levels of rules for some files. When two entries give a level to one rule for one file, the
   * last entry holds.
   */
  readonly lintPaths: readonly {
    readonly paths: readonly string[]
    readonly levels: Manifest['lint']
  }[]
  readonly lintOptions: LintOptions
  readonly publication: Publication
}

export interface LintOptions {
  readonly locale: 'fr-FR' | 'fr-BE' | 'fr-CH' | 'fr-CA'
  /** The space before `; ! ?`: U+202F, U+00A0, or either. */
  readonly punctuationSpace: 'narrow' | 'no-break' | 'either'
  readonly inclusive: {
    readonly profile: 'consistent' | 'median-dot' | 'doublets' | 'none'
    readonly plural: 'keep' | 'double' | 'single'
  }
  /** The number of years after which a legal fact or a source is old. */
  readonly maxAge: { readonly legalFact: number; readonly source: number }
  /** Words that the spelling rule accepts. */
  readonly words: readonly string[]
  /** Acronyms that need not be spelt out. */
  readonly acronyms: readonly string[]
}

/** A term of one of the manifest's vocabularies. */
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
  /** The rules of axes that have their own rule, by axis id. */
  readonly rules: Readonly<Record<string, DecisionRule>>
  readonly signatures: 'optional' | 'required'
  readonly rulings: readonly RulingKind[]
  readonly facilitators: readonly string[]
}

export const RULINGS = ['inadmissible', 'overruled', 'recused'] as const

export type RulingKind = (typeof RULINGS)[number]

/** A ratio to reach (`at-least`) or to exceed, such as `2/3`. */
export type Threshold = { readonly 'at-least': string } | { readonly 'more-than': string }

export const METHODS = [
  'consent',
  'consensus-minus',
  'majority',
  'lazy',
  'rough',
  'double-majority',
] as const

export type MethodName = (typeof METHODS)[number]

/** A decision rule, from the manifest or a round (vote). Its parameters depend on the method. */
export interface DecisionRule {
  readonly method: MethodName
  readonly quorum?: Threshold
  readonly 'minimum-consents'?: number
  /** How members without a stance count. */
  readonly silence?: 'absent' | 'consent'
  /** Whether a round closes early, once no stance can change its result. */
  readonly 'early-close'?: boolean
  /** Consensus minus n: how many objections do not block. */
  readonly n?: number
  /** Majority: a ratio to reach, or one to exceed, and its base. */
  readonly 'at-least'?: string
  readonly 'more-than'?: string
  readonly of?: 'expressed' | 'cast' | 'present' | 'members'
  /** Lazy consensus: the days to object, and the fallback rule. */
  readonly days?: number
  readonly otherwise?: DecisionRule
  /**
   * Rough consensus: `answered` and `missing-at-most` must hold before the final period, counted in
   * days. `new-concern` is the effect of a new objection in this period.
   */
  readonly answered?: Threshold
  readonly 'missing-at-most'?: number
  readonly 'final-period'?: number
  readonly 'new-concern'?: 'restart' | 'hold'
  /** Double majority: ratios of members and of weight; the number of members that can block. */
  readonly members?: Threshold
  readonly weight?: Threshold
  readonly 'blocking-minority'?: number
}

export interface Publication {
  readonly identifier: string
  /** Empty when the edition is the version in `package.json`. */
  readonly edition: string
  readonly date: string
  readonly publisher: string
  readonly licence: string
  readonly contact: string
  readonly cover: string
}

/** A key of a proposal whose values are terms of the manifest. */
export type RequiredField = 'horizon' | 'scale' | 'action' | 'impacts' | 'requests'

/** The keys that a proposal needs before a round opens: those whose vocabulary is not empty. */
export function requiredFields({
  horizons,
  scales,
  actions,
  impacts,
  addressees,
}: Manifest): readonly RequiredField[] {
  const vocabularies = {
    horizon: horizons,
    scale: scales,
    action: actions,
    impacts,
    requests: addressees,
  }
  return (Object.keys(vocabularies) as RequiredField[]).filter(
    (key) => vocabularies[key].length > 0,
  )
}

/** The title of the term, axis or proposal with this id; the id itself when there is none. */
export function titleOf(
  titled: readonly { readonly id: string; readonly title: string }[],
  id: string,
): string {
  return titled.find((one) => one.id === id)?.title ?? id
}
