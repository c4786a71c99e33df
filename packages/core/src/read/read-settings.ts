import type { Document } from '../model/document.ts'
import { fieldsOf, textListField } from '../model/json.ts'
import type { LintOptions, Manifest } from '../model/manifest.ts'
import { lintLevelsIn, lintOptionsOf } from './read-manifest.ts'

/** The settings file of a Markdown folder without `programme.yaml`. */
export const SETTINGS_FILE = '.cahier.yaml'

/** The settings in `.cahier.yaml`. Paths are relative to the folder of this file. */
export interface FolderSettings extends Pick<Manifest, 'lint' | 'lintPaths'> {
  /** Files and folders that are never linted. */
  readonly ignored: readonly string[]
  /** The options for texts in a language (BCP 47). */
  readonly optionsIn: (language: string) => LintOptions
}

/** The settings of a folder; defaults when the file is missing or unreadable. */
export function readSettings(document: Document | null): FolderSettings {
  const lint = fieldsOf(fieldsOf(document?.head).lint)
  return {
    ...lintLevelsIn(lint, 'levels', 'paths'),
    ignored: textListField(lint, 'ignored'),
    optionsIn: (language) => lintOptionsOf(fieldsOf(lint.options), language),
  }
}
