import type { Language } from '@cahier/core'
import englishAxis from './en/axis.md'
import englishContributing from './en/CONTRIBUTING.md'
import englishCollective from './en/collective.yml'
import englishFirst from './en/first-proposal.md'
import englishLicence from './en/licence.md'
import englishManifest from './en/programme.yml'
import englishReadme from './en/README.md'
import englishSecond from './en/second-proposal.md'
import englishSources from './en/sources.yml'
import frenchAxis from './fr/axis.md'
import frenchContributing from './fr/CONTRIBUER.md'
import frenchCollective from './fr/collective.yml'
import frenchSecond from './fr/deuxieme-proposition.md'
import frenchLicence from './fr/licence.md'
import frenchFirst from './fr/premiere-proposition.md'
import frenchManifest from './fr/programme.yml'
import frenchReadme from './fr/README.md'
import frenchSources from './fr/sources.yml'

/**
 * The files of a new programme in one language. `TITLE`, `RULE`, `IDENTIFIER` and `DAY` are
 * replaced by the wishes.
 */
export interface FirstTexts {
  readonly title: string
  readonly files: Readonly<Record<string, string>>
  /** The id and file of the example member, and the proposal on which it has a stance. */
  readonly collective: string
  readonly collectiveText: string
  readonly proposal: string
}

export const FIRST_TEXTS: Readonly<Record<Language, FirstTexts>> = {
  fr: {
    title: 'Notre programme',
    files: {
      'programme.yaml': frenchManifest,
      'README.md': frenchReadme,
      'CONTRIBUER.md': frenchContributing,
      'LICENCE.txt': frenchLicence,
      'axes/premier-axe/axis.md': frenchAxis,
      'axes/premier-axe/premiere-proposition.md': frenchFirst,
      'axes/premier-axe/deuxieme-proposition.md': frenchSecond,
      'sources.yaml': frenchSources,
    },
    collective: 'exemple-a',
    collectiveText: frenchCollective,
    proposal: 'premiere-proposition',
  },
  en: {
    title: 'Our programme',
    files: {
      'programme.yaml': englishManifest,
      'README.md': englishReadme,
      'CONTRIBUTING.md': englishContributing,
      'LICENCE.txt': englishLicence,
      'axes/first-axis/axis.md': englishAxis,
      'axes/first-axis/first-proposal.md': englishFirst,
      'axes/first-axis/second-proposal.md': englishSecond,
      'sources.yaml': englishSources,
    },
    collective: 'example-a',
    collectiveText: englishCollective,
    proposal: 'first-proposal',
  },
}
