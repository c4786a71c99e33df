import type { Document, Finding, Programme, Source } from '@cahier/core'
import { type Settings, settingsOf } from '@cahier/lint'
import { inputsOf, inputsOfText } from './lint-folder.ts'
import { NO_MEMORY } from './lint-memory.ts'
import { openMemory } from './open-memory.ts'

/** What `cahier lint` remembers of a programme, as the language server asks for it: what either has found, the other need not look for. */
export function editorMemory(root: string) {
  let memory = NO_MEMORY
  return {
    recall(programme: Programme, sources: readonly Source[], day: string) {
      memory = openMemory({ values: {} }, root, sources)
      return memory.recallRun(inputsOf(programme, { day }, sources))
    },
    recallText: (document: Document, settings: Settings) => memory.ofText(inputsOfText(document, settings)).known,
    keep(
      programme: Programme,
      sources: readonly Source[],
      day: string,
      findings: readonly Finding[],
      ofText: (document: Document) => readonly Finding[],
    ) {
      const settings = settingsOf(programme.manifest)
      for (const document of programme.documents) memory.ofText(inputsOfText(document, settings)).keep(ofText(document))
      memory.keepRun(inputsOf(programme, { day }, sources), findings)
    },
  }
}
