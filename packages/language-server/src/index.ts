export { startServer } from './server.ts'
export type { Outside } from './outside.ts'
