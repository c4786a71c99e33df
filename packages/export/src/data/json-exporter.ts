import {
  blocksAsData,
  type DataBlock,
  type Edition,
  type Exporter,
  type FlowNode,
  labelled,
  type Measure,
  type Note,
  nodesAsText,
  rewritten,
  textFile,
  textNode,
} from '../edition/edition.ts'

/** The edition as one JSON file (schemas/data.schema.json). */
export const jsonExporter: Exporter = {
  format: 'json',
  render: (edition) => [
    textFile(`${edition.name}.json`, `${JSON.stringify(editionAsData(edition), null, 2)}\n`),
  ],
}

const HEAD = [
  'kind',
  'language',
  'title',
  'subtitle',
  'identifier',
  'edition',
  'date',
  'publisher',
  'licence',
  'contact',
  'draft',
  'examples',
] as const

function editionAsData(edition: Edition) {
  return {
    $schema: 'https://cahier.invalid/schemas/data.schema.json',
    format: 'cahier-data-1',
    ...Object.fromEntries(HEAD.map((key) => [key, edition[key]])),
    axes: edition.chapters.map(({ id, number, title, question, introduction, notes }) => ({
      id,
      number,
      title,
      question,
      introduction: blocks(introduction, edition),
      notes: notesAsData(notes, edition),
    })),
    horizons: edition.horizons,
    addressees: edition.addressees,
    measures: edition.chapters.flatMap((chapter) =>
      chapter.measures.map((measure) => measureAsData(measure, chapter.id, edition)),
    ),
    collectives: edition.collectives.map(({ id, name, example, stances }) => ({
      id,
      name,
      example,
      stances: Object.entries(stances).map(([measure, { stance, label, stale }]) => ({
        measure,
        stance,
        label,
        stale,
      })),
    })),
    transmissions: edition.transmissions.map((one) => ({
      ...one,
      handed: one.handed.map((handing) => ({
        ...handing,
        answers: handing.answers.map((answer) => ({ ...answer, proposal: answer.proposal.id })),
      })),
    })),
    sources: edition.bibliography.map(({ id, nodes, citedIn, ...work }) => ({
      id,
      reference: nodesAsText(nodes),
      ...work,
      citedIn,
    })),
  }
}

function measureAsData(measure: Measure, axis: string, edition: Edition) {
  const { id, number, title, status, statusLabel, horizon, summary, normative, whole } = measure
  return {
    id,
    number,
    axis,
    title,
    status,
    statusLabel,
    horizon,
    summary: { number: summary.number, text: nodesAsText(summary.nodes) },
    facts: measure.facts.map(({ id: fact, label, value }) => ({
      id: fact === 'asOf' ? 'as-of' : fact,
      label,
      value,
    })),
    sections: measure.sections.map(({ nodes, ...section }) => ({
      ...section,
      blocks: blocks(nodes, edition),
    })),
    requests: measure.requests.map(({ nodes, ...request }) => ({
      ...request,
      text: nodesAsText(nodes),
    })),
    notes: notesAsData(measure.notes, edition),
    dissent: measure.dissent,
    decision: measure.decision,
    life: measure.history,
    digests: { normative, whole },
  }
}

function notesAsData(notes: readonly Note[], edition: Edition) {
  return notes.map(({ number, nodes }) => ({
    number,
    text: blocks(nodes, edition)
      .map(({ text }) => text)
      .join('\n'),
  }))
}

/** The blocks, with struck-out words in brackets: plain text has no strikethrough. */
function blocks(nodes: readonly FlowNode[], { words, language }: Edition): DataBlock[] {
  const marked = rewritten(nodes, (node) => {
    if (node.type !== 'delete') return null
    return [textNode(`[${labelled(words.struckOut, language)} `), ...node.children, textNode(']')]
  })
  return blocksAsData(marked)
}
