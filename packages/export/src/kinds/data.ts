import type { Kind } from './kind.ts'

/** Everything that was selected, for those who republish it. */
export const data: Kind = { kind: 'data', formats: ['json', 'csv'], shape: (edition) => edition }
