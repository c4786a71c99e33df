import { foldProse, type Section } from '@cahier/prose'
import type { Language } from '../model/finding.ts'
import type { Manifest } from '../model/manifest.ts'
import { placeOf } from '../model/place.ts'
import { typesetSentence } from './typeset-sentence.ts'

/**
 * The text of a new proposal: front matter with choices in comments, then the required sections.
 */
export function proposalTemplate(title: string, manifest: Manifest, language: Language): string {
  const french = language === 'fr'
  const set = (text: string) => typesetSentence(text, language, manifest.lintOptions)
  const commented = (key: string, help: string, terms: Manifest['impacts'], below = '') =>
    terms.length === 0
      ? []
      : [`# ${key} # ${help} — ${terms.map(({ id }) => id).join(', ')}${below}`]
  const choose = french ? 'à choisir' : 'choose'
  const { horizons, scales, actions, impacts, addressees } = manifest
  const head = [
    `title: >-\n  ${set(title)}`,
    `summary: >-\n  ${set(TO_WRITE.summary[language])}`,
    ...commented('horizon:', choose, horizons),
    ...commented('scale:', choose, scales),
    ...commented('action:', choose, actions),
    ...commented('impacts: []', choose, impacts),
    ...commented(
      'requests:',
      french ? 'une demande par destinataire' : 'one request per addressee',
      addressees,
      `\n#   ${addressees[0]?.id}: >-\n#     ${TO_WRITE.request[language]}`,
    ),
  ]
  const required = manifest.sections.filter((section) => section.required)
  const sections = (required.length > 0 ? required : manifest.sections).map(
    ({ title: heading }) => `## ${heading}\n\n${TO_WRITE.section[language]}\n`,
  )
  return `---\n${head.join('\n')}\n---\n\n${sections.join('\n')}`
}

export function axisTemplate(title: string, language: Language): string {
  const question = typesetSentence(TO_WRITE.question[language], language)
  return `---\ntitle: >-\n  ${typesetSentence(title, language)}\nquestion: >-\n  ${question}\n---\n\n${TO_WRITE.introduction[language]}\n`
}

/** The text of a new amendment, with complete front matter and sections to fill in. */
export function amendmentTemplate(
  about: {
    readonly proposal: string
    readonly by: string
    readonly base: string
    readonly day: string
  },
  manifest: Manifest,
  language: Language,
): string {
  const { reasons, text } = manifest.amendmentSections
  const help =
    language === 'fr'
      ? '<!-- cahier : recopiez ici les paragraphes à changer, avec les marques {++ajout++}, {--suppression--}, {~~avant~>après~~}. -->'
      : '<!-- cahier: copy the paragraphs to change here, with the marks {++addition++}, {--deletion--}, {~~before~>after~~}. -->'
  return `---\namends: ${about.proposal}\nbase: ${about.base}\nby: ${about.by}\ndate: ${about.day}\n---\n\n## ${reasons}\n\n${TO_WRITE.reasons[language]}\n\n## ${text}\n\n${help}\n`
}

export function collectiveTemplate(name: string, day: string, language: Language): string {
  const comments =
    language === 'fr'
      ? ['association, syndicat, collectif local…', 'un rôle, jamais le nom d’une personne']
      : ['association, union, local collective…', 'a role, never a person’s name']
  return `name: >-\n  ${typesetSentence(name, language)}\nkind: association # ${comments[0]}\njoined: ${day}\ndelegates:\n  # ${comments[1]}\n  - {id: d1, role: ${language === 'fr' ? 'Déléguée ou délégué' : 'Delegate'}}\n`
}

export function questionTemplate(title: string, language: Language): string {
  return `---\ntitle: >-\n  ${typesetSentence(title, language)}\nstate: open\n---\n\n${language === 'fr' ? 'Ce qu’on demande, ce qu’on sait déjà, ce qui répondrait.' : 'What is asked, what is known already, what would answer it.'}\n`
}

export function sourceTemplate(id: string, title: string, day: string, language: Language): string {
  const levels =
    language === 'fr'
      ? 'A : page de l’auteur vue ; B : rapportée par un tiers ; C : copie, à remplacer'
      : 'A: the author’s page was seen; B: reported by others; C: a copy, to be replaced'
  return `- id: ${id}\n  type: webpage # ${SOURCE_TYPES}\n  title: >-\n    ${title}\n  level: C # ${levels}\n  seen: ${day}\n`
}

const SOURCE_TYPES =
  'report, webpage, article-newspaper, article-journal, legislation, legal_case, book…'

/** The placeholders of the templates. */
export const TO_WRITE = {
  summary: {
    fr: 'Une phrase qui se comprend seule : ce qui est demandé, et à qui.',
    en: 'One sentence that can be understood alone: what is asked, and of whom.',
  },
  request: { fr: 'Voter…', en: 'Vote…' },
  section: { fr: 'À écrire.', en: 'To be written.' },
  question: {
    fr: 'La question à laquelle cet axe répond ?',
    en: 'The question that this axis answers?',
  },
  introduction: { fr: 'Introduction à écrire.', en: 'Introduction to be written.' },
  // An HTML comment, which is never printed.
  reasons: {
    fr: '<!-- cahier : pourquoi ce changement ? -->',
    en: '<!-- cahier: why this change? -->',
  },
}

/** Whether a text is still a placeholder of a template. */
export function isToWrite(text: string): boolean {
  return text.length < LONGEST && folded.has(foldProse(text.trim()))
}

/** Whether a section is still a placeholder; `text` is the whole document. */
export function isSectionToWrite({ nodes }: Section, text: string): boolean {
  const [node, ...others] = nodes
  if (node === undefined || others.length > 0) return false
  const { start, end } = placeOf(node)
  return isToWrite(text.slice(start.offset, end.offset))
}

const LONGEST = 100
const folded = new Set(
  Object.values(TO_WRITE).flatMap(({ fr, en }) => [foldProse(fr), foldProse(en)]),
)
