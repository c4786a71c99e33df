import { shortened } from '@cahier/consensus'
import type { Language, Plan } from '@cahier/core'
import type {
  OutsideChanges,
  PrintedText,
  ReturnedOdt,
  ReturnedText,
  UnappliedChange,
} from '@cahier/export'
import { groupedBy } from '@cahier/prose'
import { type Invocation, inBothLanguages } from '../command.ts'
import { wrap } from '../terminal/terminal.ts'
import { COLON, inQuotes, layOut } from './report-parts.ts'

export interface ImportedText {
  readonly id: string
  readonly text: ReturnedText
  /** `nothing`: no change. `there`: the amendment exists already. */
  readonly amendment: Plan | 'nothing' | 'there'
}

/** The report of an ODT import: authors, amendments, changes to make by hand. */
export function importReport(
  { edition, authors, paragraphs }: ReturnedOdt,
  texts: readonly ImportedText[],
  outside: OutsideChanges,
  unknown: readonly PrintedText[],
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const people = counts(authors)
  const speakers = groupedBy(
    paragraphs.flatMap(({ comments }) => comments.map(({ author }) => author).filter(Boolean)),
    (author) => author,
  )
  const commented = counts([...speakers].map(([author, { length }]) => [author, length]))
  const amended = texts.filter(({ amendment }) => typeof amendment !== 'string').length
  const there = texts.filter(({ amendment }) => amendment === 'there').map(({ id }) => id)
  const added = outside.added.map((wording): UnappliedChange => ({ why: 'place', wording }))
  const elsewhere = {
    id: words.elsewhere,
    left: [...outside.changed, ...added],
    comments: outside.comments,
  }
  const left = linesOfLeft(
    [...texts.map(({ id, text }) => ({ id, left: text.left })), elsewhere],
    language,
  )
  const spoken = texts
    .filter(({ amendment }) => amendment === 'nothing')
    .map(({ id, text }) => ({ id, comments: text.comments }))
  const comments = [...spoken, elsewhere].flatMap((each) =>
    each.comments.map(
      ({ on, text }) =>
        `  ${each.id}${on && `, ${inQuotes[language](shortened(on, 70))}`}${COLON[language]} ${text.replace(/\s+/g, ' ')}`,
    ),
  )
  const facts = [
    words.read(edition, amended),
    people && words.recorded(people),
    commented && words.commented(commented),
  ]
  const report = layOut([
    facts.filter(Boolean).join(' '),
    there.length > 0 && words.there(there.join(', ')),
    comments.length > 0 && [words.comments, ...comments],
    left.length > 0 && [words.byHand, ...left],
    unknown.length > 0 && words.unknown(unknown.map(({ id }) => id).join(', ')),
    amended > 0 && words.next,
  ])
  return report.replace(/^.+$/gm, (line) =>
    wrap(line, terminal.width, line.startsWith(' ') ? '    ' : ''),
  )
}

function counts(people: Iterable<readonly [string, number]>) {
  return [...people].map(([name, count]) => `${name} ${count}`).join(', ')
}

/** Changes that a word processor makes everywhere when it loses the styles. */
const STYLES: ReadonlySet<UnappliedChange['why']> = new Set(['format', 'line', 'shape'])

/** More changes than this, of one kind in `STYLES`, are not the work of a person. */
const MOST_LISTED = 50

/**
 * One line per change to make by hand. Changes of one kind share a line if lost styles caused them.
 */
function linesOfLeft(
  all: readonly { readonly id: string; readonly left: readonly UnappliedChange[] }[],
  language: Language,
): readonly string[] {
  const words = WORDS[language]
  const changes = all.flatMap(({ id, left }) => left.map((change) => ({ id, ...change })))
  const kinds = [...groupedBy(changes, ({ why }) => why)]
  const many = new Map(kinds.filter(([why, some]) => STYLES.has(why) && some.length > MOST_LISTED))
  return [
    ...[...many].map(
      ([why, some]) => `  ${words.left[why]}${COLON[language]} ${words.many(some.length)}`,
    ),
    ...changes
      .filter(({ why }) => !many.has(why))
      .map(
        ({ id, why, wording }) =>
          `  ${id}${COLON[language]} ${words.left[why]}${COLON[language]} ${inQuotes[language](shortened(wording, 70))}`,
      ),
  ]
}

