export { startServer } from './start-server.ts'
export type { Outside } from './outside.ts'
export type {
  AxisOutline,
  CollectiveOutline,
  ProgrammeOutline,
  ProposalOutline,
} from './features/outline.ts'
