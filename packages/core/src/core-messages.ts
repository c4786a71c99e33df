import type { Catalogue } from './model/finding.ts'
import { CONFLICT_RULE, conflictMessages } from './read/conflict-marks.ts'
import { FOLDER_RULE, folderMessages } from './read/folder-messages.ts'
import { SCHEMA_RULE, schemaMessages } from './schema/schema-messages.ts'
import { YAML_RULE, yamlMessages } from './yaml/yaml-messages.ts'

/** The messages of all findings made when files are read, by rule. */
export const coreMessages: Catalogue = {
  [FOLDER_RULE]: folderMessages,
  [CONFLICT_RULE]: conflictMessages,
  [YAML_RULE]: yamlMessages,
  [SCHEMA_RULE]: schemaMessages,
}
