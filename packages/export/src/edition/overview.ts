import type { Chapter, Measure, Member } from './edition.ts'
import type { Fallen } from './fallen.ts'

/**
 * Where proposals stand and what each member said of them, texts aside; an edition is one of its
 * own measures.
 */
export interface Overview {
  readonly chapters: readonly SurveyedChapter[]
  readonly collectives: readonly Member[]
  readonly fallen: readonly Fallen[]
}

export interface SurveyedChapter extends Pick<Chapter, 'id' | 'number' | 'title'> {
  readonly measures: readonly SurveyedMeasure[]
}

export type SurveyedMeasure = Pick<
  Measure,
  'id' | 'number' | 'title' | 'status' | 'statusLabel' | 'dissent'
>
