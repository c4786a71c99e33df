import { type NapiFunction, napiHost } from './napi-host.ts'
import { WebAssembly } from './web-assembly.ts'

/** Lays out the tree of a Markdown text in the engine's memory, where it is read (`treeOfArena`), and lets go of it. */
export type Engine = <T>(text: string, read: (arena: Uint8Array) => T) => T

/**
 * Starts the engine, satteri built to WebAssembly (`engine/`), from its bytes. It is called through the few functions of Node-API that reading
 * Markdown needs, so that nothing of its usual loader (a virtual file system, worker threads) is there.
 * @throws when these are not the bytes of the engine, or the machine does not have the memory.
 */
export function startEngine(wasm: Uint8Array): Engine {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: MOST_PAGES, shared: true })
  const module = new WebAssembly.Module(wasm)
  const host = napiHost(memory, WebAssembly.Module.imports(module))
  const { exports } = new WebAssembly.Instance(module, host.imports)
  const code = exports as unknown as EngineExports
  code._initialize()
  const parse = host.register(() => registerIn(exports, 'create_mdast_handle'), code)
  const layOut = host.register(() => registerIn(exports, 'serialize_handle'), code)
  return (text, read) => {
    const handle = host.call(parse, [text, DIALECT, true])
    const arena = host.call(layOut, [handle])
    // The memory is another one once it has grown.
    const given = read(new Uint8Array(memory.buffer, arena.address, arena.length))
    host.release(arena)
    host.release(handle)
    return given
  }
}

/** What the module offers of itself. */
export interface EngineExports {
  readonly _initialize: () => void
  readonly napi_register_wasm_v1: (env: number, exports: number) => void
  readonly __indirect_function_table: { get(index: number): NapiFunction }
}

// What its linker asked for; none of it is taken from the machine before it is touched.
const PAGES = 4000
const MOST_PAGES = 65536

/** Tables, footnotes, strikethrough; no autolink literals, no task lists, no front matter. */
const DIALECT = (1 << 1) | (1 << 2) | (1 << 3)

function registerIn(exports: Readonly<Record<string, unknown>>, name: string): void {
  const register = Object.entries(exports).find(([key]) => new RegExp(`^__napi_register__${name}_\\d+$`).test(key))?.[1]
  if (typeof register !== 'function') throw new Error(`the engine has no ${name}`)
  register()
}
