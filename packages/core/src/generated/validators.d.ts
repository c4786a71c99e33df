import type { Json } from '../model/json.ts'

/** One schema node as the errors carry it: what the sentences need of it. */
export interface SchemaNode {
  readonly title?: string
  readonly description?: string
  readonly $ref?: string
  readonly format?: string
  readonly pattern?: string
  readonly examples?: readonly Json[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly 'x-aliases'?: Readonly<Record<string, string>>
  readonly 'x-value-aliases'?: Readonly<Record<string, string>>
}

export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly parentSchema: SchemaNode
  readonly schema: unknown
}

export interface Validator {
  (value: unknown): boolean
  errors: readonly SchemaError[] | null
}

export const manifest: Validator
export const axis: Validator
export const proposal: Validator
export const amendment: Validator
export const collective: Validator
export const positions: Validator
export const ballot: Validator
export const decisions: Validator
export const question: Validator
export const sources: Validator
export const transmission: Validator
export const edition: Validator
export const bundle: Validator