const WORDS = inBothLanguages(
  {
    read: (edition: string, amended: number) =>
      `Document de l’édition ${edition} : ${amended === 0 ? 'aucun changement à proposer' : amended === 1 ? 'un amendement' : `${amended} amendements`}.`,
    recorded: (people: string) => `Modifications suivies : ${people}.`,
    commented: (people: string) => `Commentaires : ${people}.`,
    there: (ids: string) => `Déjà repris, et inchangé : ${ids}.`,
    elsewhere: 'hors des textes',
    comments: 'Commentaires qui n’ont pas d’amendement où entrer :',
    byHand: 'Changé dans le document, et à reprendre à la main :',
    left: {
      cells: 'des cases de tableau, réunies en une',
      citation: 'près d’une source, d’un code ou d’une adresse',
      dissent: 'une réserve ou une objection, autrement qu’elle n’est écrite aujourd’hui',
      field: 'une donnée de la proposition',
      format: 'gras, italique, barré ou lien d’un passage',
      heading: 'le titre d’une partie',
      image: 'une image, qui n’est plus celle d’avant',
      line: 'un retour à la ligne, mis ou ôté dans un passage',
      manifest: 'ce qu’imprime programme.yaml, autrement qu’il ne le dit aujourd’hui',
      note: 'une note',
      notice: 'un avertissement qu’imprime cahier',
      order: 'déplacé avec ce qui suit',
      row: 'une case de tableau, vidée ou ajoutée',
      picture: 'une image ou une note dans un passage ajouté',
      place: 'un passage sans place sûre',
      shape:
        'un passage devenu titre, citation ou point de liste, ou qui ne l’est plus, ou d’un autre niveau',
      source: 'une source, autrement que sources.yaml ne la dit aujourd’hui',
      whole: 'tout le texte, ôté du document (un amendement ne retire pas un texte)',
    },
    many: (count: number) => `${count} fois ; le document a sans doute perdu ses styles en chemin`,
    unknown: (ids: string) =>
      `Le texte d’avant n’est ni dans le dossier ni dans git pour : ${ids}. Donnez l’édition d’où vient le document avec --base ; rien n’en est repris.`,
    next: 'Relisez chaque amendement, et complétez ses motifs.',
  },
  {
    read: (edition, amended) =>
      `Document of edition ${edition}: ${amended === 0 ? 'no change to propose' : amended === 1 ? 'one amendment' : `${amended} amendments`}.`,
    recorded: (people) => `Recorded changes: ${people}.`,
    commented: (people) => `Comments: ${people}.`,
    there: (ids) => `Already taken, and unchanged: ${ids}.`,
    elsewhere: 'outside the texts',
    comments: 'Comments that have no amendment to go into:',
    byHand: 'Changed in the document, and to be done by hand:',
    left: {
      cells: 'cells of a table, merged into one',
      citation: 'beside a source, code or an address',
      dissent: 'a reservation or an objection, otherwise than it reads today',
      field: 'a fact of the proposal',
      format: 'bold, italics, a strike or a link of a passage',
      heading: 'the title of a section',
      image: 'a picture that is no longer the one before',
      line: 'a line break, added to a passage or removed from it',
      manifest: 'what programme.yaml has printed, otherwise than it says today',
      note: 'a note',
      notice: 'a notice that cahier prints',
      order: 'moved with what is under it',
      row: 'a cell of a table, emptied or added',
      picture: 'a picture or a note in a passage that was added',
      place: 'a passage without a certain place',
      shape:
        'a passage made a title, a quotation or an item, or no longer one, or of another level',
      source: 'a source, otherwise than sources.yaml has it today',
      whole: 'the whole text, removed from the document (no amendment withdraws a text)',
    },
    many: (count) => `${count} times; the document has probably lost its styles on its way`,
    unknown: (ids) =>
      `The text before is neither in the folder nor in git for: ${ids}. Give the bundle the document comes from with --base; nothing of them is taken.`,
    next: 'Read each amendment, and complete its reasons.',
  },
)
