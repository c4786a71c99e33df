import { amendableText, keepLineEnds, planBallot, refuseIfGone } from '@cahier/consensus'
import {
  amendmentTemplate,
  applyEdits,
  axisTemplate,
  collectiveTemplate,
  EMPTY_PLAN,
  isForbiddenId,
  isNonTextInYaml,
  type NewFile,
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
import { collectiveNamed, proposalNamed, writtenId } from '../arguments/named-ids.ts'
import { errorAbout, UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'

/** The kinds of file that have a template. */
export const NEW_KINDS = {
  proposal: { french: 'proposition' },
  axis: { french: 'axe' },
  amendment: { french: 'amendement' },
  collective: { french: 'collectif' },
  question: { french: 'question' },
  source: { french: 'source' },
  ballot: { french: 'bulletin' },
} as const

export type NewKind = keyof typeof NEW_KINDS

/**
 * The plan for a new file, from the words after the kind. @throws {UsageError} for wrong or missing
 * words.
 */
export function planNew(
  kind: NewKind,
  words: readonly string[],
  programme: Programme,
  { day, language: ofMessages }: Invocation,
): Plan {
  const [tag] = programme.manifest.language.split('-')
  const language = tag === 'fr' || tag === 'en' ? tag : ofMessages
  return PLANS[kind]({ words, programme, language, day: day() })
}

interface NewFileRequest extends Pick<Invocation, 'language'> {
  readonly words: readonly string[]
  readonly programme: Programme
  readonly day: string
}

const PLANS: Readonly<Record<NewKind, (request: NewFileRequest) => Plan>> = {
  proposal: newProposal,
  axis: newAxis,
  amendment: newAmendment,
  collective: (request) => {
    const { id, title } = titled(request, 0, request.programme.ids.collectives)
    const text = collectiveTemplate(title, request.day, request.language)
    return newFile(`collectives/${id}.yaml`, text)
  },
  question: (request) => {
    const { id, title } = titled(request, 0)
    return newFile(`research/${id}.md`, questionTemplate(title, request.language))
  },
  source: newSource,
  ballot: (request) =>
    planBallot(request.programme, wordAt(request, 0, 'un collectif', 'a collective'), request.day),
}

function newProposal(request: NewFileRequest): Plan {
  const { programme, language } = request
  const { axes } = programme
  const named = wordAt(request, 0, 'un axe', 'an axis')
  const axis = axes.find(({ id }) => id === named)?.id
  if (axis === undefined) {
    const ids = axes.map(({ id }) => id)
    const titles = Object.fromEntries(axes.map(({ id, title }) => [slugOf(title), id]))
    const near = didYouMean(nearValue(named, ids, titles))
    throw new UsageError(
      `aucun axe « ${named} »${near.fr || ` (il y a : ${ids.join(', ')})`}`,
      `no axis “${named}”${near.en || ` (there are: ${ids.join(', ')})`}`,
    )
  }
  const { id, title } = titled(request, 1, amendable(programme))
  return newFile(`axes/${axis}/${id}.md`, proposalTemplate(title, programme.manifest, language))
}

function newAxis(request: NewFileRequest): Plan {
  const { programme, language } = request
  const { id, title } = titled(request, 0, amendable(programme))
  const axis = newFile(`axes/${id}/axis.md`, axisTemplate(title, language))
  return { ...axis, files: [...axis.files, ...manifestNaming(programme, id)] }
}

function newAmendment(request: NewFileRequest): Plan {
  const { programme, language, day } = request
  const named = writtenId(wordAt(request, 0, 'une proposition', 'a proposal'))
  const original = programme.ids.axes.has(named) ? null : proposalNamed(programme, named)
  const by = collectiveNamed(programme, wordAt(request, 1, 'un collectif', 'a collective')).id
  const refused = original && refuseIfGone(original, day)
  if (refused !== null) return refused
  const base = amendableText(programme, named)?.whole ?? ''
  const text = amendmentTemplate({ proposal: named, by, base, day }, programme.manifest, language)
  return newFile(`amendments/${named}/${titled(request, 2).id}.md`, text)
}

function newSource(request: NewFileRequest): Plan {
  const { programme, language, day } = request
  const written = wordAt(request, 0, 'un identifiant', 'an id')
  const id = slugOf(written)
  if (id === '' || isNonTextInYaml(id))
    throw new UsageError(
      `« ${written} » ne donne pas d’identifiant : écrivez-le avec des lettres latines, par exemple insee-2024`,
      `no id can be made of “${written}”: write it with Latin letters, such as insee-2024`,
    )
  if (programme.ids.sources.has(id))
    throw new UsageError(`la source « ${id} » existe déjà`, `the source “${id}” exists already`)
  const sources = programme.documents.find(({ kind }) => kind === 'sources')
  const entry = sourceTemplate(id, titleFrom(request, 1), day, language)
  if (sources === undefined) return newFile('sources.yaml', entry)
  const edit = sourceEdit(sources, entry)
  if (edit === null)
    throw new UsageError(
      'une entrée s’ajoute à une liste dont chaque entrée commence par un tiret et son identifiant (« - id: … ») ; sources.yaml n’en est pas une, ou ne se lit pas (cahier lint sources.yaml)',
      'an entry is added to a list whose entries each begin with a dash and their id (“- id: …”); sources.yaml is not such a list, or cannot be read (cahier lint sources.yaml)',
    )
  return newFile(sources.path, applyEdits(sources.text, [edit]), true)
}

function newFile(path: string, content: string, replaces = false): Plan {
  return { ...EMPTY_PLAN, files: [{ path, content, replaces }] }
}

// Amendments name a proposal or an axis by its id, so no id may be used twice.
function amendable({ ids: { proposals, axes } }: Programme): ReadonlySet<string> {
  return new Set([...proposals, ...axes])
}

// Adds the new axis at the end of the list in the manifest, if the manifest has that list.
function manifestNaming(programme: Programme, id: string): readonly NewFile[] {
  const manifest = programme.documents.find(({ kind }) => kind === 'manifest')
  const list = manifest?.places['/axes']
  // The manifest may name an axis before its folder exists.
  if (manifest === undefined || list === undefined || programme.manifest.axes.includes(id))
    return []
  const { path, text } = manifest
  const start = list.value.start.offset
  const isFlow = text[start] === '['
  const last = manifest.places[`/axes/${programme.manifest.axes.length - 1}`]?.value
  const edit = (at: number, written: string) => {
    const content = applyEdits(text, [{ path, start: at, end: at, text: written }])
    return [{ path, content: keepLineEnds(text, content), replaces: true }]
  }
  if (last === undefined)
    return isFlow
      ? edit(start + 1, id)
      : edit(text.indexOf(':', list.key?.end.offset) + 1, ` [${id}]`)
  const end = last.end.offset
  if (isFlow) return edit(end, `, ${id}`)
  const margin = text.slice(text.lastIndexOf('\n', last.start.offset) + 1, last.start.offset)
  // A comment after the last axis stays on its line.
  const comment = /[^\r\n]*/.exec(text.slice(end))?.[0] ?? ''
  return edit(end + comment.length, `\n${margin}${id}`)
}

function wordAt({ words }: NewFileRequest, index: number, fr: string, en: string) {
  const word = words[index]?.trim()
  if (word) return word
  throw new UsageError(
    `il manque ${fr} (cahier new --help)`,
    `${en} is missing (cahier new --help)`,
  )
}

function titleFrom(request: NewFileRequest, from: number) {
  const { words } = request
  return (
    wordAt(request, from, 'un titre', 'a title') &&
    words
      .slice(hasId(words, from) ? from + 1 : from)
      .join(' ')
      // A pasted title may contain line ends. Keeps French no-break spaces.
      .replace(/[\t-\r \u0085\u2028\u2029]+/g, ' ')
      .trim()
  )
}

function titled(request: NewFileRequest, from: number, taken: ReadonlySet<string> = new Set()) {
  const { words } = request
  const title = titleFrom(request, from)
  const id = hasId(words, from) ? (words[from] ?? '') : idOfTitle(title)
  if (!taken.has(id)) return { id, title }
  throw errorAbout(id, 'existe déjà', 'exists already')
}

// The first word can be an id only when exactly one argument follows. That argument is a quoted
// title of several words, or a word whose slug is the first word. Without quotes, a title of
// several words takes several arguments.
function hasId(words: readonly string[], from: number) {
  const [id = '', title = '', ...more] = words.slice(from)
  return (
    more.length === 0 &&
    id !== '' &&
    slugOf(id) === id &&
    !isForbiddenId(id) &&
    (/\s/.test(title.trim()) || slugOf(title) === id)
  )
}

/** A short id made of a title or name. @throws {UsageError} when it gives no file name. */
export function idOfTitle(title: string): string {
  const id = shortSlug(title, 48)
  if (id !== '' && !isForbiddenId(id)) return id
  throw new UsageError(
    `« ${title} » ne donne pas de nom de fichier : ajoutez-y quelques mots, en lettres latines`,
    `no file name can be made of “${title}”: add a few words, in Latin letters`,
  )
}
