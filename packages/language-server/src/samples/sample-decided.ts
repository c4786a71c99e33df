import { planClosing, planOpening, planStance } from '@cahier/consensus'
import { buildProgramme, type Plan, type Programme } from '@cahier/core'
import { sampleProgramme } from './sample-programme.ts'

/** Texts by path. */
export type Files = Readonly<Record<string, string>>

/** The sample once a round on it was held, and an edition printed. Test material. */
export function decided(): Files {
  let files: Files = after(sampleProgramme, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-01-10', closes: '2025-01-20' }),
  )
  for (const member of ['exemple-a', 'exemple-b'])
    files = after(files, (programme) =>
      planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-01-12' }),
    )
  files = after(files, (programme) => planClosing(programme, 'guichet', '2025-01-21'))
  const { normative, whole } = programmeOf(files).proposals.find(({ id }) => id === 'guichet') ?? {
    normative: '',
    whole: '',
  }
  const amendment = `---\namends: guichet\nbase: ${whole}\nby: exemple-b\ndate: 2025-02-01\n---\n\n## Motifs\n\nVoir [ici](guichet.md) [@insee-2022].\n\n## Texte\n\nUn guichet par {~~commune~>canton~~}.\n`
  const measure = {
    id: 'guichet',
    number: 1,
    title: 'Garantir un guichet',
    status: 'adopted',
    digest: normative,
    whole,
    round: '2025-01-10',
  }
  const edition = { edition: '1', date: '2025-02-01', identifier: 'exemple', measures: [measure] }
  return {
    ...files,
    'amendments/guichet/canton.md': amendment,
    'editions/1.json': JSON.stringify(edition),
  }
}

/** The files once a plan is written. */
export function after(files: Files, plan: (programme: Programme) => Plan): Files {
  const { files: written, findings } = plan(programmeOf(files))
  if (findings.some(({ severity }) => severity === 'error'))
    throw new Error(JSON.stringify(findings))
  return {
    ...files,
    ...Object.fromEntries(written.map(({ path, content }) => [path, content as string])),
  }
}

const programmeOf = (files: Files): Programme =>
  buildProgramme({
    sources: Object.entries(files).map(([path, text]) => ({ path, text })),
    assets: [],
    findings: [],
  })
