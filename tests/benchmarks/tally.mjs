// How much processor time a hundred thousand stances take: `node tests/benchmarks/tally.mjs
// [MEMBERS] [PROPOSALS]`, after `npm run build`. `cahier status` on a programme in which every
// member has spoken in every round, and on the same one where nobody has said anything yet: the
// difference is what reading and tallying the stances costs. Aim: under two seconds.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beginGrandProgramme } from './grand-programme.mjs'

const cahier = [
  process.execPath,
  fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url)),
]
const [members, proposals] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1000)]
const scratch = mkdtempSync(join(tmpdir(), 'cahier-tally-'))
const status = [
  ...cahier,
  'status',
  '--programme',
  scratch,
  '--date',
  '2025-03-12',
  '--format',
  'json',
]
const put = beginGrandProgramme(scratch)

try {
  const { ids, digest } = writeSilentProgramme()
  const silent = seconds(status)
  for (const [index, id] of ids.members.entries())
    put(`positions/${id}.yaml`, stancesOf(index, ids, digest))
  const heard = seconds(status)
  const { proposals: verdicts } = JSON.parse(
    execFileSync(status[0], status.slice(1), { encoding: 'utf8', maxBuffer: 2 ** 30 }),
  )
  const counted = verdicts.reduce((sum, { tally }) => sum + tally.electorate - tally.silent, 0)
  console.log(
    `${members * proposals} stances of ${members} members on ${proposals} proposals, ${counted} of which count; processor seconds`,
  )
  console.log(`  cahier status, nobody having spoken   ${silent.toFixed(2)} s`)
  console.log(`  cahier status, everyone having spoken ${heard.toFixed(2)} s`)
  console.log(`  the stances                           ${(heard - silent).toFixed(2)} s`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function writeSilentProgramme() {
  const named = (prefix, count) =>
    Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(4, '0')}`)
  const ids = { members: named('membre', members), proposals: named('mesure', proposals) }
  // The name of a file is in no digest: one text, one digest.
  for (const id of ids.proposals)
    put(
      `axes/services/${id}.md`,
      '---\ntitle: Un guichet\nsummary: Partout.\n---\n\n## Mesure\n\nDeux jours par semaine.\n',
    )
  for (const id of ids.members)
    put(`collectives/${id}.yaml`, `name: ${id}\nkind: association\njoined: 2025-01-01\n`)
  const [program, script] = cahier
  const text = join(scratch, `axes/services/${ids.proposals[0]}.md`)
  const digest = execFileSync(program, [script, 'digest', text, '--programme', scratch], {
    encoding: 'utf8',
  }).trim()
  const electorate = ids.members.map((id) => `      ${id}: 1\n`).join('')
  for (const id of ids.proposals)
    put(
      `decisions/${id}.yaml`,
      `proposal: ${id}\nrounds:\n  - opened: 2025-03-01\n    closes: 2025-03-22\n    text: ${digest}\n    rule: {method: consent, quorum: {at-least: 2/3}}\n    electorate:\n${electorate}    seal: v1-${'0'.repeat(64)}\n`,
    )
  return { ids, digest }
}

// One stance in four is about an earlier text.
function stancesOf(member, ids, digest) {
  const kinds = ['consent', 'reservation', 'objection', 'abstention']
  const entries = ids.proposals.map(
    (id, index) =>
      `  ${id}:\n    stance: ${kinds[(member * 7 + index) % 4]}\n    date: 2025-03-0${1 + (index % 9)}\n    text: ${(member + index) % 4 === 0 ? `v1-${'0'.repeat(64)}` : digest}\n    argument: >-\n      Deux jours : c’est peu.\n`,
  )
  return `programme: grand\ncollective: ${ids.members[member]}\nserial: 1\npositions:\n${entries.join('')}`
}

// User and system time of a command, as bash counts them, best of three.
function seconds(command) {
  const runs = [1, 2, 3].map(() => {
    const { stderr, error } = spawnSync(
      'bash',
      ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1', 'bash', ...command],
      {
        encoding: 'utf8',
      },
    )
    if (error) throw error
    const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '')
      .replaceAll(',', '.')
      .split(' ')
      .map(Number)
    return user + system
  })
  return Math.min(...runs)
}
