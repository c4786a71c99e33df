import { consensusMessages } from '@cahier/consensus'
import type { Catalogue } from '@cahier/core'
import { lintMessages } from '@cahier/lint'

/** Every sentence the jobs can say. */
export const catalogue: Catalogue = { ...lintMessages, ...consensusMessages }
