/**
 * Loads the modules of Node that a verb will ask for, while V8 is as Node knows it: the compiled code that Node has of itself is refused under any other flags,
 * and what takes 3 ms then takes 8.
 */
export function loadNode(verb: string): void {
  // The Node of some editors that run the server, older than ours, has no such call.
  for (const name of USED.get(verb) ?? []) process.getBuiltinModule?.(name)
}

const MOST = ['crypto', 'os', 'vm', 'zlib']

const USED: ReadonlyMap<string, readonly string[]> = new Map([
  ['check', MOST],
  ['lint', MOST],
  ['lsp', ['child_process', 'worker_threads', ...MOST]],
  ['status', MOST],
])
