/** Parses Markdown into a tree in WebAssembly memory (an arena), for `treeOfArena`. */
export type Engine = (text: string) => TreeInMemory

interface TreeInMemory {
  readonly arena: Uint8Array
  readonly release: () => void
}

/**
 * Starts the engine (satteri, in WebAssembly) from its bytes, with the few Node-API functions that
 * parsing needs.
 * @throws for wrong bytes, or without enough memory.
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
    // Made at each call: the buffer changes when the memory grows.
    return { arena: new Uint8Array(memory.buffer, arena.address, arena.length), release }
  }
}

interface EngineExports {
  readonly _initialize: () => void
  readonly napi_register_wasm_v1: (env: number, exports: number) => void
  readonly __indirect_function_table: { get(index: number): NapiFunction }
}

/** The bits of tables, footnotes and strikethrough, the only extensions in use. */
const DIALECT = (1 << 1) | (1 << 2) | (1 << 3)

function registerIn(exports: Readonly<Record<string, unknown>>, name: string) {
  const register = Object.entries(exports).find(([key]) =>
    new RegExp(`^__napi_register__${name}_\\d+$`).test(key),
  )?.[1]
  if (typeof register !== 'function') throw new Error(`the engine has no ${name}`)
  register()
}

/**
 * A function of the module. When `call` runs such a function, the result is an index in the list
 * `values` of `napiHost`.
 */
type NapiFunction = (env: number, first: number, second?: number) => number

interface ModuleMemory {
  readonly address: number
  readonly length: number
  readonly finalizer: number
  readonly hint: number
}

interface NapiHost {
  readonly imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Runs code of the module that registers one function, and returns that function. */
  readonly register: (registering: () => void, exports: EngineExports) => NapiFunction
  readonly call: (fn: NapiFunction, args: readonly unknown[]) => ModuleMemory
  readonly release: (handed: ModuleMemory) => void
}

/** The Node-API functions that the engine calls while parsing. Any other function throws. */
function napiHost(memory: WasmMemory, wanted: readonly WasmImport[]): NapiHost {
  let bytes = new Uint8Array(memory.buffer)
  let view = new DataView(memory.buffer)
  let values: unknown[] = [undefined]
  let args: readonly unknown[] = []
  let code: EngineExports | undefined
  let registered = 0

  const napi: Readonly<Record<string, (...words: number[]) => number>> = {
    napi_get_cb_info(_env, _info, count = 0, to = 0) {
      fresh()
      const room = view.getUint32(count, true)
      for (let at = 0; at < room; at++) view.setUint32(to + at * 4, keep(args[at]), true)
      return write(count, args.length)
    },
    napi_get_value_string_utf8(_env, value = 0, to = 0, room = 0, written = 0) {
      const text = values[value] as string
      // The engine accepts an upper bound; counting would take as long as writing.
      if (to === 0) return write(written, text.length * MOST_BYTES)
      const length = Buffer.from(memory.buffer, to, room - 1).write(text)
      fresh()
      bytes[to + length] = 0
      return written === 0 ? OK : write(written, length)
    },
    napi_get_value_uint32: (_env, value = 0, to = 0) => write(to, values[value] as number),
    napi_get_value_bool(_env, value = 0, to = 0) {
      fresh()
      bytes[to] = values[value] === true ? 1 : 0
      return OK
    },
    napi_typeof: (_env, value = 0, to = 0) =>
      write(to, NAPI_TYPES[typeof values[value]] ?? NAPI_EXTERNAL),
    napi_create_external: (_env, address = 0, finalizer = 0, hint = 0, to = 0) =>
      write(to, keep({ address, length: 0, finalizer, hint } satisfies ModuleMemory)),
    napi_get_value_external: (_env, value = 0, to = 0) =>
      write(to, (values[value] as ModuleMemory).address),
    napi_create_external_arraybuffer: (
      _env,
      address = 0,
      length = 0,
      finalizer = 0,
      hint = 0,
      to = 0,
    ) => write(to, keep({ address, length, finalizer, hint } satisfies ModuleMemory)),
    napi_create_typedarray: (_env, _type, _length, buffer = 0, _offset, to = 0) =>
      write(to, buffer),
    napi_create_function(_env, _name, _length, fn = 0, _data, to = 0) {
      registered = fn
      return write(to, keep(null))
    },
    napi_create_string_utf8: (_env, _text, _length, to = 0) => write(to, keep('')),
    napi_get_global: (_env, to = 0) => write(to, keep(null)),
    napi_get_named_property: (_env, _object, _name, to = 0) => write(to, keep(undefined)),
    napi_set_named_property: () => OK,
    napi_set_last_error: () => OK,
    _emnapi_env_check_gc_access: () => OK,
  }

  const imports: Record<string, Record<string, unknown>> = { env: { memory } }
  for (const { module, name, kind } of wanted) {
    if (kind !== 'function') continue
    imports[module] ??= {}
    ;(imports[module] as Record<string, unknown>)[name] =
      napi[name] ??
      (() => {
        throw new Error(`the engine asks for ${name}`)
      })
  }

  return {
    imports,
    register(registering, exports) {
      code = exports
      registering()
      exports.napi_register_wasm_v1(ENV, keep(null))
      return exports.__indirect_function_table.get(registered)
    },
    call(fn, given) {
      // The values of the last call are dropped, so that its text is freed.
      values = [undefined]
      args = given
      const value = values[fn(ENV, ENV)]
      if (typeof value !== 'object' || value === null || !('finalizer' in value))
        throw new Error('the engine gave nothing')
      return value as ModuleMemory
    },
    release({ address, finalizer, hint }) {
      code?.__indirect_function_table.get(finalizer)(ENV, address, hint)
    },
  }

  function fresh() {
    if (bytes.buffer === memory.buffer) return
    bytes = new Uint8Array(memory.buffer)
    view = new DataView(memory.buffer)
  }

  function write(to: number, value: number) {
    fresh()
    view.setUint32(to, value, true)
    return OK
  }

  function keep(value: unknown) {
    return values.push(value) - 1
  }
}

const OK = 0
const ENV = 1
/** UTF-8 bytes for one UTF-16 unit. */
const MOST_BYTES = 3

const NAPI_TYPES: Readonly<Record<string, number>> = {
  undefined: 0,
  boolean: 2,
  number: 3,
  string: 4,
}
const NAPI_EXTERNAL = 8

interface WasmMemory {
  readonly buffer: SharedArrayBuffer
}

interface WasmImport {
  readonly module: string
  readonly name: string
  readonly kind: string
}

interface WasmModule {
  readonly kind?: 'module'
}

/** The part of WebAssembly used here; the ECMAScript types lack it. */
export const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Memory: new (size: { initial: number; maximum: number; shared: boolean }) => WasmMemory
    readonly Module: (new (
      bytes: Uint8Array,
    ) => WasmModule) & { imports(module: WasmModule): readonly WasmImport[] }
    readonly Instance: new (
      module: WasmModule,
      imports: object,
    ) => { readonly exports: Readonly<Record<string, unknown>> }
  }
}

function engineMemory() {
  return new WebAssembly.Memory({ initial: PAGES, maximum: MOST_PAGES, shared: true })
}

// In pages of 64 KiB. The engine was linked with these sizes.
const PAGES = 4000
const MOST_PAGES = 65536
