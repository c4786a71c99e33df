import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../compose/compose-edition.ts'
import type { Edition } from '../edition/edition.ts'
import type { Selection } from '../edition/selection.ts'
import { kinds } from '../kinds/kinds.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { closed, programmeOf, stance, verdict } from '../samples/sample-programme.ts'
import { csvExporter } from './csv-exporter.ts'
import { jsonExporter } from './json-exporter.ts'

const verdicts = [
  verdict('guichet', 'adopted-with-reservations', {
    round: closed({}),
    stances: {
      b: stance('reservation', {
        argument: '=SOMME(A1)\n\n« Deux » lignes, "trois" ; quatre',
        liftsIf: '+1',
      }),
      c: stance('consent'),
    },
  }),
]
const edition = (selection: Partial<Selection> = {}): Edition =>
  composeEdition(programmeOf(), verdicts, { kind: 'programme', status: 'all', ...selection })
const material = { readAsset: () => new Uint8Array() }
const read = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const json = (printed: Edition) =>
  JSON.parse(read(jsonExporter.render(printed, material)[0]?.bytes ?? new Uint8Array()))

describe('the JSON', () => {
  const folder = fileURLToPath(new URL('../../../../schemas/', import.meta.url))
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.schema.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(folder + name, 'utf8')))
  }
  const validate = ajv.getSchema('data.schema.json')
  const faults = (value: unknown) => (validate?.(value) === true ? [] : validate?.errors)

  it('is what its schema says, for every kind', { tags: ['long'] }, () => {
    for (const kind of Object.keys(kinds) as Selection['kind'][])
      expect(faults(json(edition({ kind })))).toEqual([])
    expect(faults(json(sampleEdition))).toEqual([])
    expect(faults({ ...json(sampleEdition), more: true })).toHaveLength(1)
  })

  it('holds each block under its printed number, with the notes it calls', () => {
    const [guichet] = json(edition()).measures
    expect(
      guichet.sections[0].blocks.map(({ number, type, notes }: Record<string, unknown>) => [
        number,
        type,
        notes,
      ]),
    ).toEqual([
      ['1.2', 'paragraph', [1, 2, 3, 1]],
      ['1.3', 'quotation', [4]],
    ])
    const measure = guichet.sections[1].blocks
    expect(measure.map(({ number, type }: Record<string, unknown>) => `${number} ${type}`)).toEqual(
      [
        ...[
          '1.4 paragraph',
          '1.5 item',
          '1.6 item',
          '1.7 item',
          ' heading',
          '1.8 table',
          '1.9 code',
          '1.10 paragraph',
        ],
      ],
    )
    expect(measure[5].rows).toEqual([
      ['A', 'B'],
      ['12\u202F000\u00A0€', 'gras[barré\u00A0: non]'],
    ])
    expect(guichet.requests[1]).toEqual({
      number: '1.12',
      addressee: 'syndicats',
      addresseeLabel: 'Syndicats',
      text: 'Exiger des effectifs.',
    })
  })
})

describe('the CSV', () => {
  const tables = (printed: Edition) =>
    Object.fromEntries(
      csvExporter.render(printed, material).map(({ path, bytes }) => {
        const text = read(bytes)
        expect(text.startsWith('\uFEFF')).toBe(true)
        const rows = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<
          string,
          string
        >[]
        return [path, rows]
      }),
    )

  it('is a table each of measures, requests, stances and sources', () => {
    const files = tables(edition())
    expect(Object.entries(files).map(([path, rows]) => `${path} ${rows.length}`)).toEqual([
      'essai-2026-1-measures.csv 3',
      'essai-2026-1-requests.csv 2',
      'essai-2026-1-stances.csv 2',
      'essai-2026-1-sources.csv 2',
    ])
    expect(files['essai-2026-1-measures.csv']?.[0]).toMatchObject({
      number: '1',
      id: 'guichet',
      axis: 'services',
      status: 'adopted-with-reservations',
    })
    expect(files['essai-2026-1-requests.csv']?.[1]).toMatchObject({
      number: '1.12',
      measure: 'guichet',
      addressee: 'syndicats',
    })
  })

  it('gives the day of each stance, argued or not', () => {
    const rows = tables(edition())['essai-2026-1-stances.csv'] ?? []
    expect(rows.map(({ date }) => date)).not.toContain('')
  })

  it('gives no formula to a spreadsheet, and keeps commas, quotes and lines', () => {
    const said = tables(edition())['essai-2026-1-stances.csv']?.find(
      ({ collective }) => collective === 'b',
    )
    expect(said).toMatchObject({
      argument: "'=SOMME(A1)\n\n«\u00A0Deux\u00A0» lignes, «\u00A0trois\u00A0»\u202F; quatre",
      'lifts-if': "'+1",
    })
  })

  it('holds no character that commands a terminal, nor a formula behind one', () => {
    const printed = edition()
    const [chapter, ...others] = printed.chapters
    const axis = tables({
      ...printed,
      chapters: [
        { ...chapter, title: '\u001B=1+1\u0007' } as Edition['chapters'][number],
        ...others,
      ],
    })
    expect(axis['essai-2026-1-measures.csv']?.[0]).toMatchObject({ 'axis-title': "'=1+1" })
  })

  it('gives back any cell, made harmless where it must be', { tags: ['long'] }, () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('=1+1', '+33 1', '-5', '@x', '\tx', '"', 'a,b', 'a\r\nb', "'=x"),
    )
    fc.assert(
      fc.property(cell, (title) => {
        const [chapter] = sampleEdition.chapters
        const [measure] = chapter?.measures ?? []
        if (chapter === undefined || measure === undefined)
          throw new Error('the sample has a measure')
        const printed = {
          ...sampleEdition,
          chapters: [{ ...chapter, measures: [{ ...measure, title }] }],
        }
        const written = tables(printed)[`${sampleEdition.name}-measures.csv`]?.[0]?.title ?? ''
        expect(written).toBe(/^[=+\-@\t\r]/.test(title) ? `'${title}` : title)
      }),
    )
  })

  it('names in a leaflet those who disagree', () => {
    const rows = tables(edition({ kind: 'dissent' }))['essai-2026-1-dissent-stances.csv'] ?? []
    expect(rows.map(({ collective, stance: said }) => `${collective} ${said}`)).toEqual([
      'b reservation',
    ])
  })
})
