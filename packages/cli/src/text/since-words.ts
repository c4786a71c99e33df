import { inBothLanguages } from '../command.ts'
import { FIELD_TITLES } from './report-parts.ts'

const PARTS = inBothLanguages<Readonly<Record<string, string>>>(
  {
    ...FIELD_TITLES.fr,
    requests: 'Demandes',
    requires: 'Ce qui est exigé d’abord',
  },
  {
    ...FIELD_TITLES.en,
    requests: 'Requests',
    requires: 'What is required first',
  },
)

/** Words of `cahier since`. */
export const SINCE_WORDS = inBothLanguages(
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
    onlyReasons: (reasons: readonly string[]) =>
      `Le texte auquel vous avez répondu est le même ; seul le reste a été repris${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}.`,
    only: (id: string, reasons: readonly string[]) =>
      `${id} : même texte, seul le reste a été repris${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}.`,
    merged: (by: string) =>
      `Cette proposition a été réunie à d’autres dans « ${by} » : c’est un autre texte, sur lequel rien n’a été repris.`,
    silent: (id: string) => `${id} : ce collectif n’en a rien dit.`,
    rest: (ids: string) => `Sans changement : ${ids}.`,
    part: (name: string) => `${name} :`,
    request: (addressee: string) => `Demande (${addressee})`,
    parts: PARTS.fr,
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
    onlyReasons: (reasons) =>
      `The text you answered is the same; only the rest was edited${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}.`,
    only: (id, reasons) =>
      `${id}: same text, only the rest was edited${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}.`,
    merged: (by) =>
      `This proposal was merged with others into “${by}”: that is another text, to which no stance was carried over.`,
    silent: (id) => `${id}: this collective said nothing of it.`,
    rest: (ids) => `Unchanged: ${ids}.`,
    part: (name) => `${name}:`,
    request: (addressee) => `Request (${addressee})`,
    parts: PARTS.en,
    unseen: 'Nothing shows in the words: an image, a link or some formatting changed.',
    again: (member, id) => `To answer again: cahier stance ${member} ${id} STANCE`,
    legend: 'Reading: [-removed-] {+added+}; only passages that change are shown.',
  },
)
