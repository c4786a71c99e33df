import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseXml } from '@rgrove/parse-xml'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'

const GUICHET = 'axes/services/guichet.md'

/** A programme with an error that `--fix` mends, a warning, and texts that try to give orders. */
function faultyDesk() {
  const here = desk()
  here.edit(GUICHET, 'horizon: court', 'horizon: Court,a%b')
  here.edit(GUICHET, 'par semaine.', 'par semaine...')
  here.edit(
    'axes/services/courrier.md',
    'Une réponse écrite en un mois.',
    'Une réponse 😀 écrite... en un mois.\n\nVoir [a](b::error::x%0A.md).',
  )
  return here
}

it('SARIF is valid against the schema of OASIS, and its edits are what fixes', () => {
  const here = faultyDesk()
  const { code, out } = here.cahier('lint', '--format', 'sarif')
  expect(code).toBe(1)
  const log = JSON.parse(out)
  const path = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  )
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  // It is written in draft 4, of which it uses nothing that later drafts read otherwise.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
  ajv.validate(schema, log)
  expect(ajv.errors ?? []).toEqual([])
  const [run] = log.runs
  expect(run.columnKind).toBe('utf16CodeUnits')
  const result = run.results.find(
    (one: { ruleId: string; locations: never[] }) =>
      one.ruleId === 'cahier lint --fix' && JSON.stringify(one).includes('courrier'),
  )
  const [{ physicalLocation: where }] = result.locations
  const text = here.read('axes/services/courrier.md')
  const line = text.split('\n')[where.region.startLine - 1] ?? ''
  expect(line.slice(where.region.startColumn - 1, where.region.endColumn - 1)).toBe('...')
  expect(where.artifactLocation).toEqual({ uri: 'axes/services/courrier.md', uriBaseId: 'ROOT' })
  const [{ deletedRegion, insertedContent }] = result.fixes[0].artifactChanges[0].replacements
  expect(
    text.slice(deletedRegion.charOffset, deletedRegion.charOffset + deletedRegion.charLength),
  ).toBe('...')
  expect(insertedContent).toEqual({ text: '…' })
  const rule = run.tool.driver.rules[result.ruleIndex]
  expect(rule).toMatchObject({
    id: 'cahier lint --fix',
    shortDescription: { text: expect.stringContaining('une fois par fichier') },
  })
  expect(
    run.tool.driver.rules.find(({ id }: { id: string }) => id === 'reference/vocabulary').help
      .markdown,
  ).toContain('# reference/voc')
})

it('fingerprints tell the same remark on the same words apart, and outlive lines that move', () => {
  const here = faultyDesk()
  here.edit(GUICHET, '## Pourquoi\n', '## Pourquoi\n\nNon (oui.\n\nNon (oui.\n\nNon (oui.\n')
  const prints = () =>
    JSON.parse(here.cahier('lint', '--format', 'gitlab', GUICHET).out).map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    )
  const before = prints()
  expect(new Set(before).size).toBe(before.length)
  here.edit(
    GUICHET,
    '## Pourquoi\n',
    '## Pourquoi\n\nUne phrase de plus, qui ne dit rien de mal.\n',
  )
  expect(prints()).toEqual(before)
})

it('GitHub gets one order a finding, and none that a text would give', () => {
  const here = faultyDesk()
  here.edit('axes/services/courrier.md', 'Une réponse', 'Une réponse\nréponse')
  const { out } = here.cahier('lint', '--format', 'github')
  const lines = out.trimEnd().split('\n')
  for (const line of lines)
    expect(line).toMatch(
      /^::(?:error|warning|notice) file=[^,:]+,line=\d+,(?:endLine=\d+|col=\d+,endColumn=\d+),title=[a-z/ -]+::[^\r\n]+$/,
    )
  expect(lines.find((line) => line.includes('reference/vocabulary'))).toContain('Court,a%25b')
  expect(lines.find((line) => line.includes('style/repeated-word'))).toMatch(
    /,line=(\d+),endLine=(?!\1)\d+,/,
  )
  expect(out).not.toMatch(/%0A\.md/)
})

it('a forge gets paths from the root of what it took out, wherever the command runs', () => {
  const above = faultyDesk()
  const here = above
    .inside('axes')
    .where({ GITHUB_WORKSPACE: above.folder, CI_PROJECT_DIR: above.folder })
  expect(here.cahier('lint', '--format', 'github').out).toContain(`file=${GUICHET},line=4`)
  expect(JSON.parse(here.cahier('lint', '--format', 'gitlab').out)).toContainEqual(
    expect.objectContaining({ location: expect.objectContaining({ path: GUICHET }) }),
  )
  const elsewhere = above.inside('axes').where({ GITHUB_WORKSPACE: '/ailleurs' })
  expect(elsewhere.cahier('lint', '--format', 'github').out).toContain(
    'file=services/guichet.md,line=4',
  )
})

