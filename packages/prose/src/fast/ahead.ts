// What calls an engine on another thread: nothing else of the package is loaded for that.
export { stepsFor } from './ahead-steps.ts'
export { type LaidAhead, laidAhead } from './laid-ahead.ts'
export { engineMemory, type WasmMemory } from './web-assembly.ts'
