import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { planStance, type StanceRequest } from '../stances/plan-stance.ts'
import { applied, type Files, sampleFiles } from './sample-files.ts'
import { type SampleSigner, sampleSigner } from './sample-signer.ts'

/** Keys: two delegates of member `a`, one of `b`, and a stranger. For tests. */
export const signers = {
  d1: sampleSigner(1),
  d2: sampleSigner(2),
  ofB: sampleSigner(3),
  stranger: sampleSigner(4),
}

/** The sample programme with keys, and a round open on `guichet` from 1 to 20 March 2025. */
export const withKeys: Files = applied(
  {
    ...sampleFiles,
    'collectives/a.yaml': collective('A', { d1: signers.d1, d2: signers.d2 }),
    'collectives/b.yaml': collective('B', { d3: signers.ofB }),
  },
  (programme) => planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
)

/** The same programme, with signatures required. */
export function requiring(files: Files): Files {
  return edited(
    files,
    'programme.yaml',
    '{at-least: 1/2}}}',
    '{at-least: 1/2}}, signatures: required}',
  )
}

/** A stance of a member on `guichet`, in a file signed by `signer`, or unsigned. */
export function spoken(
  files: Files,
  member: string,
  signer: SampleSigner | null,
  stance: Partial<StanceRequest> = {},
): Files {
  const written = applied(files, (programme) =>
    planStance(programme, member, 'guichet', { stance: 'consent', day: '2025-03-05', ...stance }),
  )
  return signer === null ? written : signed(written, member, signer)
}

/** The files with the positions of a member signed. */
export function signed(
  files: Files,
  member: string,
  signer: SampleSigner,
  namespace?: string,
): Files {
  const path = `positions/${member}.yaml`
  return { ...files, [`${path}.sig`]: signer.sign(`${files[path]}`, namespace) }
}

/** The round on `guichet`, closed. */
export function closed(files: Files, day = '2025-03-21'): Files {
  return applied(files, (programme) => planClosing(programme, 'guichet', day))
}

/** One file with one passage replaced, which must occur. */
export function edited(files: Files, path: string, from: string, to: string): Files {
  const text = `${files[path]}`
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return { ...files, [path]: text.replace(from, to) }
}

/** The files without those at some paths. */
export function without(files: Files, ...paths: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)))
}

function collective(name: string, delegates: Readonly<Record<string, SampleSigner>>): string {
  const lines = Object.entries(delegates).map(
    ([id, { line }]) => `  - {id: ${id}, role: Rôle, keys: [{key: "${line}", from: 2025-02-01}]}`,
  )
  return `name: ${name}\nkind: association\njoined: 2025-01-01\ndelegates:\n${lines.join('\n')}\n`
}
