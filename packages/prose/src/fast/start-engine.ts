import { type NapiFunction, napiHost } from './napi-host.ts'
import { engineMemory, WebAssembly } from './web-assembly.ts'

/**
 * Lays out the tree of a Markdown text in the engine's memory, where it is read (`treeOfArena`).
 */
export type Engine = (text: string) => LaidTree

/** A tree in the engine's memory, which is its own until it is let go of. */
export interface LaidTree {
  readonly arena: Uint8Array
  readonly release: () => void
}

/**
 * Starts the engine, satteri built to WebAssembly (`engine/`), from its bytes. It is called through
 * the few functions of Node-API that reading Markdown needs, so that nothing of its usual loader (a
 * virtual file system, worker threads) is there.
 * @throws when these are not the bytes of the engine, or the machine does not have the memory.
 */
export function startEngine(wasm: Uint8Array, memory = engineMemory()): Engine {
  const module = new WebAssembly.Module(wasm)
  const host = napiHost(memory, WebAssembly.Module.imports(module))
  const { exports } = new WebAssembly.Instance(module, host.imports)
  const code = exports as unknown as EngineExports
  code._initialize()
  const parse = host.register(() => registerIn(exports, 'create_mdast_handle'), code)
  const layOut = host.register(() => registerIn(exports, 'serialize_handle'), code)
  return (text) => {
    const handle = host.call(parse, [text, DIALECT, true])
    const arena = host.call(layOut, [handle])
    const release = () => {
      host.release(arena)
      host.release(handle)
    }
    // The buffer is another one once the memory has grown.
    return { arena: new Uint8Array(memory.buffer, arena.address, arena.length), release }
  }
}

/** What the module offers of itself. */
export interface EngineExports {
  readonly _initialize: () => void
  readonly napi_register_wasm_v1: (env: number, exports: number) => void
  readonly __indirect_function_table: { get(index: number): NapiFunction }
}

/** Tables, footnotes, strikethrough; no autolink literals, no task lists, no front matter. */
const DIALECT = (1 << 1) | (1 << 2) | (1 << 3)

function registerIn(exports: Readonly<Record<string, unknown>>, name: string): void {
  const register = Object.entries(exports).find(([key]) =>
    new RegExp(`^__napi_register__${name}_\\d+$`).test(key),
  )?.[1]
  if (typeof register !== 'function') throw new Error(`the engine has no ${name}`)
  register()
}
