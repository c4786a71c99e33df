import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tally } from '@cahier/consensus'
import { type Programme, readYaml, type Verdict } from '@cahier/core'
import {
  BROCHURE_PAGES,
  brochurePages,
  composeEdition,
  type Edition,
  filtersOf,
  type Selection,
} from '@cahier/export'
import { splitFrontMatter } from '@cahier/prose'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { readSmallFile } from '../disk/files.ts'
import { folderAbove } from '../programme/find.ts'
import { counted } from '../text/report-parts.ts'

/** The edition of a programme on a day, with the version and changesets of its package. */
export function editionFor(
  folder: string,
  programme: Programme,
  verdicts: readonly Verdict[],
  selection: Selection,
  day: string,
): Edition {
  return composeEdition(programme, verdicts, {
    ...selection,
    version: packageField(folder, 'version'),
    changesets: pendingChangesets(folder),
    day,
  })
}

/** @throws {UsageError} when the manifest is unreadable or lacks the identifier. */
export function refuseUnreadable({ documents, manifest }: Programme): void {
  const document = documents.find(({ kind }) => kind === 'manifest')
  if (document?.head === null || manifest.publication.identifier === '')
    throw new UsageError(
      '« programme.yaml » ne peut pas être lu, ou n’a pas de publication.identifier : lancez « cahier lint »',
      '“programme.yaml” cannot be read, or has no publication.identifier: run “cahier lint”',
    )
}

/**
 * The edition of a selection, and the verdicts (results) on all proposals, on the publication date
 * of the manifest, else today.
 * @throws {UsageError} when too few proposals are selected, or too many for a brochure.
 */
export function selectedEdition(
  programme: Programme,
  selection: Selection,
  { folder, day }: Invocation,
) {
  const date = programme.manifest.publication.date || day()
  const verdicts = tally(programme, date)
  const edition = editionFor(folder, programme, verdicts, selection, date)
  const count = printedIds(edition).length
  if (count === 0) throw nothingToPrint(edition, selection, programme)
  const { floor = 0 } = selection
  if (floor > count)
    throw new UsageError(
      `--floor ${floor} en demande trop : cette charte compte ${counted.fr(count, 'mesure')}`,
      `--floor ${floor} asks too much: this charter has ${counted.en(count, 'measure')}`,
    )
  const pages = edition.kind === 'brochure' ? brochurePages(edition) : 0
  if (pages > BROCHURE_PAGES)
    throw new UsageError(
      `cette brochure ferait ${pages} pages, ${BROCHURE_PAGES} au plus : choisissez moins de propositions, par exemple un axe (--axis) ou un horizon (--horizon)`,
      `this brochure would take ${pages} pages, ${BROCHURE_PAGES} at most: choose fewer proposals, for instance one axis (--axis) or one horizon (--horizon)`,
    )
  return { edition, verdicts }
}

/** The ids of the proposals printed in full. */
export function printedIds({ chapters }: Edition): readonly string[] {
  return chapters.flatMap(({ measures }) => measures.map(({ id }) => id))
}

function nothingToPrint(
  { draft }: Edition,
  selection: Selection,
  { proposals }: Programme,
): UsageError {
  if (proposals.length === 0)
    return new UsageError(
      'rien à publier : le programme n’a pas encore de proposition (cahier new proposal)',
      'nothing to publish: the programme has no proposal yet (cahier new proposal)',
    )
  const choice = filtersOf(selection)
    .map(([option, ids]) => `--${option} ${ids.join(',')}`)
    .join(' ')
  const [moreFr, moreEn] =
    selection.status === 'default' && !draft
      ? [
          ' (--status all prend aussi celles qui ne sont pas adoptées)',
          ' (--status all also takes those not adopted)',
        ]
      : ['', '']
  const nothing = (fr: string, en: string) =>
    new UsageError(`rien à publier : ${fr}${moreFr}`, `nothing to publish: ${en}${moreEn}`)
  if (selection.kind === 'dissent')
    return nothing(
      'aucune réserve ni objection sur ces propositions',
      'no reservation nor objection on these proposals',
    )
  return choice === ''
    ? nothing('aucune proposition ne peut y entrer', 'no proposal can go in')
    : nothing(`aucune proposition ne répond à ${choice}`, `no proposal answers to ${choice}`)
}

function packageField(folder: string, field: 'name' | 'version'): string {
  try {
    const value = (
      JSON.parse(readSmallFile(folder, 'package.json')) as Partial<Record<typeof field, unknown>>
    )[field]
    return typeof value === 'string' ? value : ''
  } catch {
    return ''
  }
}

/**
 * The Markdown of pending changesets (notes on changes) for the package of the programme, sorted by
 * file name.
 */
function pendingChangesets(folder: string): readonly string[] {
  const root = folderAbove(folder, '.changeset/config.json')
  const name = packageField(folder, 'name')
  if (root === null || name === '') return []
  const workspace = join(root, '.changeset')
  return readdirSync(workspace)
    .filter(
      (file) =>
        file.endsWith('.md') && file !== 'README.md' && lstatSync(join(workspace, file)).isFile(),
    )
    .sort()
    .flatMap((file) => wordsOn(name, readFileSync(join(workspace, file), 'utf8')))
}

function wordsOn(name: string, text: string): readonly string[] {
  const { head, bodyStart } = splitFrontMatter(text)
  if (head === null) return []
  const { value } = readYaml('', text, [0], head.start, head.end)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? [text.slice(bodyStart)]
    : []
}
