import { consensusMessages } from '@cahier/consensus'
import { type Catalogue, coreMessages } from '@cahier/core'

/**
 * These messages are for findings from reading files, planning changes, counting stances and
 * checking records. Lint rules have their own.
 */
export const catalogue: Catalogue = { ...coreMessages, ...consensusMessages }
