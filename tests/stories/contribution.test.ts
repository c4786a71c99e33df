import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { told } from './told-by-check.ts'

const DECISIONS = 'decisions/guichet.yaml'
const OBJECTOR = 'positions/exemple-c.yaml'

it.each([
  [
    'the line that asks for signatures',
    'programme.yaml',
    '  # Les positions sont signées.',
    '  signatures: required',
  ],
  [
    'an objection',
    'positions/exemple-c.yaml',
    '  # Redit au téléphone.',
    '  guichet: {stance: objection',
  ],
])(
  'a lone carriage return at the end of a comment hides nothing of what is below: %s',
  (_, path, comment, hidden) => {
    const here = desk()
    const decision = 'default: {method: consent, quorum: {at-least: 2/3}}'
    here.edit(
      'programme.yaml',
      `{${decision}}`,
      `\n  ${decision}\n  # Les positions sont signées.\n  signatures: required`,
    )
    if (path !== 'programme.yaml') here.edit('programme.yaml', 'required\n', 'optional\n')
    here.cahier('open', 'guichet', '--closes', '2025-03-22')
    here.cahier('stance', 'exemple-c', 'courrier', 'consent')
    here.cahier('stance', 'exemple-c', 'guichet', 'objection', '--argument', 'Trop cher.')
    const file = 'positions/exemple-c.yaml'
    const objection = here.read(file).slice(here.read(file).indexOf('  guichet:'))
    const text = /text: (\S+)/.exec(objection)?.[1] ?? ''
    here.edit(
      file,
      objection,
      `  # Redit au téléphone.\n  guichet: {stance: objection, date: 2025-03-01, text: ${text}, argument: Trop cher.}\n`,
    )
    for (const member of ['exemple-a', 'exemple-b'])
      here.cahier('stance', member, 'guichet', 'consent')
    here.git('init', '-qb', 'main')
    here.commit('Un tour ouvert')
    here.edit(path, `${comment}\n${hidden}`, `${comment}\r${hidden}`)
    const { code, said } = told(here, '--since', 'main', '--date', '2025-03-23')
    expect(code).toBe(1)
    const line = here.read(path).slice(0, here.read(path).indexOf('\r')).split('\n').length
    expect(said).toContain(
      `${path}:${line}:${comment.length + 1} Un retour chariot est seul ici (U+000D) : YAML n’y finit pas la ligne, et ce qui suit serait caché. Mettez à sa place une fin de ligne ordinaire.`,
    )
    expect(here.cahier('close', 'guichet', '--date', '2025-03-23').code).toBe(1)
  },
)

/** A repository with a round open, in which two members consent and the third objects. */
function openRound(): Desk {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  for (const member of ['exemple-a', 'exemple-b'])
    here.cahier('stance', member, 'guichet', 'consent')
  here.cahier('stance', 'exemple-c', 'guichet', 'objection', '--argument', 'Trop cher.')
  here.git('init', '-qb', 'main')
  here.commit('Un tour ouvert')
  here.git('checkout', '-qb', 'contribution')
  return here
}

/** What is said, on the day after its last, of a contribution that closes the round. */
function toldOf(here: Desk) {
  here.commit('Le tour est clos')
  return told(here, '--since', 'main', '--date', '2025-03-23')
}

const close = (here: Desk) =>
  expect(here.cahier('close', 'guichet', '--date', '2025-03-23').code).toBe(0)

it('an outcome leaves out nobody who had spoken, were their file changed by the same contribution', () => {
  const here = openRound()
  const objection = here.read(OBJECTOR)
  here.remove(OBJECTOR)
  close(here)
  here.write(OBJECTOR, objection.replace('serial: 1', 'serial: 2'))
  expect(here.read(DECISIONS)).toContain('result: adopted')
  expect(toldOf(here)).toEqual({
    code: 1,
    said: [expect.stringContaining('« exemple-c » s’est prononcé, et ce résultat n’en dit rien')],
  })
})

it('an outcome counts what a member’s file really said: before the contribution, in one of its commits, or after', () => {
  const invented = openRound()
  const objection = invented.read(OBJECTOR)
  invented.edit(OBJECTOR, 'objection', 'consent')
  invented.edit(OBJECTOR, 'serial: 1', 'serial: 2')
  close(invented)
  invented.write(OBJECTOR, objection.replace('serial: 1', 'serial: 3'))
  expect(toldOf(invented)).toEqual({
    code: 1,
    said: [expect.stringContaining('Cette copie n’est le fichier du membre')],
  })

  const withdrawn = openRound()
  withdrawn.cahier('stance', 'exemple-c', 'guichet', 'consent', '--date', '2025-03-20')
  withdrawn.commit('Un accord')
  close(withdrawn)
  withdrawn.commit('La clôture')
  withdrawn.cahier('stance', 'exemple-c', 'courrier', 'consent', '--date', '2025-03-23')
  const { code, said } = toldOf(withdrawn)
  expect(code).toBe(0)
  expect(said.join()).not.toContain('copie')
})

it('an outcome is counted under the name that the programme had before the contribution', () => {
  const here = openRound()
  for (const member of ['exemple-a', 'exemple-b']) {
    here.edit(`positions/${member}.yaml`, 'programme: petit-programme', 'programme: autre')
    here.edit(`positions/${member}.yaml`, 'serial: 1', 'serial: 2')
  }
  here.edit('programme.yaml', 'identifier: petit-programme', 'identifier: autre')
  close(here)
  here.edit('programme.yaml', 'identifier: autre', 'identifier: petit-programme')
  expect(here.read(DECISIONS)).toContain('result: adopted')
  const { code, said } = toldOf(here)
  expect(code).toBe(1)
  for (const member of ['exemple-a', 'exemple-b'])
    expect(said.join('\n')).toContain(
      `la position de « ${member} » ne pouvait pas être comptée : son fichier est celui d’un autre programme`,
    )
  expect(said.join('\n')).toContain('la position de « exemple-c » devait être comptée')
})

it('a round is not void while its text is that of the proposal: changed, closed and put back, it has not moved', () => {
  const here = openRound()
  const text = here.read('axes/services/guichet.md')
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  close(here)
  expect(here.read(DECISIONS)).toContain('result: void')
  const moved = here.cahier('check', '--since', 'main', '--date', '2025-03-23')
  expect(moved.code).toBe(0)
  here.write('axes/services/guichet.md', text)
  expect(toldOf(here)).toEqual({
    code: 1,
    said: [
      expect.stringContaining(
        'Le tour ouvert le 1er mars 2025 est inscrit comme nul, alors que son texte est toujours celui de la proposition : enlevez ce résultat (outcome) et ses copies (decisions/guichet/2025-03-01/positions/), et le tour continue',
      ),
    ],
  })
})
