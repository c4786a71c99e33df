import { type LintOptions, type Manifest, memoize } from '@cahier/core'

/** How a text is to be written: all that rules on prose know besides the text itself. */
export interface Settings extends LintOptions {
  /** BCP 47, the text's own. */
  readonly language: string
  /** The sections of a proposal, in order. */
  readonly sections: Manifest['sections']
  /** Titles of the two sections of an amendment. */
  readonly amendmentSections: Manifest['amendmentSections']
  /** Whether the text belongs to no programme. */
  readonly isLoose: boolean
}

/**
 * The settings of a manifest: the same value each time, so that what was found with it can be kept.
 */
export const settingsOf = memoize(
  ({ language, sections, amendmentSections, lintOptions }: Manifest): Settings => ({
    language,
    sections,
    amendmentSections,
    isLoose: false,
    ...lintOptions,
  }),
)
