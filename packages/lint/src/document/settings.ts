import { type LintOptions, type Manifest, memoize } from '@cahier/core'

/** The settings that prose rules need, for a programme or for a folder outside one. */
export interface Settings extends LintOptions {
  readonly language: string
  readonly sections: Manifest['sections']
  readonly amendmentSections: Manifest['amendmentSections']
  /** Whether the text is outside a programme. */
  readonly isLoose: boolean
}

/**
 * The settings in a manifest. A manifest always gives the same object, since caches use it as a
 * key.
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
