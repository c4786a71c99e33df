import { nextTurn } from './process.ts'

export function setImmediate(): Promise<void> {
  return new Promise((resolve) => nextTurn(resolve))
}
