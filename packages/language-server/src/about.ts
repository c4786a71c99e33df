import {
  type Claim,
  type Collective,
  type Language,
  type Programme,
  type Proposal,
  type Reference,
  STANCE_WORDS,
  typeset,
} from '@cahier/core'
import { LEVEL_LABELS, referenceAsMarkdown, STATUS_LABELS } from '@cahier/export'
import { escaped, list, paragraphs } from './markdown.ts'
import { type Named, TERM_LISTS, type TermKind } from './name-uses.ts'
import { standingInWords, standingOf, toAskAgain } from './standing.ts'

/** What there is to know of a thing, as Markdown in the reader's language; `''` when there is nothing to say of it. */
export function about({ kind, id }: Named, programme: Programme, day: string, language: Language): string {
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
    return axis === undefined ? '' : paragraphs(`**${escaped(axis.title)}**`, escaped(axis.question))
  }
  if (kind in TERM_LISTS) {
    const term = programme.manifest[TERM_LISTS[kind as TermKind] as 'horizons'].find((one) => one.id === id)
    return term === undefined ? '' : `**${escaped(term.title)}**`
  }
  const title = [...programme.questions, ...programme.transmissions].find(
    ({ document }) => document.path.endsWith(`/${id}.md`) || document.path.endsWith(`/${id}.yaml`),
  )
  return title === undefined ? '' : `**${escaped('title' in title ? title.title : title.name)}**`
}

function ofSource(source: Reference | undefined, language: Language): string {
  if (source === undefined) return ''
  const words = WORDS[language]
  const level =
    source.level === ''
      ? ''
      : `${words.level} ${source.level}${typeset(language === 'fr' ? ' : ' : ': ', language)}${LEVEL_LABELS[language][source.level]}`
  return paragraphs(
    referenceAsMarkdown(source, language),
    level,
    source.claims.length === 0 ? '' : `${words.claims}\n\n${list(source.claims.map((claim) => claimInWords(claim, words.page)))}`,
    source.reservations === '' ? '' : `*${escaped(source.reservations)}*`,
  )
}

function claimInWords({ says, value, unit, year, scope, page }: Claim, shortPage: string): string {
  const figure = value === null ? '' : `**${value}${unit === '' ? '' : `\u00A0${escaped(unit)}`}** `
  const details = [year === null ? '' : String(year), escaped(scope), page === '' ? '' : `${shortPage}\u00A0${escaped(page)}`].filter(
    (one) => one !== '',
  )
  return `${figure}${escaped(says)}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
}

function ofProposal(proposal: Proposal | undefined, programme: Programme, day: string, language: Language): string {
  if (proposal === undefined) return ''
  const verdict = standingOf(programme, proposal, day)
  const again = toAskAgain(verdict).length
  const said = Object.entries(STANCE_WORDS[language]).flatMap(([kind, word]) => {
    const who = verdict.electorate.filter((member) => verdict.stances[member]?.stance === kind && verdict.stances[member]?.counted)
    return who.length === 0 ? [] : [`${word}${typeset(language === 'fr' ? ' : ' : ': ', language)}${who.map(nameOf).join(', ')}`]
  })
  return paragraphs(
    `**${escaped(proposal.title)}** — ${STATUS_LABELS[language][verdict.status]}`,
    escaped(proposal.summary),
    standingInWords(verdict, language),
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
    [joined === '' ? '' : `${words.joined} ${joined}`, left === '' ? '' : `${words.left} ${left}`].filter((one) => one !== '').join(', '),
    list(delegates.map(({ id, role }) => `${escaped(role || id)} (${escaped(id)})`)),
  )
}

const WORDS = {
  fr: {
    level: 'Niveau',
    claims: 'Ce qu’elle établit\u00A0:',
    page: 'p.',
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
    page: 'p.',
    example: 'made-up example',
    joined: 'Member since',
    left: 'left on',
    again: (count: number) =>
      count === 1
        ? 'One member is to be asked again: the text has changed since.'
        : `${count} members are to be asked again: the text has changed since.`,
  },
} as const
