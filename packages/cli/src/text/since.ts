import type { ChangedSince, PartChange } from '@cahier/consensus'
import { type Collective, dayIn, type Programme, STANCE_WORDS, setOnOneLine } from '@cahier/core'
import { type Invocation, inBothLanguages } from '../command.ts'
import { gitReach } from '../git/state.ts'
import { changedLines } from './changed-lines.ts'
import { COLON, collectiveName, layOut, linesFor, partName } from './report-parts.ts'

export interface ChangesSinceStance {
  readonly changes: readonly ChangedSince[]
  /** Named proposals on which the member has no stance. */
  readonly silent: readonly string[]
  /** Whether the command names proposals. */
  readonly named: boolean
}

/** The changes since a member's stances, by proposal: the stance, then each changed passage. */
export function sinceInWords(
  programme: Programme,
  member: Collective,
  { changes, silent, named }: ChangesSinceStance,
  { folder, language, terminal, values }: Invocation,
): string {
  const words = WORDS[language]
  const { line, bold } = linesFor(terminal)
  const lines = (text: string, indent = '') => line(`${indent}${text}`, indent)
  const isUnchanged = ({ what }: ChangedSince) => what === 'nothing' || what === 'reasons'
  const changed = changes.filter((change) => named || !isUnchanged(change))
  const others = changes.filter((change) => !changed.includes(change))
  const same = others.filter(({ what }) => what === 'nothing').map(({ proposal }) => proposal.id)
  const name = collectiveName(programme, member.id, language)
  const isNever = changes.length === 0 && !named
  const inBrackets = (ids: readonly string[]) => (ids.length > 0 ? ` (${ids.join(', ')})` : '')
  return layOut([
    bold(isNever ? words.never(name) : words.head(name, changed.length, named)),
    ...changed.map(block),
    ...silent.map((id) => lines(words.silent(id))),
    ...others
      .filter(({ what }) => what === 'reasons')
      .map(({ proposal, reasons }) => lines(words.only(proposal.id, inBrackets(reasons)))),
    same.length > 0 && lines(words.rest(same.join(', '))),
    changed.some(({ what }) => what === 'text') && lines(words.legend),
  ])

  function block(change: ChangedSince): string {
    const { proposal, stance, what } = change
    const spoke = words.spoke(
      STANCE_WORDS[language][stance.stance],
      dayIn(language, stance.date),
      !isUnchanged(change),
    )
    const { counted, state } = stance
    const stands =
      stance.stance === 'objection' && counted && state === 'stale' && what !== 'merged'
    const said = (sentence: (text: string) => string, text: string) =>
      text !== '' && lines(sentence(setOnOneLine(text, programme.manifest)), '  ')
    return layOut([
      bold(`${lines(proposal.id)}\n${lines(proposal.title, '  ')}`),
      [
        lines(stands ? `${spoke} ${words.stands}` : spoke),
        said(words.argument, stance.argument),
        said(words.liftsIf, stance.liftsIf),
      ],
      ...sequel(change),
      !isUnchanged(change) && lines(words.again(member.id, proposal.replacedBy || proposal.id)),
    ]).trimEnd()
  }

  function sequel({ proposal, stance, what, earlier, parts, reasons }: ChangedSince) {
    switch (what) {
      case 'text':
        return [
          lines(words.found[earlier?.from ?? 'git'](dayIn(language, earlier?.day))),
          ...parts.map(part),
        ]
      case 'lost': {
        const reach = gitReach(folder)
        const where = words.history[reach === 'missing' ? 'none' : reach]
        return [lines(words.lost(stance.text.slice(0, 11), Array.isArray(values.bundle), where))]
      }
      case 'reasons':
        return [lines(words.reasons(inBrackets(reasons)))]
      case 'merged':
        return [lines(words.merged(proposal.replacedBy))]
      default:
        return [lines(words[what])]
    }
  }

  function part({ part: name, pieces }: PartChange) {
    const passages = changedLines(pieces, terminal)
      .map((text) => text.trim())
      .filter(Boolean)
    return [
      bold(`${partName(name, programme, language)}${COLON[language]}`),
      ...(passages.length === 0 ? [words.unseen] : passages).map((text) => lines(text, '  ')),
    ]
  }
}

