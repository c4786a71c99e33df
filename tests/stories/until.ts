import { expect } from 'vitest'

/** Waits for something to become so; it has a while, on a machine that has other things to do. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 250 && !isSo(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(isSo()).toBe(true)
}
