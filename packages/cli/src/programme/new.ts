import { amendableText, keepLineEnds, planBallot, refuseIfGone } from '@cahier/consensus'
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
  nearCollective,
  type Plan,
  type Programme,
  proposalTemplate,
  questionTemplate,
  shortSlug,
  slugOf,
  sourceEdit,
  sourceTemplate,
} from '@cahier/core'
import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'

/** The kinds of file that have a template. */
export const KINDS = [
  'proposal',
  'axis',
  'amendment',
  'collective',
  'question',
  'source',
  'ballot',
] as const

export type NewKind = (typeof KINDS)[number]

/**
 * The plan for a new file, from the words typed after its kind.
 * @throws {UsageError} when words are missing or unknown.
 */
export function planNew(
  kind: NewKind,
  words: readonly string[],
  programme: Programme,
  { day, language: ofMessages }: Invocation,
): Plan {
  // Templates exist in French and English only.
  const language =
    LANGUAGES.find((one) => programme.manifest.language.split('-')[0] === one) ?? ofMessages
  return PLANS[kind]({ words, programme, language, day })
}

const LANGUAGES: readonly Language[] = ['fr', 'en']

interface NewFileRequest extends Pick<Invocation, 'day' | 'language'> {
  readonly words: readonly string[]
  readonly programme: Programme
}

const PLANS: Readonly<Record<NewKind, (request: NewFileRequest) => Plan>> = {
  proposal: newProposal,
  axis: newAxis,
  amendment: newAmendment,
  collective: (request) =>
    newFile(
      `collectives/${idFrom(request, 0, request.programme.ids.collectives)}.yaml`,
      collectiveTemplate(titleFrom(request, 0), request.day(), request.language),
    ),
  question: (request) =>
    newFile(
      `research/${idFrom(request, 0, new Set())}.md`,
      questionTemplate(titleFrom(request, 0), request.language),
    ),
  source: newSource,
  ballot: (request) =>
    planBallot(
      request.programme,
      wordAt(request, 0, 'un collectif', 'a collective'),
      request.day(),
    ),
}

function newProposal(request: NewFileRequest): Plan {
  const { programme, language } = request
  const axes = new Set(programme.axes.map(({ id }) => id))
  const named = wordAt(request, 0, 'un axe', 'an axis')
  const titles = Object.fromEntries(programme.axes.map(({ id, title }) => [slugOf(title), id]))
  const axis = known(named, axes, 'axe', 'axis', nearValue(named, [...axes], titles))
  const path = `axes/${axis}/${idFrom(request, 1, amendable(programme))}.md`
  return newFile(path, proposalTemplate(titleFrom(request, 1), programme.manifest, language))
}

function newAxis(request: NewFileRequest): Plan {
  const id = idFrom(request, 0, amendable(request.programme))
  const axis = newFile(`axes/${id}/axis.md`, axisTemplate(titleFrom(request, 0), request.language))
  return { ...axis, files: [...axis.files, ...manifestNaming(request.programme, id)] }
}

function newAmendment(request: NewFileRequest): Plan {
  const { programme, language, day } = request
  const { proposals, axes, collectives } = programme.ids
  const named = writtenId(wordAt(request, 0, 'une proposition', 'a proposal'))
  const proposal = axes.has(named) ? named : known(named, proposals, 'proposition', 'proposal')
  const member = wordAt(request, 1, 'un collectif', 'a collective')
  const near = nearCollective(programme, member)
  const by = known(member, collectives, 'collectif', 'collective', near)
  const original = programme.proposals.find(({ id }) => id === proposal)
  const refused = original === undefined ? null : refuseIfGone(original, day())
  if (refused !== null) return refused
  const base = amendableText(programme, proposal)?.whole ?? ''
  const path = `amendments/${proposal}/${idFrom(request, 2, new Set())}.md`
  return newFile(
    path,
    amendmentTemplate({ proposal, by, base, day: day() }, programme.manifest, language),
  )
}

