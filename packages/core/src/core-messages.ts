import type { Catalogue } from './model/message.ts'
import { CONFLICT_RULE, conflictMessages } from './read/conflict-marks.ts'
import { FOLDER_RULE, folderMessages } from './read/folder-messages.ts'
import { SCHEMA_RULE, schemaMessages } from './schema/schema-messages.ts'
import { YAML_RULE, yamlMessages } from './yaml/yaml-messages.ts'

/** All messages of findings of reading. */
export const coreMessages: Catalogue = {
  [FOLDER_RULE]: folderMessages,
  [CONFLICT_RULE]: conflictMessages,
  [YAML_RULE]: yamlMessages,
  [SCHEMA_RULE]: schemaMessages,
}
