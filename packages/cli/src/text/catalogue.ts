import { consensusMessages } from '@cahier/consensus'
import type { Catalogue } from '@cahier/core'
import { lintMessages } from '@cahier/lint'

/** Every message of lint and consensus. */
export const catalogue: Catalogue = { ...lintMessages, ...consensusMessages }
