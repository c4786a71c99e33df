import type { LintOptions, Manifest } from '@cahier/core'

/** How a text is to be written: all that rules on prose know besides the text itself. */
export interface Settings extends LintOptions {
  /** BCP 47, the text's own. */
  readonly language: string
  /** Titles of the two sections of an amendment. */
  readonly amendmentSections: Manifest['amendmentSections']
}

export function settingsOf({ language, amendmentSections, lintOptions }: Manifest): Settings {
  return { language, amendmentSections, ...lintOptions }
}
