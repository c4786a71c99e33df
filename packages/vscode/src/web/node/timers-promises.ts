import { nextTurn } from './process.ts'

/** Resolves in the next turn of the event loop. */
export function setImmediate(): Promise<void> {
  return new Promise((resolve) => nextTurn(resolve))
}
