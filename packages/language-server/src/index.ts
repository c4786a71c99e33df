export { startServer } from './server/start-server.ts'
export type {
  AxisOutline,
  CollectiveOutline,
  ProgrammeOutline,
  ProposalOutline,
} from './features/outline.ts'
