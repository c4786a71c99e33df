/** The memory of a module; `buffer` is another object each time it has grown. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer
}

/** A function that a module wants to be given. */
export interface WasmImport {
  readonly module: string
  readonly name: string
  readonly kind: string
}

interface WasmModule {
  readonly kind?: 'module'
}

/**
 * What we use of the WebAssembly that Node and browsers offer: the types of the language alone do
 * not know it.
 */
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

/**
 * The memory of an engine, which other threads may look at. It has taken nothing of the machine
 * before it is touched.
 */
export function engineMemory(): WasmMemory {
  return new WebAssembly.Memory({ initial: PAGES, maximum: MOST_PAGES, shared: true })
}

// What its linker asked for.
const PAGES = 4000
const MOST_PAGES = 65536
