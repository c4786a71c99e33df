import type { LintOptions, Manifest } from '@cahier/core'

/** How a text is to be written: all that rules on prose know besides the text itself. */
export interface Settings extends LintOptions {
  /** BCP 47, the text's own. */
  readonly language: string
  /** The sections of a proposal, in order. */
  readonly sections: Manifest['sections']
  /** Titles of the two sections of an amendment. */
  readonly amendmentSections: Manifest['amendmentSections']
}

export function settingsOf({ language, sections, amendmentSections, lintOptions }: Manifest): Settings {
  return { language, sections, amendmentSections, ...lintOptions }
}
