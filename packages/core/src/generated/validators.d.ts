import type { Kind } from '../document.ts'

/** One schema node as the errors carry it: what the sentences need of it. */
export interface SchemaNode {
  readonly title?: string
  readonly description?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly 'x-aliases'?: Readonly<Record<string, string>>
  readonly 'x-value-aliases'?: Readonly<Record<string, string>>
}

export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
  readonly parentSchema: SchemaNode
  readonly schema: unknown
}

export interface Validator {
  (value: unknown): boolean
  errors: readonly SchemaError[] | null
}

declare const validators: Readonly<Record<Exclude<Kind, 'page'>, Validator>>
export default validators
