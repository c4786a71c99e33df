import type { Bilingual } from '../command.ts'

/** An error that the user can correct: reported in one line, exit status 2. */
export class UsageError extends Error {
  readonly sentence: Bilingual

  constructor(fr: string, en: string) {
    super(en)
    this.sentence = { fr, en }
  }
}
