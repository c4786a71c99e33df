import { amendedOf, givenUp, likeBefore, planBallot } from '@cahier/consensus'
import {
  amendmentTemplate,
  applyEdits,
  axisTemplate,
  collectiveTemplate,
  EMPTY_PLAN,
  isNoText,
  isTakenName,
  type Language,
  type NewFile,
  nearest,
  type Plan,
  type Programme,
  proposalTemplate,
  questionTemplate,
  shortSlug,
  slugOf,
  sourceEdit,
  sourceTemplate,
} from '@cahier/core'
import type { Command, Invocation } from '../command.ts'
import { dateOption } from '../day-option.ts'
import { dryRunOption } from '../dry-run-option.ts'
import { openProgramme } from '../open-programme.ts'
import { UsageError } from '../usage-error.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { writtenId } from '../written-id.ts'

const KINDS = ['proposal', 'axis', 'amendment', 'collective', 'question', 'source', 'ballot'] as const
type NewKind = (typeof KINDS)[number]
const FRENCH: ReadonlyMap<string, NewKind> = new Map(
  Object.entries({
    proposition: 'proposal',
    axe: 'axis',
    amendement: 'amendment',
    collectif: 'collective',
    bulletin: 'ballot',
  }),
)

export const command: Command = {
  usage: {
    fr: 'proposal AXE [ID] TITRE\naxis [ID] TITRE\namendment PROPOSITION COLLECTIF [ID] TITRE\ncollective [ID] NOM\nquestion [ID] TITRE\nsource ID TITRE\nballot COLLECTIF',
    en: 'proposal AXIS [ID] TITLE\naxis [ID] TITLE\namendment PROPOSAL COLLECTIVE [ID] TITLE\ncollective [ID] NAME\nquestion [ID] TITLE\nsource ID TITLE\nballot COLLECTIVE',
  },
  help: {
    fr: 'Écrit un nouveau fichier à partir d’un modèle commenté. Sans ID, le fichier prend pour nom les premiers mots du titre. Un amendement peut porter sur un axe aussi bien que sur une proposition. « ballot » prépare les positions d’un collectif sur tous les tours ouverts : il reste à remplir « stance: ».',
    en: 'Writes a new file from a commented template. Without an ID, the file is named after the first words of the title. An amendment may be to an axis as well as to a proposal. “ballot” prepares a collective’s stances on every open round: only “stance:” is left to fill in.',
  },
  examples: [
    'cahier new proposal services "Rouvrir les accueils de quartier"',
    'cahier new axis eau "De l’eau pour tout le monde"',
    'cahier new ballot exemple-a',
  ],
  options: { date: dateOption, 'dry-run': dryRunOption },
  run(invocation) {
    const [written = '', ...words] = invocation.positionals
    return applyPlan(planNew(kindFrom(written), words, openProgramme(invocation), invocation), invocation)
  },
}

const LANGUAGES: readonly Language[] = ['fr', 'en']

function planNew(kind: NewKind, words: readonly string[], programme: Programme, { day, language: spoken }: Invocation): Plan {
  // What is written is in the language of the programme, as far as we write it.
  const language = LANGUAGES.find((one) => programme.manifest.language.split('-')[0] === one) ?? spoken
  const need = (index: number, fr: string, en: string): string => {
    const word = words[index]?.trim()
    if (word) return word
    throw new UsageError(`il manque ${fr} (cahier new --help)`, `${en} is missing (cahier new --help)`)
  }
  const title = (from: number) =>
    need(from, 'un titre', 'a title') && onOneLine(words.slice(hasId(words, from) ? from + 1 : from).join(' '))
  const idFrom = (from: number, taken: ReadonlySet<string>) =>
    hasId(words, from) ? freeId(words[from] ?? '', words[from] ?? '', taken) : freeId(shortSlug(title(from), 48), title(from), taken)
  const file = (path: string, content: string): Plan => ({ ...EMPTY_PLAN, files: [{ path, content }] })
  // A proposal and an axis are amended under one kind of name.
  const amended = new Set([...programme.ids.proposals, ...programme.ids.axes])
  switch (kind) {
    case 'ballot':
      return planBallot(programme, need(0, 'un collectif', 'a collective'), day())
    case 'proposal': {
      const axis = known(need(0, 'un axe', 'an axis'), new Set(programme.axes.map(({ id }) => id)), 'axe', 'axis')
      return file(`axes/${axis}/${idFrom(1, amended)}.md`, proposalTemplate(title(1), programme.manifest, language))
    }
    case 'axis': {
      const id = idFrom(0, amended)
      const axis = file(`axes/${id}/axis.md`, axisTemplate(title(0), language))
      return { ...axis, files: [...axis.files, ...manifestNaming(programme, id)] }
    }
    case 'amendment': {
      const { proposals, axes } = programme.ids
      const named = writtenId(need(0, 'une proposition', 'a proposal'))
      const proposal = axes.has(named) ? named : known(named, proposals, 'proposition', 'proposal')
      const by = known(need(1, 'un collectif', 'a collective'), programme.ids.collectives, 'collectif', 'collective')
      const original = programme.proposals.find(({ id }) => id === proposal)
      const refused = original === undefined ? null : givenUp(original, day())
      if (refused !== null) return refused
      const base = amendedOf(programme, proposal)?.whole ?? ''
      return file(
        `amendments/${proposal}/${idFrom(2, new Set())}.md`,
        amendmentTemplate({ proposal, by, base, day: day() }, programme.manifest, language),
      )
    }
    case 'collective':
      return file(`collectives/${idFrom(0, programme.ids.collectives)}.yaml`, collectiveTemplate(title(0), day(), language))
    case 'question':
      return file(`research/${idFrom(0, new Set())}.md`, questionTemplate(title(0), language))
    case 'source': {
      const written = need(0, 'un identifiant', 'an id')
      const id = slugOf(written)
      if (id === '' || isNoText(id))
        throw new UsageError(
          `« ${written} » ne donne pas d’identifiant : écrivez-le avec des lettres latines, par exemple insee-2024`,
          `no id can be made of “${written}”: write it with Latin letters, such as insee-2024`,
        )
      if (programme.ids.sources.has(id)) throw new UsageError(`la source « ${id} » existe déjà`, `the source “${id}” exists already`)
      const sources = programme.documents.find(({ kind: one }) => one === 'sources')
      const entry = sourceTemplate(id, title(1), day(), language)
      if (sources === undefined) return file('sources.yaml', entry)
      const edit = sourceEdit(sources, entry)
      if (edit === null)
        throw new UsageError(
          'une entrée s’ajoute à une liste dont chaque entrée commence par un tiret et son identifiant (« - id: … ») ; sources.yaml n’en est pas une, ou ne se lit pas (cahier lint sources.yaml)',
          'an entry is added to a list whose entries each begin with a dash and their id (“- id: …”); sources.yaml is not such a list, or cannot be read (cahier lint sources.yaml)',
        )
      return { ...EMPTY_PLAN, files: [{ path: sources.path, content: applyEdits(sources.text, [edit]), replaces: true }] }
    }
  }
}

