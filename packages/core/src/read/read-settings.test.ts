import { expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import { readSettings, SETTINGS_FILE } from './read-settings.ts'

const read = (text: string) => readDocument({ path: SETTINGS_FILE, text }, 'settings')
const sentencesOf = (text: string) =>
  read(text).findings.map(({ message, data, place }) => [message, data.meant, place.start.line])

it('reads levels, words and ignored paths, with the defaults of the manifest', () => {
  const settings = readSettings(
    read(
      'lint:\n  levels: {typography: off}\n  paths: [{paths: [blog], levels: {style: info}}]\n' +
        '  ignored: [vendor]\n  options: {words: [Framasoft], acronyms: [CHATONS]}\n',
    ),
  )
  expect(settings.lint).toEqual({ typography: 'off' })
  expect(settings.lintPaths).toEqual([{ paths: ['blog'], levels: { style: 'info' } }])
  expect(settings.ignored).toEqual(['vendor'])
  const { locale, words, acronyms, punctuationSpace } = settings.optionsIn('fr-CH')
  expect({ locale, words, acronyms, punctuationSpace }).toEqual({
    locale: 'fr-CH',
    words: ['Framasoft'],
    acronyms: ['CHATONS'],
    punctuationSpace: 'narrow',
  })
})

it('says which key, level or option was meant, and where', () => {
  expect(sentencesOf('lint:\n  levels: {style: of}\n')).toEqual([['notInListNear', 'off', 2]])
  expect(sentencesOf('lint:\n  ignore: [vendor]\n')).toEqual([['unknownKeyNear', 'ignored', 2]])
  expect(sentencesOf('lint:\n  options: {mots: [a]}\n')).toEqual([['unknownKeyNear', 'words', 2]])
  expect(sentencesOf('relecture: {}\n')).toEqual([['unknownKeyNear', 'lint', 1]])
})

it('is all default where there is no such file', () => {
  const { lint, lintPaths, ignored } = readSettings(null)
  expect({ lint, lintPaths, ignored }).toEqual({ lint: {}, lintPaths: [], ignored: [] })
})
