import type { Edition } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'

/**
 * The edition with these measures alone, each as `keep` gives it (`null`: left out); a chapter with
 * none left goes too.
 */
export function withMeasures(
  edition: Edition,
  keep: (measure: Measure) => Measure | null,
): Edition {
  const chapters = edition.chapters.flatMap((chapter) => {
    const measures = chapter.measures.flatMap((measure) => keep(measure) ?? [])
    return measures.length === 0 ? [] : [{ ...chapter, measures }]
  })
  return { ...edition, chapters }
}