function newSource(request: NewFileRequest): Plan {
  const { programme, language, day } = request
  const written = wordAt(request, 0, 'un identifiant', 'an id')
  const id = slugOf(written)
  if (id === '' || isNoText(id))
    throw new UsageError(
      `« ${written} » ne donne pas d’identifiant : écrivez-le avec des lettres latines, par exemple insee-2024`,
      `no id can be made of “${written}”: write it with Latin letters, such as insee-2024`,
    )
  if (programme.ids.sources.has(id))
    throw new UsageError(`la source « ${id} » existe déjà`, `the source “${id}” exists already`)
  const sources = programme.documents.find(({ kind }) => kind === 'sources')
  const entry = sourceTemplate(id, titleFrom(request, 1), day(), language)
  if (sources === undefined) return newFile('sources.yaml', entry)
  const edit = sourceEdit(sources, entry)
  if (edit === null)
    throw new UsageError(
      'une entrée s’ajoute à une liste dont chaque entrée commence par un tiret et son identifiant (« - id: … ») ; sources.yaml n’en est pas une, ou ne se lit pas (cahier lint sources.yaml)',
      'an entry is added to a list whose entries each begin with a dash and their id (“- id: …”); sources.yaml is not such a list, or cannot be read (cahier lint sources.yaml)',
    )
  return {
    ...EMPTY_PLAN,
    files: [{ path: sources.path, content: applyEdits(sources.text, [edit]), replaces: true }],
  }
}

function newFile(path: string, content: string): Plan {
  return { ...EMPTY_PLAN, files: [{ path, content }] }
}

// Amendments name a proposal or an axis by its id, so no id may be used twice.
function amendable({ ids: { proposals, axes } }: Programme): ReadonlySet<string> {
  return new Set([...proposals, ...axes])
}

// The manifest with the new axis last; no file when it needs no change.
function manifestNaming(programme: Programme, id: string): readonly NewFile[] {
  const manifest = programme.documents.find(({ kind }) => kind === 'manifest')
  const list = manifest?.places['/axes']
  // The manifest may name an axis before its folder exists.
  if (manifest === undefined || list === undefined || programme.manifest.axes.includes(id))
    return []
  const { path, text } = manifest
  const last = manifest.places[`/axes/${programme.manifest.axes.length - 1}`]?.value
  const [at, written] = added()
  return [
    {
      path,
      content: keepLineEnds(text, applyEdits(text, [{ path, start: at, end: at, text: written }])),
      replaces: true,
    },
  ]

  function added(): [at: number, written: string] {
    const from = list?.value.start.offset ?? 0
    if (text[from] === '[')
      return last === undefined ? [from + 1, id] : [last.end.offset, `, ${id}`]
    if (last === undefined) return [text.indexOf(':', list?.key?.end.offset) + 1, ` [${id}]`]
    // A comment after the last axis stays on its line.
    const end = last.end.offset + (/[^\r\n]*/.exec(text.slice(last.end.offset))?.[0].length ?? 0)
    return [
      end,
      `\n${text.slice(text.lastIndexOf('\n', last.start.offset) + 1, last.start.offset)}${id}`,
    ]
  }
}

function wordAt({ words }: NewFileRequest, index: number, fr: string, en: string): string {
  const word = words[index]?.trim()
  if (word) return word
  throw new UsageError(
    `il manque ${fr} (cahier new --help)`,
    `${en} is missing (cahier new --help)`,
  )
}

function titleFrom(request: NewFileRequest, from: number): string {
  const { words } = request
  return (
    wordAt(request, from, 'un titre', 'a title') &&
    onOneLine(words.slice(hasId(words, from) ? from + 1 : from).join(' '))
  )
}

function idFrom(request: NewFileRequest, from: number, taken: ReadonlySet<string>): string {
  const written = request.words[from] ?? ''
  if (hasId(request.words, from)) return freeId(written, written, taken)
  const title = titleFrom(request, from)
  return freeId(shortSlug(title, 48), title, taken)
}

function known(
  id: string,
  ids: ReadonlySet<string>,
  fr: string,
  en: string,
  suggested = nearValue(id, [...ids]),
): string {
  if (ids.has(id)) return id
  const near = didYouMean(suggested)
  const none = fr === 'proposition' ? 'aucune' : 'aucun'
  const hint = {
    fr: near.fr || ` (il y a : ${[...ids].join(', ')})`,
    en: near.en || ` (there are: ${[...ids].join(', ')})`,
  }
  throw new UsageError(`${none} ${fr} « ${id} »${hint.fr}`, `no ${en} “${id}”${hint.en}`)
}

// A pasted title may contain line ends. Keeps French no-break spaces.
function onOneLine(title: string): string {
  return title.replace(/[\t-\r \u0085\u2028\u2029]+/g, ' ').trim()
}

// Whether the first word is an id. An id comes only before a title in quotes: without quotes, each
// word of a title is one argument.
function hasId(words: readonly string[], from: number): boolean {
  const [id = '', title = '', ...more] = words.slice(from)
  return (
    more.length === 0 &&
    id !== '' &&
    slugOf(id) === id &&
    !isTakenName(id) &&
    (/\s/.test(title.trim()) || slugOf(title) === id)
  )
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