// A new axis is printed where the manifest puts it: after the others.
function manifestNaming(programme: Programme, id: string): readonly NewFile[] {
  const manifest = programme.documents.find(({ kind }) => kind === 'manifest')
  const list = manifest?.places['/axes']
  // Who wrote the list first and makes the folders next has named it already.
  if (manifest === undefined || list === undefined || programme.manifest.axes.includes(id)) return []
  const { path, text } = manifest
  const last = manifest.places[`/axes/${programme.manifest.axes.length - 1}`]?.value
  const [at, written] = added()
  return [{ path, content: likeBefore(text, applyEdits(text, [{ path, start: at, end: at, text: written }])), replaces: true }]

  function added(): [at: number, written: string] {
    const from = list?.value.start.offset ?? 0
    if (text[from] === '[') return last === undefined ? [from + 1, id] : [last.end.offset, `, ${id}`]
    if (last === undefined) return [text.indexOf(':', list?.key?.end.offset) + 1, ` [${id}]`]
    // What is said of the last one at the end of its line stays with it.
    const end = last.end.offset + (/[^\r\n]*/.exec(text.slice(last.end.offset))?.[0].length ?? 0)
    return [end, `\n${text.slice(text.lastIndexOf('\n', last.start.offset) + 1, last.start.offset)}${id}`]
  }
}

function kindFrom(written: string): NewKind {
  const kind = KINDS.find((one) => one === written) ?? FRENCH.get(written)
  if (kind !== undefined) return kind
  const kinds = KINDS.join(', ')
  if (written === '')
    throw new UsageError(`que faut-il créer ? ${kinds} (cahier new --help)`, `what should be made? ${kinds} (cahier new --help)`)
  const near = nearest(written, [...KINDS, ...FRENCH.keys()])
  throw new UsageError(
    `« ${written} » n’est pas une sorte de fichier${near && ` : vouliez-vous « ${near} » ?`} (possibles : ${kinds})`,
    `“${written}” is not a kind of file${near && `: did you mean “${near}”?`} (possible: ${kinds})`,
  )
}

function known(id: string, ids: ReadonlySet<string>, fr: string, en: string): string {
  if (ids.has(id)) return id
  const near = nearest(id, [...ids])
  const none = fr === 'proposition' ? 'aucune' : 'aucun'
  const hint = {
    fr: near ? ` : vouliez-vous écrire « ${near} » ?` : ` (il y a : ${[...ids].join(', ')})`,
    en: near ? `: did you mean “${near}”?` : ` (there are: ${[...ids].join(', ')})`,
  }
  throw new UsageError(`${none} ${fr} « ${id} »${hint.fr}`, `no ${en} “${id}”${hint.en}`)
}

// A title that was pasted may hold line ends. No-break spaces are kept: French has them.
function onOneLine(title: string): string {
  return title.replace(/[\t-\r \u0085\u2028\u2029]+/g, ' ').trim()
}

// Without quotes each word of a title is one of the command: only before one that is quoted does an id stand apart.
function hasId(words: readonly string[], from: number): boolean {
  const [id = '', title = '', ...more] = words.slice(from)
  return more.length === 0 && id !== '' && slugOf(id) === id && !isTakenName(id) && (/\s/.test(title.trim()) || slugOf(title) === id)
}

function freeId(id: string, written: string, taken: ReadonlySet<string>): string {
  if (id === '' || isTakenName(id))
    throw new UsageError(
      `« ${written} » ne donne pas de nom de fichier : ajoutez au titre quelques mots, en lettres latines`,
      `no file name can be made of “${written}”: add a few words to the title, in Latin letters`,
    )
  if (!taken.has(id)) return id
  throw new UsageError(`« ${id} » existe déjà`, `“${id}” exists already`)
}
