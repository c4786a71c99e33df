import { expect } from 'vitest'
import type { Command } from '../../packages/cli/src/command.ts'

/**
 * Expects each line of a text that calls the program to name a verb it has, with options that verb
 * has.
 */
export async function expectOwnCommands(text: string): Promise<void> {
  const calls = [...text.matchAll(/(?:^|[ /"'$])cahier(?:\.js)?["']? ([a-z-]+)(?: ([^\n|]*))?$/gim)]
  expect(calls).not.toEqual([])
  for (const [call, verb = '', words = ''] of calls) {
    const { command } = (await import(`../../packages/cli/src/commands/${verb}.ts`)) as {
      readonly command: Command
    }
    for (const [, option = ''] of words.matchAll(/--([a-z-]+)/g))
      expect([...Object.keys(command.options), 'programme', 'lang'], call).toContain(option)
  }
}
