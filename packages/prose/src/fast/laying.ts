// What that thread needs: nothing else of the package is loaded there.
export { splitHead } from '../split-head.ts'
export { layAhead } from './lay-ahead.ts'
export { type Engine, startEngine } from './start-engine.ts'
