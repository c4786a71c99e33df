import type { ChangedSince, PartChange } from '@cahier/consensus'
import {
  type Collective,
  dayIn,
  type Programme,
  STANCE_WORDS,
  sentencesIn,
  typesetOnOneLine,
  wording,
} from '@cahier/core'
import type { Invocation } from '../command.ts'
import { gitReach } from '../git/state.ts'
import { changedLines } from './changed-lines.ts'
import { COLON, collectiveName, layOut, linesFor, partName } from './report-parts.ts'

export interface ChangesSinceStance {
  readonly changes: readonly ChangedSince[]
  /** Named proposals on which the member has no stance. */
  readonly silent: readonly string[]
  readonly named: boolean
}

/** The changes since a member's stances, by proposal: the stance, then each changed passage. */
export function sinceInWords(
  programme: Programme,
  member: Collective,
  { changes, silent, named }: ChangesSinceStance,
  { folder, language, terminal, values }: Invocation,
): string {
  const say = sentencesIn(SENTENCES, language)
  const { line, bold } = linesFor(terminal)
  const lines = (text: string, indent = '') => line(`${indent}${text}`, indent)
  const isUnchanged = ({ what }: ChangedSince) => what === 'nothing' || what === 'reasons'
  const changed = changes.filter((change) => named || !isUnchanged(change))
  const others = changes.filter((change) => !changed.includes(change))
  const same = others.filter(({ what }) => what === 'nothing').map(({ proposal }) => proposal.id)
  const name = collectiveName(programme, member.id, language)
  const title = named
    ? 'named'
    : changes.length === 0
      ? 'never'
      : changed.length === 0
        ? 'none'
        : 'some'
  const inBrackets = (ids: readonly string[]) => (ids.length > 0 ? ` (${ids.join(', ')})` : '')
  return layOut([
    bold(say(title, { name, count: changed.length })),
    ...changed.map(block),
    ...silent.map((proposal) => lines(say('silent', { proposal }))),
    ...others
      .filter(({ what }) => what === 'reasons')
      .map(({ proposal: { id: proposal }, reasons }) =>
        lines(say('only', { proposal, reasons: inBrackets(reasons) })),
      ),
    same.length > 0 && lines(say('rest', { same })),
    changed.some(({ what }) => what === 'text') && lines(say('legend')),
  ])

  function block(change: ChangedSince): string {
    const { proposal, stance, what } = change
    const { counted, state, date } = stance
    const spoke = say(isUnchanged(change) ? 'spoke' : 'hadSpoken', {
      stance: STANCE_WORDS[language][stance.stance],
      date,
    })
    const stands =
      stance.stance === 'objection' && counted && state === 'stale' && what !== 'merged'
    const said = (key: 'argument' | 'liftsIf') =>
      stance[key] !== '' &&
      lines(say(key, { text: typesetOnOneLine(stance[key], programme.manifest) }), '  ')
    const again = { member: member.id, proposal: proposal.replacedBy || proposal.id }
    return layOut([
      bold(`${lines(proposal.id)}\n${lines(proposal.title, '  ')}`),
      [lines(stands ? `${spoke} ${say('stands')}` : spoke), said('argument'), said('liftsIf')],
      ...sequel(change),
      !isUnchanged(change) && lines(say('again', again)),
    ]).trimEnd()
  }

  function sequel({ proposal, stance, what, earlier, parts, reasons }: ChangedSince) {
    switch (what) {
      case 'text': {
        const day = dayIn(language, earlier?.day)
        const { from = 'git' } = earlier ?? {}
        const found = say(from, { day: from === 'bundle' && day !== '' ? ` (${day})` : day })
        return [lines(`${found} ${say('changed')}`), ...parts.map(part)]
      }
      case 'lost': {
        const reach = gitReach(folder)
        const text = stance.text.slice(0, 11)
        const bundles = say(Array.isArray(values.bundle) ? 'bundlesGiven' : 'noBundle')
        return [lines(say('lost', { text, bundles, history: say(HISTORIES[reach]) }))]
      }
      case 'reasons':
        return [lines(say('reasons', { reasons: inBrackets(reasons) }))]
      case 'merged':
        return [lines(say('merged', { by: proposal.replacedBy }))]
      default:
        return [lines(say(what))]
    }
  }

  function part({ part: name, pieces }: PartChange) {
    const passages = changedLines(pieces, terminal)
      .map((text) => text.trim())
      .filter(Boolean)
    return [
      bold(`${partName(name, programme, language)}${COLON[language]}`),
      ...(passages.length === 0 ? [say('unseen')] : passages).map((text) => lines(text, '  ')),
    ]
  }
}

const HISTORIES = {
  missing: 'noHistory',
  none: 'noHistory',
  refused: 'unreadableHistory',
  part: 'partOfHistory',
  all: 'wholeHistory',
} as const

