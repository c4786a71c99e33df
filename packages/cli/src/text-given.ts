import type { Invocation } from './command.ts'

/** What an option was given; `''` when it was given nothing, or not at all. */
export function textGiven({ values }: Pick<Invocation, 'values'>, option: string): string {
  const given = values[option]
  return typeof given === 'string' ? given : ''
}
