import { CONFLICT_RULE, conflictMessages } from './conflict-marks.ts'
import { FOLDER_RULE, folderMessages } from './folder-messages.ts'
import type { Catalogue } from './message.ts'
import { schemaMessages } from './schema-messages.ts'
import { SCHEMA_RULE } from './schema-rule.ts'
import { YAML_RULE, yamlMessages } from './yaml/yaml-messages.ts'

/** The sentences of what the reading itself finds. */
export const coreMessages: Catalogue = {
  [FOLDER_RULE]: folderMessages,
  [CONFLICT_RULE]: conflictMessages,
  [YAML_RULE]: yamlMessages,
  [SCHEMA_RULE]: schemaMessages,
}
