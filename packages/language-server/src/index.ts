export { startServer } from './server.ts'
export type { Outside } from './outside.ts'
export { OUTLINE, PREVIEW } from './server.ts'
export type { AxisOutline, Named, ProgrammeOutline, ProposalOutline } from './features/outline.ts'
