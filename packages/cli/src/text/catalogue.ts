import { consensusMessages } from '@cahier/consensus'
import { type Catalogue, coreMessages } from '@cahier/core'

/** The messages of findings from reading, planning and counting. Lint rules have their own. */
export const catalogue: Catalogue = { ...coreMessages, ...consensusMessages }
