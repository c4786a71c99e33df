import type { Invocation } from '../command.ts'
import { eraseLine } from '../terminal/terminal.ts'

/**
 * Prints a report. Orders to a forge are what `github` asks for, and each was made harmless: they
 * are printed as they are.
 */
export function printReport(
  pieces: Iterable<string>,
  format: string,
  { print }: Pick<Invocation, 'print'>,
): void {
  for (const piece of pieces) {
    if (format !== 'github') print(piece)
    else {
      eraseLine()
      process.stdout.write(piece)
    }
  }
}
