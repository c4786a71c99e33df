import type { Invocation } from '../command.ts'

/** Prints a report. Orders to a forge are what `github` asks for, and each was made harmless: they are printed as they are. */
export function printReport(text: string, format: string, { print }: Pick<Invocation, 'print'>): void {
  if (format === 'github') process.stdout.write(text)
  else print(text)
}
