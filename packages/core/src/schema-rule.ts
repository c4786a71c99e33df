export const SCHEMA_RULE = 'structure/schema'
