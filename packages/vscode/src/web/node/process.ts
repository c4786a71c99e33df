import { Buffer } from './buffer.ts'

const channel = new MessageChannel()
const waiting: (() => void)[] = []
channel.port1.onmessage = () => waiting.shift()?.()

/** Calls back in the next turn of the event loop; a timer would wait four milliseconds. */
export function nextTurn(call: () => void): void {
  waiting.push(call)
  channel.port2.postMessage(null)
}

// Importing this file sets three globals of Node; the bundle imports it first.
Object.assign(globalThis, {
  Buffer,
  setImmediate: nextTurn,
  process: { platform: 'browser', uptime: () => performance.now() / 1000, env: {} },
})
