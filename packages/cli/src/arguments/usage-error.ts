import type { Bilingual } from '../command.ts'

/** A wrong command: one line, exit 2. */
export class UsageError extends Error {
  readonly sentence: Bilingual

  constructor(fr: string, en: string) {
    super(en)
    this.sentence = { fr, en }
  }
}
