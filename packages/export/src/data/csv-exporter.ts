import { stringify } from 'csv-stringify/sync'
import type { Edition, Exporter } from '../edition/edition.ts'
import { measuresOf } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { printable } from '../markup/printable.ts'

/**
 * The edition as CSV tables (RFC 4180, UTF-8 with a BOM): measures, requests, stances, sources. A
 * cell that would run as a formula starts with an apostrophe.
 */
export const csvExporter: Exporter = {
  format: 'csv',
  render: (edition) =>
    Object.entries(TABLES).map(([name, table]) => ({
      path: `${edition.name}-${name}.csv`,
      bytes: new TextEncoder().encode(written(table(edition))),
    })),
}

type Row = Readonly<Record<string, string | number>>

interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

function written({ columns, rows }: Table): string {
  return stringify([...rows], {
    // Invisible characters are removed before the check for formulas.
    cast: { string: printable },
    columns: [...columns],
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

const FACTS = ['scale', 'action', 'impacts', 'authors', 'requires', 'merges', 'review'] as const

const TABLES: Readonly<Record<string, (edition: Edition) => Table>> = {
  measures: (edition) => ({
    columns: [
      'number',
      'id',
      'axis',
      'axis-title',
      'title',
      'status',
      'status-label',
      'summary',
      'horizon',
      ...FACTS,
      'digest',
    ],
    rows: edition.chapters.flatMap((chapter) =>
      chapter.measures.map((measure) => ({
        number: measure.number,
        id: measure.id,
        axis: chapter.id,
        'axis-title': chapter.title,
        title: measure.title,
        status: measure.status,
        'status-label': measure.statusLabel,
        summary: nodesAsText(measure.summary.nodes),
        ...Object.fromEntries(measure.facts.map(({ id, value }) => [id, value])),
        digest: measure.normative,
      })),
    ),
  }),
  requests: (edition) => ({
    columns: ['number', 'measure', 'measure-title', 'addressee', 'addressee-title', 'text'],
    rows: measuresOf(edition).flatMap(({ id, title, requests }) =>
      requests.map(({ number, addressee, addresseeLabel, nodes }) => ({
        number,
        measure: id,
        'measure-title': title,
        addressee,
        'addressee-title': addresseeLabel,
        text: nodesAsText(nodes),
      })),
    ),
  }),
  stances: (edition) => ({
    columns: [
      'measure',
      'measure-number',
      'collective',
      'name',
      'example',
      'stance',
      'label',
      'stale',
      'date',
      'argument',
      'lifts-if',
    ],
    rows: measuresOf(edition).flatMap((measure) => stanceRows(measure, edition)),
  }),
  sources: (edition) => ({
    columns: ['id', 'reference', 'url', 'level', 'level-label', 'reservations', 'cited-in'],
    rows: edition.bibliography.map(
      ({ id, nodes, url, level, levelLabel, reservations, citedIn }) => ({
        id,
        reference: nodesAsText(nodes),
        url,
        level,
        'level-label': levelLabel,
        reservations,
        'cited-in': citedIn.join(' '),
      }),
    ),
  }),
}

// Each stance, with its argument. A short edition names only the members who disagree.
function stanceRows({ id, number, dissent }: Measure, { collectives }: Edition): Row[] {
  const listed = collectives.flatMap(({ id: collective, name, example, stances }) => {
    const stance = stances[id]
    return stance === undefined ? [] : [{ collective, name, example, ...stance }]
  })
  const others = dissent
    .filter(({ collective }) => !listed.some((one) => one.collective === collective))
    .map(({ collectiveName: name, stanceLabel: label, ...statement }) => ({
      ...statement,
      name,
      label,
    }))
  return [...listed, ...others].map(({ collective, name, example, stance, label, stale, date }) => {
    const statement = dissent.find((one) => one.collective === collective)
    return {
      measure: id,
      'measure-number': number,
      collective,
      name,
      example: String(example),
      stance,
      label,
      stale: String(stale),
      date,
      argument: statement?.argument ?? '',
      'lifts-if': statement?.liftsIf ?? '',
    }
  })
}
