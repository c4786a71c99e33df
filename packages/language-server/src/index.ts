export { startServer } from './start-server.ts'
export type { Outside } from './outside.ts'
export type { AxisOutline, ProgrammeOutline, ProposalOutline } from './features/outline.ts'
