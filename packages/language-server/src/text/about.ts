import {
  type Claim,
  type Collective,
  type Language,
  type Programme,
  type Proposal,
  type Reference,
  STANCE_WORDS,
} from '@cahier/core'
import {
  dayInWords,
  LEVEL_LABELS,
  referenceAsMarkdown,
  STATUS_LABELS,
} from '@cahier/export/in-words'
import { TERM_LISTS } from '@cahier/lint'
import { isTermKind, type Named, namedBy } from '../names/name-uses.ts'
import { titledFiles } from '../names/names-of.ts'
import { staleMembers, verdictOf, verdictSentence } from './verdict.ts'

/** A Markdown description of a named thing; `''` when nothing is known. */
export function about(
  { kind, id }: Named,
  programme: Programme,
  day: string,
  language: Language,
): string {
  if (kind === 'source')
    return ofSource(
      programme.sources.find((one) => one.id === id),
      language,
    )
  if (kind === 'proposal')
    return ofProposal(
      programme.proposals.find((one) => one.id === id),
      programme,
      day,
      language,
    )
  if (kind === 'collective')
    return ofCollective(
      programme.collectives.find((one) => one.id === id),
      language,
    )
  if (kind === 'axis') {
    const axis = programme.axes.find((one) => one.id === id)
    return axis === undefined
      ? ''
      : paragraphs(`**${escaped(axis.title)}**`, escaped(axis.question))
  }
  if (isTermKind(kind)) {
    const term = programme.manifest[TERM_LISTS[kind]].find((one) => one.id === id)
    return term === undefined ? '' : `**${escaped(term.title)}**`
  }
  const titled = titledFiles(programme).find(({ document }) => {
    const named = namedBy(document.path)
    return named.kind === kind && named.id === id
  })
  return titled === undefined ? '' : `**${escaped(titled.title)}**`
}

function ofSource(source: Reference | undefined, language: Language): string {
  if (source === undefined) return ''
  const words = WORDS[language]
  const level =
    source.level === ''
      ? ''
      : `${words.level} ${source.level}${COLON[language]}${LEVEL_LABELS[language][source.level]}`
  return paragraphs(
    referenceAsMarkdown(source, language),
    level,
    source.claims.length === 0
      ? ''
      : `${words.claims}\n\n${list(source.claims.map((claim) => claimInWords(claim, language)))}`,
    source.reservations === '' ? '' : `*${escaped(source.reservations)}*`,
  )
}

function claimInWords({ says, value, unit, year, scope, page }: Claim, language: Language): string {
  const said = escaped(says.trim().replace(/\.$/, ''))
  const figure =
    value === null
      ? ''
      : `${COLON[language]}**${figureInWords(value, language)}${unit === '' ? '' : `\u00A0${escaped(unit)}`}**`
  const details = [
    year === null ? '' : String(year),
    escaped(scope),
    page === '' ? '' : `p.\u00A0${escaped(page)}`,
  ].filter((one) => one !== '')
  return `${said}${figure}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
}

function figureInWords(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(value)
}

function ofProposal(
  proposal: Proposal | undefined,
  programme: Programme,
  day: string,
  language: Language,
): string {
  if (proposal === undefined) return ''
  const verdict = verdictOf(programme, proposal, day)
  const again = staleMembers(verdict).length
  const said = Object.entries(STANCE_WORDS[language]).flatMap(([kind, word]) => {
    const who = verdict.electorate.filter(
      (member) => verdict.stances[member]?.stance === kind && verdict.stances[member]?.counted,
    )
    return who.length === 0 ? [] : [`${word}${COLON[language]}${who.map(nameOf).join(', ')}`]
  })
  return paragraphs(
    `**${escaped(proposal.title)}** — ${STATUS_LABELS[language][verdict.status]}`,
    escaped(proposal.summary),
    verdictSentence(verdict, language),
    list(said),
    again === 0 ? '' : WORDS[language].again(again),
  )

  function nameOf(member: string): string {
    return escaped(programme.collectives.find(({ id }) => id === member)?.name ?? member)
  }
}

function ofCollective(collective: Collective | undefined, language: Language): string {
  if (collective === undefined) return ''
  const words = WORDS[language]
  const { name, kind, example, joined, left, delegates } = collective
  return paragraphs(
    `**${escaped(name)}**${kind === '' ? '' : ` — ${escaped(kind)}`}${example ? ` (${words.example})` : ''}`,
    [
      joined === '' ? '' : `${words.joined} ${dayInWords(joined, language)}`,
      left === '' ? '' : `${words.left} ${dayInWords(left, language)}`,
    ]
      .filter((one) => one !== '')
      .join(', '),
    list(delegates.map(({ id, role }) => `${escaped(role || id)} (${escaped(id)})`)),
  )
}

const COLON: Readonly<Record<Language, string>> = { fr: '\u00A0: ', en: ': ' }

const WORDS = {
  fr: {
    level: 'Niveau',
    claims: 'Ce qu’elle établit\u00A0:',
    example: 'exemple fictif',
    joined: 'Membre depuis le',
    left: 'parti le',
    again: (count: number) =>
      count === 1
        ? 'Un membre est à consulter de nouveau\u00A0: le texte a changé depuis.'
        : `${count} membres sont à consulter de nouveau\u00A0: le texte a changé depuis.`,
  },
  en: {
    level: 'Level',
    claims: 'What it supports:',
    example: 'made-up example',
    joined: 'Member since',
    left: 'left on',
    again: (count: number) =>
      count === 1
        ? 'One member is to be asked again: the text has changed since.'
        : `${count} members are to be asked again: the text has changed since.`,
  },
} as const

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ')
}

export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
