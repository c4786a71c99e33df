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
import { titledFiles } from '../names/defined-names.ts'
import { isSameName, isTermKind, type Named, namedBy } from '../names/name-uses.ts'
import { staleMembers, verdictOf, verdictSentence } from './verdict.ts'

/** A Markdown description of the thing with this id; `''` when unknown. */
export function describeById(
  { kind, id }: Named,
  programme: Programme,
  day: string,
  language: Language,
): string {
  const { sources, proposals, collectives, axes, manifest } = programme
  const textOf = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    describe: (thing: Thing) => string,
  ) => things.filter((one) => one.id === id).map(describe)[0] ?? ''
  const titleIn = ({ title }: { readonly title: string }) => `**${escaped(title)}**`
  if (kind === 'source') return textOf(sources, (one) => ofSource(one, language))
  if (kind === 'proposal')
    return textOf(proposals, (one) => ofProposal(one, programme, day, language))
  if (kind === 'collective') return textOf(collectives, (one) => ofCollective(one, language))
  if (kind === 'axis') return textOf(axes, (one) => paragraphs(titleIn(one), escaped(one.question)))
  if (isTermKind(kind)) return textOf(manifest[TERM_LISTS[kind]], titleIn)
  const titled = titledFiles(programme).find(({ document }) =>
    isSameName(namedBy(document.path), { kind, id }),
  )
  return titled === undefined ? '' : titleIn(titled)
}

function ofSource(source: Reference, language: Language) {
  const { level, claims, reservations } = source
  const words = WORDS[language]
  return paragraphs(
    referenceAsMarkdown(source, language),
    level && `${words.level} ${level}${COLON[language]}${LEVEL_LABELS[language][level]}`,
    claims.length > 0 &&
      `${words.claims}\n\n${list(claims.map((claim) => claimInWords(claim, language)))}`,
    reservations && `*${escaped(reservations)}*`,
  )
}

function claimInWords({ says, value, unit, year, scope, page }: Claim, language: Language) {
  const said = escaped(says.trim().replace(/\.$/, ''))
  const figures = new Intl.NumberFormat(language, { maximumFractionDigits: 20 })
  const figure =
    value === null
      ? ''
      : `${COLON[language]}**${figures.format(value)}${unit && `\u00A0${escaped(unit)}`}**`
  const details = [year, escaped(scope), page && `p.\u00A0${escaped(page)}`].filter(Boolean)
  return `${said}${figure}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
}

function ofProposal(proposal: Proposal, programme: Programme, day: string, language: Language) {
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
    again > 0 && WORDS[language].again(again),
  )

  function nameOf(member: string) {
    return escaped(programme.collectives.find(({ id }) => id === member)?.name ?? member)
  }
}

function ofCollective(collective: Collective, language: Language) {
  const words = WORDS[language]
  const { name, kind, example, joined, left, delegates } = collective
  const days = [
    joined && `${words.joined} ${dayInWords(joined, language)}`,
    left && `${words.left} ${dayInWords(left, language)}`,
  ]
  return paragraphs(
    `**${escaped(name)}**${kind && ` — ${escaped(kind)}`}${example ? ` (${words.example})` : ''}`,
    days.filter(Boolean).join(', '),
    list(delegates.map(({ id, role }) => `${escaped(role || id)} (${escaped(id)})`)),
  )
}

const COLON = { fr: '\u00A0: ', en: ': ' }

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

function escaped(text: string) {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ')
}

export function paragraphs(...texts: readonly (string | false | undefined)[]): string {
  return texts.filter(Boolean).join('\n\n')
}

function list(items: readonly string[]) {
  return items.map((item) => `- ${item}`).join('\n')
}