const SENTENCES = {
  named: wording(
    '{name} : depuis que ce collectif s’est prononcé',
    '{name}: since this collective spoke',
  ),
  none: wording(
    '{name} : aucun texte n’a changé depuis que ce collectif s’est prononcé.',
    '{name}: no text changed since this collective spoke.',
  ),
  some: wording(
    '{name} : {count|proposition a|propositions ont} changé depuis que ce collectif s’est prononcé',
    '{name}: {count|proposal|proposals} changed since this collective spoke',
  ),
  never: wording(
    '{name} : ce collectif ne s’est prononcé sur aucun texte.',
    '{name}: this collective spoke on no text.',
  ),
  spoke: wording('Vous avez dit, le {date|day} : {stance}.', 'You said, on {date|day}: {stance}.'),
  hadSpoken: wording(
    'Vous aviez dit, le {date|day} : {stance}.',
    'You had said, on {date|day}: {stance}.',
  ),
  stands: wording('Cette objection tient toujours.', 'This objection still stands.'),
  argument: wording('Argument : « {text} »', 'Argument: “{text}”'),
  liftsIf: wording('Serait levée si : « {text} »', 'Would be lifted if: “{text}”'),
  round: wording(
    'Le texte d’alors a été gardé par le tour ouvert le {day}.',
    'The text you answered was kept by the round opened on {day}.',
  ),
  amendments: wording(
    'Le texte d’alors se déduit des amendements adoptés depuis.',
    'The text you answered follows from the amendments adopted since.',
  ),
  bundle: wording(
    'Le texte d’alors est dans l’édition donnée{day}.',
    'The text you answered is in the edition given{day}.',
  ),
  git: wording(
    'Le texte d’alors est dans git, au {day}.',
    'The text you answered is in git, as of {day}.',
  ),
  changed: wording('Ce qui a changé :', 'What changed:'),
  lost: wording(
    'Le texte a changé, mais celui d’alors ({text}…) est introuvable. Cherché dans : les copies des tours, les amendements adoptés, {bundles}, {history}. Relisez le texte actuel en entier.',
    'The text changed, but the one you answered ({text}…) is nowhere to be found. Looked in: the copies of rounds, the adopted amendments, {bundles}, {history}. Read the whole current text again.',
  ),
  bundlesGiven: wording('les éditions données', 'the editions given'),
  noBundle: wording('aucune édition (ajoutez --bundle)', 'no edition (add --bundle)'),
  noHistory: wording('aucun dépôt git', 'no git repository'),
  unreadableHistory: wording(
    'aucun dépôt git que git veuille lire (« git status » dit pourquoi)',
    'no git repository that git agrees to read (“git status” says why)',
  ),
  partOfHistory: wording(
    'la part de l’historique git que cette copie a (« git fetch --unshallow » donne le reste)',
    'the part of the git history that this copy has (“git fetch --unshallow” gives the rest)',
  ),
  wholeHistory: wording('l’historique git du fichier', 'the git history of the file'),
  nothing: wording('Le texte n’a pas changé.', 'The text has not changed.'),
  untold: wording(
    'Cette position ne dit pas de quel texte elle parle : elle ne compte pas, et rien ne peut être comparé.',
    'This stance does not say which text it is about: it does not count, and nothing can be compared.',
  ),
  reasons: wording(
    'Le texte auquel vous avez répondu est le même ; seul le reste a été repris{reasons}.',
    'The text you answered is the same; only the rest was edited{reasons}.',
  ),
  only: wording(
    '{proposal} : même texte, seul le reste a été repris{reasons}.',
    '{proposal}: same text, only the rest was edited{reasons}.',
  ),
  merged: wording(
    'Cette proposition a été réunie à d’autres dans « {by} » : c’est un autre texte, sur lequel rien n’a été repris.',
    'This proposal was merged with others into “{by}”: that is another text, to which no stance was carried over.',
  ),
  silent: wording(
    '{proposal} : ce collectif n’en a rien dit.',
    '{proposal}: this collective said nothing of it.',
  ),
  rest: wording('Sans changement : {same}.', 'Unchanged: {same}.'),
  unseen: wording(
    'Rien ne se voit dans les mots : une image, un lien ou une mise en forme a changé.',
    'Nothing shows in the words: an image, a link or some formatting changed.',
  ),
  again: wording(
    'Pour répondre de nouveau : cahier stance {member} {proposal} POSITION',
    'To answer again: cahier stance {member} {proposal} STANCE',
  ),
  legend: wording(
    'Lecture : [-retiré-] {+ajouté+} ; seuls les passages qui changent sont montrés.',
    'Reading: [-removed-] {+added+}; only passages that change are shown.',
  ),
}
