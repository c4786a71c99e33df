import { stringify } from 'csv-stringify/sync'
import {
  type Edition,
  type Exporter,
  type Measure,
  measuresOf,
  nodesAsText,
  textFile,
} from '../edition/edition.ts'
import { printable } from '../markup/printable.ts'

/**
 * The edition as CSV tables (RFC 4180, UTF-8 with a BOM). An apostrophe is put before a cell that a
 * spreadsheet would run as a formula.
 */
export const csvExporter: Exporter = {
  format: 'csv',
  render: (edition) =>
    Object.entries(TABLES).map(([name, table]) =>
      textFile(`${edition.name}-${name}.csv`, written(table(edition))),
    ),
}

type Cell = string | number

interface Table {
  /** The names of the columns, separated by spaces. */
  readonly columns: string
  readonly rows: readonly (readonly Cell[])[]
}

function written({ columns, rows }: Table) {
  return stringify([...rows.map((row) => [...row])], {
    // Invisible characters could hide a formula from the check, so they are removed first.
    cast: { string: printable },
    columns: columns.split(' '),
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

const FACTS = ['scale', 'action', 'impacts', 'authors', 'requires', 'merges', 'review'] as const

const TABLES: Readonly<Record<string, (edition: Edition) => Table>> = {
  measures: (edition) => ({
    columns: `number id axis axis-title title status status-label summary horizon ${FACTS.join(' ')} digest`,
    rows: edition.chapters.flatMap((chapter) =>
      chapter.measures.map(({ number, id, title, status, statusLabel, ...measure }) => [
        number,
        id,
        chapter.id,
        chapter.title,
        title,
        status,
        statusLabel,
        nodesAsText(measure.summary.nodes),
        ...(['horizon', ...FACTS] as const).map(
          (fact) => measure.facts.find((one) => one.id === fact)?.value ?? '',
        ),
        measure.normative,
      ]),
    ),
  }),
  requests: (edition) => ({
    columns: 'number measure measure-title addressee addressee-title text',
    rows: measuresOf(edition).flatMap(({ id, title, requests }) =>
      requests.map(({ number, addressee, addresseeLabel, nodes }) => [
        number,
        id,
        title,
        addressee,
        addresseeLabel,
        nodesAsText(nodes),
      ]),
    ),
  }),
  stances: (edition) => ({
    columns:
      'measure measure-number collective name example stance label stale date argument lifts-if',
    rows: measuresOf(edition).flatMap((measure) => stanceRows(measure, edition)),
  }),
  sources: (edition) => ({
    columns: 'id reference url level level-label reservations cited-in',
    rows: edition.bibliography.map(
      ({ id, nodes, url, level, levelLabel, reservations, citedIn }) => [
        id,
        nodesAsText(nodes),
        url,
        level,
        levelLabel,
        reservations,
        citedIn.join(' '),
      ],
    ),
  }),
}

// A short edition has no list of members: its only stances are those of `dissent`.
function stanceRows({ id, number, dissent }: Measure, { collectives }: Edition): Cell[][] {
  const listed = collectives.flatMap(({ id: collective, name, example, stances }) => {
    const stance = stances[id]
    return stance === undefined ? [] : [{ collective, name, example, ...stance }]
  })
  const others = dissent
    .filter(({ collective }) => !listed.some((one) => one.collective === collective))
    .map((one) => ({ ...one, name: one.collectiveName, label: one.stanceLabel }))
  return [...listed, ...others].map(({ collective, name, example, stance, label, stale, date }) => {
    const { argument = '', liftsIf = '' } =
      dissent.find((one) => one.collective === collective) ?? {}
    const said = [stance, label, String(stale), date, argument, liftsIf]
    return [id, number, collective, name, String(example), ...said]
  })
}
