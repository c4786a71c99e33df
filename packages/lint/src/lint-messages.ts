import type { Catalogue } from '@cahier/core'
import { rules } from './rules/index.ts'

/** The sentences of every rule, core's included. */
export const lintMessages: Catalogue = Object.fromEntries(
  rules.map(({ id, messages }) => [id, messages]),
)
