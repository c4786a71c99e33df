import { consensusMessages } from '@cahier/consensus'
import { type Catalogue, coreMessages } from '@cahier/core'

/** The messages of findings made by reading files, planning and counting; not those of lint rules. */
export const catalogue: Catalogue = { ...coreMessages, ...consensusMessages }
