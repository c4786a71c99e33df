import { type Edition, exporters, type Material, type OutputFile } from '@cahier/export'
import type { Invocation } from './command.ts'
import { progressOn } from './progress.ts'

/** An edition in each of these formats; a terminal is told which is being made. */
export function printInFormats(
  formats: readonly string[],
  edition: Edition,
  material: Material,
  { terminal, language }: Pick<Invocation, 'terminal' | 'language'>,
): readonly OutputFile[] {
  const progress = progressOn(terminal)
  const printed = formats.flatMap((format) => {
    progress.say(WRITING[language](format.toUpperCase()))
    return exporters[format]?.render(edition, { ...material, formats }) ?? []
  })
  progress.end()
  return printed
}

const WRITING = {
  fr: (format: string) => `composition : ${format}…`,
  en: (format: string) => `composing ${format}…`,
} as const
