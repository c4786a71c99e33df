// What that thread needs: nothing else of the package is loaded there.
export { bodyStartOf } from '../body-start.ts'
export { layAhead } from './lay-ahead.ts'
export { type Engine, startEngine } from './start-engine.ts'
