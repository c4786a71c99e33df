/** What `--update-baseline` tells people. */
export const BASELINE_WORDS = {
  fr: {
    comment:
      'Remarques déjà connues, par fichier et par règle : cahier lint ne les dit plus. Les nombres ne font que baisser.',
    grown: (file: string) =>
      `Ces remarques sont plus nombreuses qu’avant : rien n’est écrit. Corrigez-les ; ou, si elles sont acceptées, enlevez ${file} et recommencez.`,
    written: (file: string, count: number) =>
      `écrit : ${file} (${count} remarque${count > 1 ? 's' : ''} connue${count > 1 ? 's' : ''})`,
  },
  en: {
    comment:
      'Findings already known, by file and by rule: cahier lint no longer reports them. Numbers only go down.',
    grown: (file: string) =>
      `There are more of these findings than before: nothing is written. Mend them; or, if they are accepted, remove ${file} and begin again.`,
    written: (file: string, count: number) =>
      `written: ${file} (${count} known finding${count === 1 ? '' : 's'})`,
  },
} as const
