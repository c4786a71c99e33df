import { setFlags } from './engine-flags.ts'

/**
 * Has the V8 of Node 20 optimise less: fewer functions, later, with less of what they call copied into them, and none of the WebAssembly. Its own settings are
 * for pages that stay open: in a run of a second or two, much of what it compiles beside us is ready when the work is nearly done. Before anything is loaded:
 * code that was kept under other flags is refused (`keep-code.ts`).
 */
export function tuneEngine(): void {
  // Later ones have one more compiler between and other flags, and say so on the error stream when they do not know one.
  if (!process.versions.v8.startsWith('11.')) return
  setFlags(FLAGS)
}

const FLAGS = [
  // In bytes of bytecode: run between two looks at whether a function is worth it, and copied into one function at most.
  ['--interrupt-budget=300000', '--interrupt-budget=67584'],
  ['--max-inlined-bytecode-size-cumulative=300', '--max-inlined-bytecode-size-cumulative=920'],
  // The quick compiler of WebAssembly is the only one.
  ['--no-wasm-dynamic-tiering', '--wasm-dynamic-tiering'],
  ['--no-wasm-tier-up', '--wasm-tier-up'],
] as const
