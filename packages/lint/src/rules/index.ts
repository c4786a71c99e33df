import type { Rule } from '../rule.ts'
import { source } from './reference/source.ts'
import { folder } from './structure/folder.ts'
import { schema } from './structure/schema.ts'
import { yaml } from './structure/yaml.ts'

/** Every rule, in the order `cahier rules` shows them. */
export const rules: readonly Rule[] = [yaml, schema, folder, source]