it('GitLab gets its code quality report', () => {
  const issues = JSON.parse(faultyDesk().cahier('lint', '--format', 'gitlab', GUICHET).out)
  expect(issues).toMatchObject([
    {
      check_name: 'reference/vocabulary',
      severity: 'major',
      location: { path: GUICHET, lines: { begin: 4, end: 4 } },
    },
    {
      check_name: 'cahier lint --fix',
      severity: 'info',
      location: { path: GUICHET, lines: { begin: 21, end: 21 } },
    },
  ])
})

it('JUnit is XML in which errors alone fail, whatever signs a text holds', () => {
  const here = faultyDesk()
  here.edit('axes/services/courrier.md', 'action: garantir', 'action: "\\uFFFE\\uFFFF\\e\\uD800"')
  const { out } = here.cahier('lint', '--format', 'junit')
  type Suite = { readonly attributes: Record<string, string>; readonly children: readonly Suite[] }
  const [suites] = parseXml(out).children as unknown as readonly Suite[]
  const ofFiles =
    suites?.children.map(
      ({ attributes: { failures, tests } }) => [Number(failures), Number(tests)] as const,
    ) ?? []
  expect(ofFiles.reduce((sum, [failures]) => sum + failures, 0)).toBe(
    Number(suites?.attributes.failures),
  )
  expect(ofFiles.every(([failures, tests]) => failures < tests)).toBe(true)
  expect(Number(suites?.attributes.failures)).toBeGreaterThan(0)
  expect(out.match(/<failure /g)?.length).toBe(Number(suites?.attributes.failures))
  expect(suites?.attributes.name).toBe('cahier lint')
  expect(faultyDesk().cahier('check', '--format', 'junit').out).toContain(
    '<testsuites name="cahier check"',
  )
})

it('what --fix corrects is told once a file, and never stands before the rest; what a person corrects shows its place', () => {
  const here = desk()
  here.edit(GUICHET, 'par semaine.', "par semaine... à l'acceuil de l'assemblée (au moins.")
  here.edit('axes/services/courrier.md', 'Une réponse écrite', "L'été, une réponse écrite")
  const text = plain(here.cahier('lint').out)
  expect(text).toMatch(
    /^axes\/services\/courrier\.md {2}remarque {2}« cahier lint --fix » corrige 1 passage : typography\/apostrophe\.\n/,
  )
  expect(text).toContain(
    `${GUICHET}  remarque  « cahier lint --fix » corrige 3 passages : typography/apostrophe (2), typography/ellipsis.\n\n`,
  )
  expect(text).toMatch(/ {2}attention {2}« acceuil » .*\n {6}│ .*l'acceuil.*\n {6}│ +\^{7}\n/)
  expect(text).toMatch(/ {2}attention {2}Cette parenthèse .*\n {6}│ /)
  expect(text.split('typography/')).toHaveLength(5)
  const orders = here
    .cahier('lint', '--format', 'github')
    .out.match(/^::\w+(?= .*title=(?!structure|evidence))/gm)
  expect(orders).toEqual(['::warning', '::warning', '::notice', '::notice'])
  const issues: { check_name: string }[] = JSON.parse(here.cahier('lint', '--format', 'gitlab').out)
  const names = issues
    .map(({ check_name }) => check_name)
    .filter((name) => !/^(?:structure|evidence)\//.test(name))
  expect(names).toEqual([
    'style/spelling',
    'typography/unclosed',
    'cahier lint --fix',
    'cahier lint --fix',
  ])
  expect(
    here.cahier('lint', '--format', 'junit').out.match(/<testcase name="cahier lint --fix/g),
  ).toHaveLength(2)
  const { findings } = JSON.parse(here.cahier('lint', '--format', 'json').out)
  expect(findings.filter(({ fixable }: { fixable: boolean }) => fixable)).toHaveLength(4)
  expect(here.cahier('lint', '--max-warnings', '0').code).toBe(1)
  here.edit(GUICHET, 'acceuil', 'accueil')
  here.edit(GUICHET, '(au moins', 'au moins')
  expect(here.cahier('lint', '--max-warnings', '0').code).toBe(0)
})

it('JSON is as its schema says, fixed or not', () => {
  const here = faultyDesk()
  for (const options of [[], ['--fix', '--dry-run'], ['--fix']])
    expect(
      schemaFaults(
        'report-lint',
        JSON.parse(here.cahier('lint', '--format', 'json', ...options).out),
      ),
    ).toEqual([])
})
