import type { Chapter } from './chapter.ts'
import type { Measure } from './measure.ts'
import type { Member } from './member.ts'

/** Statuses and stances of proposals. Every `Edition` is also an overview. */
export interface Overview {
  readonly chapters: readonly SurveyedChapter[]
  readonly collectives: readonly Member[]
  readonly fallen: readonly Lapsed[]
}

export interface SurveyedChapter extends Pick<Chapter, 'id' | 'number' | 'title'> {
  readonly measures: readonly SurveyedMeasure[]
}

export type SurveyedMeasure = Pick<
  Measure,
  'id' | 'number' | 'title' | 'status' | 'statusLabel' | 'dissent'
>

/** A round, a stance or an amendment that lapsed when the text changed. */
export interface Lapsed {
  readonly measure: string
  readonly kind: 'round' | 'stance' | 'amendment'
  readonly label: string
}
