import { type LintOptions, type Manifest, memoize } from '@cahier/core'

/** The settings that rules on prose use besides the text. */
export interface Settings extends LintOptions {
  readonly language: string
  readonly sections: Manifest['sections']
  readonly amendmentSections: Manifest['amendmentSections']
  /** Whether the text is outside a programme. */
  readonly isLoose: boolean
}

/** The settings of a manifest; the same object each time, since it is a cache key. */
export const settingsOf = memoize(
  ({ language, sections, amendmentSections, lintOptions }: Manifest): Settings => ({
    language,
    sections,
    amendmentSections,
    isLoose: false,
    ...lintOptions,
  }),
)
