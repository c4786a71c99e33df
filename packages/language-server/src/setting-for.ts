import { consensusMessages } from '@cahier/consensus'
import type { Language } from '@cahier/core'
import { lintMessages } from '@cahier/lint'
import type { InitializeParams } from 'vscode-languageserver'
import type { Client } from './client.ts'
import type { Desk } from './desk/desk.ts'
import type { Setting } from './here.ts'
import type { Surroundings } from './outside.ts'

/**
 * How to speak to this editor: in its language, else in the one that the command line would take.
 */
export function settingFor(
  { locale }: InitializeParams,
  desk: Desk,
  client: Client,
  outside: Surroundings,
): Setting {
  const language =
    languageOf(locale) ?? outside.language(desk.folders[0]?.programme.manifest.language ?? '')
  return {
    encoding: client.encoding,
    language,
    catalogue: { ...lintMessages, ...consensusMessages },
    pageOfRule: (rule) => outside.pageOfRule(rule, language),
    supportsVersions: client.supportsVersions,
    movesFiles: client.movesFiles,
    resolvesEdits: client.resolvesEdits,
    supportsLinks: client.supportsLinks,
  }
}

function languageOf(locale: string | undefined): Language | undefined {
  if (locale === undefined) return undefined
  // Of other languages we speak none: English is the likelier of the two to be read.
  return /^fr\b/i.test(locale) ? 'fr' : 'en'
}
