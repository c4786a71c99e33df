import type { FindingsMemory } from '@cahier/language-server'
import { settingsOf } from '@cahier/lint'
import { inputsOf, inputsOfText } from './lint-folder.ts'
import { NO_MEMORY } from './lint-memory.ts'
import { openMemory } from './open-memory.ts'

/** What `cahier lint` remembers of a programme, for an editor: what either has found, the other need not look for. */
export function editorMemory(root: string): FindingsMemory {
  let memory = NO_MEMORY
  return {
    recall(programme, sources, day) {
      memory = openMemory({ values: {} }, root, sources)
      return memory.recallRun(inputsOf(programme, { day }, sources))
    },
    recallText: (document, settings) => memory.recallText(inputsOfText(document, settings)),
    keep(programme, sources, day, findings, ofText) {
      const settings = settingsOf(programme.manifest)
      for (const document of programme.documents) memory.ofText(inputsOfText(document, settings), () => ofText(document))
      memory.ofRun(inputsOf(programme, { day }, sources), () => findings)
    },
  }
}
