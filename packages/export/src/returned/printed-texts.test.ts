import { expect, it } from 'vitest'
import { sampleEdition } from '../samples/sample-edition.ts'
import { readPrintedTexts, writePrintedTexts } from './printed-texts.ts'

const SUM = 'v1-0123456789abcdef'

it('the texts of an edition are read back as they were written', () => {
  const chapters = sampleEdition.chapters.map((chapter) => ({ ...chapter, whole: `${SUM}0123` }))
  const measures = chapters
    .flatMap((chapter) => chapter.measures)
    .map((measure) => ({ ...measure, whole: `${SUM}4567` }))
  const edition = {
    ...sampleEdition,
    chapters: chapters.map((chapter, index) => ({
      ...chapter,
      measures: index === 0 ? measures : [],
    })),
  }
  const ids = chapters.flatMap(({ id }, index) => [
    id,
    ...(index === 0 ? measures.map((measure) => measure.id) : []),
  ])
  const read = readPrintedTexts(writePrintedTexts(edition))
  expect(read.map(({ id }) => id)).toEqual(ids)
  expect(new Set(read.map(({ whole }) => whole))).toEqual(new Set([SUM]))
})

it('leaflets and documents with tracked amendments list no texts', () => {
  expect(writePrintedTexts({ ...sampleEdition, kind: 'brochure' })).toBe('')
  expect(writePrintedTexts({ ...sampleEdition, trackedChanges: true })).toBe('')
})

it('malformed and repeated entries are ignored', () => {
  const written = `b_1=guichet@${SUM} b_1=autre@${SUM} b_2=guichet@${SUM} b_3=../x@${SUM} b_4=court@v1-01 x_5=rien@${SUM} c_2=services@${SUM}`
  expect(readPrintedTexts(written).map(({ prefix, id }) => `${prefix} ${id}`)).toEqual([
    'b_1 guichet',
    'c_2 services',
  ])
})