const WORDS = inBothLanguages(
  {
    head: (name: string, count: number, named: boolean) => {
      if (named) return `${name} : depuis que ce collectif s’est prononcé`
      if (count === 0)
        return `${name} : aucun texte n’a changé depuis que ce collectif s’est prononcé.`
      return `${name} : ${count} proposition${count > 1 ? 's ont' : ' a'} changé depuis que ce collectif s’est prononcé`
    },
    never: (name: string) => `${name} : ce collectif ne s’est prononcé sur aucun texte.`,
    spoke: (stance: string, day: string, past: boolean) =>
      `Vous ${past ? 'aviez' : 'avez'} dit, le ${day} : ${stance}.`,
    stands: 'Cette objection tient toujours.',
    argument: (text: string) => `Argument : « ${text} »`,
    liftsIf: (text: string) => `Serait levée si : « ${text} »`,
    found: {
      round: (day: string) =>
        `Le texte d’alors a été gardé par le tour ouvert le ${day}. Ce qui a changé :`,
      amendments: () =>
        'Le texte d’alors se déduit des amendements adoptés depuis. Ce qui a changé :',
      bundle: (day: string) =>
        `Le texte d’alors est dans l’édition donnée${day === '' ? '' : ` (${day})`}. Ce qui a changé :`,
      git: (day: string) => `Le texte d’alors est dans git, au ${day}. Ce qui a changé :`,
    },
    history: {
      none: 'aucun dépôt git',
      refused: 'aucun dépôt git que git veuille lire (« git status » dit pourquoi)',
      part: 'la part de l’historique git que cette copie a (« git fetch --unshallow » donne le reste)',
      all: 'l’historique git du fichier',
    },
    lost: (digest: string, bundles: boolean, history: string) =>
      `Le texte a changé, mais celui d’alors (${digest}…) est introuvable. Cherché dans : les copies des tours, les amendements adoptés, ${bundles ? 'les éditions données' : 'aucune édition (ajoutez --bundle)'}, ${history}. Relisez le texte actuel en entier.`,
    nothing: 'Le texte n’a pas changé.',
    untold:
      'Cette position ne dit pas de quel texte elle parle : elle ne compte pas, et rien ne peut être comparé.',
    reasons: (changed: string) =>
      `Le texte auquel vous avez répondu est le même ; seul le reste a été repris${changed}.`,
    only: (id: string, changed: string) =>
      `${id} : même texte, seul le reste a été repris${changed}.`,
    merged: (by: string) =>
      `Cette proposition a été réunie à d’autres dans « ${by} » : c’est un autre texte, sur lequel rien n’a été repris.`,
    silent: (id: string) => `${id} : ce collectif n’en a rien dit.`,
    rest: (ids: string) => `Sans changement : ${ids}.`,
    unseen: 'Rien ne se voit dans les mots : une image, un lien ou une mise en forme a changé.',
    again: (member: string, id: string) =>
      `Pour répondre de nouveau : cahier stance ${member} ${id} POSITION`,
    legend: 'Lecture : [-retiré-] {+ajouté+} ; seuls les passages qui changent sont montrés.',
  },
  {
    head: (name, count, named) => {
      if (named) return `${name}: since this collective spoke`
      if (count === 0) return `${name}: no text changed since this collective spoke.`
      return `${name}: ${count} proposal${count > 1 ? 's' : ''} changed since this collective spoke`
    },
    never: (name) => `${name}: this collective spoke on no text.`,
    spoke: (stance, day, past) => `You ${past ? 'had ' : ''}said, on ${day}: ${stance}.`,
    stands: 'This objection still stands.',
    argument: (text) => `Argument: “${text}”`,
    liftsIf: (text) => `Would be lifted if: “${text}”`,
    found: {
      round: (day) => `The text you answered was kept by the round opened on ${day}. What changed:`,
      amendments: () =>
        'The text you answered follows from the amendments adopted since. What changed:',
      bundle: (day) =>
        `The text you answered is in the edition given${day === '' ? '' : ` (${day})`}. What changed:`,
      git: (day) => `The text you answered is in git, as of ${day}. What changed:`,
    },
    history: {
      none: 'no git repository',
      refused: 'no git repository that git agrees to read (“git status” says why)',
      part: 'the part of the git history that this copy has (“git fetch --unshallow” gives the rest)',
      all: 'the git history of the file',
    },
    lost: (digest, bundles, history) =>
      `The text changed, but the one you answered (${digest}…) is nowhere to be found. Looked in: the copies of rounds, the adopted amendments, ${bundles ? 'the editions given' : 'no edition (add --bundle)'}, ${history}. Read the whole current text again.`,
    nothing: 'The text has not changed.',
    untold:
      'This stance does not say which text it is about: it does not count, and nothing can be compared.',
    reasons: (changed) => `The text you answered is the same; only the rest was edited${changed}.`,
    only: (id, changed) => `${id}: same text, only the rest was edited${changed}.`,
    merged: (by) =>
      `This proposal was merged with others into “${by}”: that is another text, to which no stance was carried over.`,
    silent: (id) => `${id}: this collective said nothing of it.`,
    rest: (ids) => `Unchanged: ${ids}.`,
    unseen: 'Nothing shows in the words: an image, a link or some formatting changed.',
    again: (member, id) => `To answer again: cahier stance ${member} ${id} STANCE`,
    legend: 'Reading: [-removed-] {+added+}; only passages that change are shown.',
  },
)
