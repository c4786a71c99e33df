import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Desk, desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const isRoot = process.getuid?.() === 0

/** Every file of the desk with its text, to see that nothing moved. */
function contents(here: Desk): Readonly<Record<string, string>> {
  return Object.fromEntries(
    here
      .files()
      .map((path) => [
        path,
        lstatSync(join(here.folder, path)).isSymbolicLink()
          ? '→'
          : here.bytes(path).toString('latin1'),
      ]),
  )
}

function refused(here: Desk, words: readonly string[], sentence: string): void {
  const before = contents(here)
  const { code, out, err } = here.cahier(...words)
  expect({ code, out, err: plain(err) }).toEqual({
    code: 2,
    out: '',
    err: `cahier : ${sentence}\n`,
  })
  expect(contents(here)).toEqual(before)
}

/** Refused, and so when one asks to see it first. */
function refusedAhead(here: Desk, words: readonly string[], sentence: string): void {
  refused(here, words, sentence)
  refused(here, [...words, '--dry-run'], sentence)
}

/** Where process numbers mean what they mean here. */
function whereabouts(): string {
  if (process.platform !== 'linux') return hostname()
  return `${hostname()} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
}

const OPEN = ['open', 'guichet', 'sobriete', '--closes', '2025-03-22'] as const

describe('what is in the way is left as it is, and nothing is written', () => {
  it('a file', () => {
    const here = desk()
    here.write('decisions/sobriete/2025-03-01/text.md', 'à moi')
    refusedAhead(
      here,
      OPEN,
      '« decisions/sobriete/2025-03-01/text.md » existe déjà : rien n’est écrit',
    )
    expect(here.has('decisions/guichet.yaml')).toBe(false)
    expect(here.has('decisions/guichet')).toBe(false)
  })

  it('a folder where a file should be', () => {
    const here = desk()
    mkdirSync(join(here.folder, 'decisions/sobriete.yaml'), { recursive: true })
    refusedAhead(
      here,
      OPEN,
      'un dossier se trouve à la place de « decisions/sobriete.yaml » : rien n’est écrit',
    )
  })

  it('a file where a folder should be', () => {
    const here = desk()
    here.write('positions', 'pas un dossier')
    refusedAhead(
      here,
      ['stance', 'exemple-a', 'guichet', 'consent'],
      'un fichier se trouve là où il faut un dossier : rien n’est écrit',
    )
    refusedAhead(
      here,
      ['init', 'positions/ici'],
      'un fichier se trouve là où il faut un dossier : rien n’est écrit',
    )
    refused(
      here,
      ['init', 'positions'],
      '« positions » existe et n’est pas vide : rien n’est écrit',
    )
    refusedAhead(
      here,
      ['publish', '--format', 'odt', '--out', 'sources.yaml/ici'],
      'un fichier se trouve là où il faut un dossier : rien n’est écrit',
    )
  })

  it('a link that leads out of the folder', () => {
    const here = desk()
    const outside = emptyDesk()
    symlinkSync(outside.folder, join(here.folder, 'positions'))
    refusedAhead(
      here,
      ['stance', 'exemple-a', 'guichet', 'consent'],
      '« positions/exemple-a.yaml » passe par un lien : rien n’est écrit',
    )
    expect(outside.files()).toEqual([])
  })

  it('a link that leads nowhere', () => {
    const here = desk()
    symlinkSync(join(here.folder, 'nulle-part'), join(here.folder, 'positions'))
    refusedAhead(
      here,
      ['stance', 'exemple-a', 'guichet', 'consent'],
      '« positions/exemple-a.yaml » passe par un lien : rien n’est écrit',
    )
  })

  it('the lock of another command, or of one that may be', () => {
    const here = desk()
    const elsewhere = [
      '1 ailleurs\n',
      '0 ailleurs',
      `4194305 ${hostname()} autre noyau\n`,
      `4194305 ${whereabouts()} autre conteneur\n`,
    ]
    for (const whose of [
      '',
      `${process.pid} ${whereabouts()}\n`,
      ...elsewhere,
      `-1 ${whereabouts()}\n`,
    ]) {
      here.write('.cahier-lock', whose)
      const lock = join(here.folder, '.cahier-lock')
      refused(
        here,
        OPEN,
        `une autre commande écrit dans ce dossier ; si ce n’est pas le cas, effacez « ${lock} »`,
      )
    }
    // Somebody may have sent it with a contribution.
    const { code, out } = here.cahier('check')
    expect(code).toBe(1)
    expect(plain(out)).toContain(
      '.cahier-lock\n  1:1  erreur  Tant que ce fichier est là, aucune commande ne peut écrire dans ce dossier',
    )
    here.remove('.cahier-lock')
    expect(here.cahier(...OPEN).code).toBe(0)
    expect(here.has('.cahier-lock')).toBe(false)
  })

  it('a link in the place of the lock, which is not read: it may lead to what never ends', () => {
    const here = desk()
    const outside = emptyDesk()
    outside.write('mort', `4194305 ${whereabouts()}\n`)
    const lock = join(here.folder, '.cahier-lock')
    symlinkSync(join(outside.folder, 'mort'), lock)
    refused(
      here,
      OPEN,
      `une autre commande écrit dans ce dossier ; si ce n’est pas le cas, effacez « ${lock} »`,
    )
  })

  it('a lock, of which an edition that is written elsewhere takes no notice', () => {
    const here = desk()
    const outside = emptyDesk()
    here.write('.cahier-lock', '')
    expect(
      here.cahier('publish', '--status', 'all', '--format', 'txt', '--out', outside.folder),
    ).toMatchObject({ code: 0, err: '' })
    expect(outside.has('manifest.json')).toBe(true)
  })

  it.skipIf(isRoot)('a folder one may not write in (root may, anywhere)', () => {
    const here = desk()
    chmodSync(here.folder, 0o555)
    refused(
      here,
      ['stance', 'exemple-a', 'guichet', 'consent'],
      'vous n’avez pas le droit d’écrire dans ce dossier : rien n’est écrit',
    )
    chmodSync(here.folder, 0o755)
  })

  it('a file that is read-only, though its folder is not', () => {
    const here = desk()
    here.edit('axes/services/guichet.md', 'par semaine.', 'par semaine...')
    chmodSync(join(here.folder, 'axes/services/guichet.md'), 0o444)
    refused(
      here,
      ['lint', '--fix'],
      '« axes/services/guichet.md » est en lecture seule : rien n’est écrit',
    )
    chmodSync(join(here.folder, 'programme.yaml'), 0o444)
    refusedAhead(
      here,
      ['new', 'axis', 'Nouveau'],
      '« programme.yaml » est en lecture seule : rien n’est écrit',
    )
  })

  it('when the second of two files cannot be written, the first is as it was', () => {
    const here = desk()
    here.cahier('open', 'guichet', '--closes', '2025-03-10')
    here.cahier('stance', 'exemple-a', 'guichet', 'consent')
    here.write('decisions/guichet/2025-03-01/positions', 'en travers')
    refused(
      here,
      ['close', 'guichet', '--date', '2025-03-11'],
      'un fichier se trouve là où il faut un dossier : rien n’est écrit',
    )
  })
})

describe('when the disk or the machine gives up half-way', () => {
  const STANCES = ['exemple-a', 'exemple-b'] as const

  /**
   * A desk with a round to close, where a function of the disk does something else the nth time it
   * is called.
   */
  function unlucky(call: 'renameSync' | 'writeSync', nth: number, instead: string): Desk {
    const here = desk()
    here.cahier('open', 'guichet', '--closes', '2025-03-10')
    for (const member of STANCES) here.cahier('stance', member, 'guichet', 'consent')
    const script = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
      const real = fs.${call}; let calls = 0
      fs.${call} = (...given) => { if (++calls === ${nth}) { ${instead} } return real(...given) }
      syncBuiltinESMExports()`
    return here.where({
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}`,
    })
  }

  const failing = (code: string) => `throw Object.assign(new Error('${code}'), { code: '${code}' })`
  const CLOSE = ['close', 'guichet', '--date', '2025-03-11'] as const

  it.each([1, 2, 3])('a disk full at file %i of 3', (nth) => {
    refused(
      unlucky('writeSync', nth, failing('ENOSPC')),
      CLOSE,
      'le disque est plein : rien n’est écrit',
    )
  })

  it.each([[['publish', '--format', 'odt']], [['init', 'a/nouveau']]])(
    'a disk full where a folder was to be made: %j leaves none',
    (words) => {
      const here = unlucky('writeSync', 2, failing('ENOSPC'))
      refused(here, words, 'le disque est plein : rien n’est écrit')
      for (const folder of ['dist', 'a']) expect(here.has(folder)).toBe(false)
    },
  )

  it('a file larger than is allowed', () => {
    refused(
      unlucky('writeSync', 2, failing('EFBIG')),
      CLOSE,
      'un fichier passe la taille permise ici : rien n’est écrit',
    )
  })

  it.each([1, 2, 3])('a file that cannot be put in its place, %i of 3', (nth) => {
    refused(
      unlucky('renameSync', nth, failing('EACCES')),
      CLOSE,
      'vous n’avez pas le droit d’écrire dans ce dossier : rien n’est écrit',
    )
  })

  it.each([1, 2, 3])(
    'killed at file %i of 3: each is the old one or the new one, and all can be done again',
    (nth) => {
      const here = unlucky('renameSync', nth, `process.kill(process.pid, 'SIGKILL')`)
      const before = here.read('decisions/guichet.yaml')
      expect(here.cahier(...CLOSE).code).toBe(null)
      const lucky = here.where({ NODE_OPTIONS: '' })
      const after = here.read('decisions/guichet.yaml')
      if (after !== before) expect(after).toMatch(/^ {6}seal: v1-[0-9a-f]{64}\n$(?![\s\S])/m)
      const { err } = lucky.cahier('stance', 'exemple-c', 'sobriete', 'consent')
      expect(plain(err)).toContain(
        'une commande a été tuée pendant qu’elle écrivait dans ce dossier',
      )
      expect(plain(err)).toContain(
        `effacez « ${join(here.folder, '.cahier-lock')} » et les fichiers « .cahier-… »`,
      )
      here.remove('.cahier-lock')
      for (const path of ['decisions/guichet.yaml', 'decisions/guichet/2025-03-01/positions'])
        if (here.has(path)) here.remove(path)
      here.write('decisions/guichet.yaml', before)
      expect(lucky.cahier(...CLOSE).code).toBe(0)
      expect(lucky.cahier('check').code).toBe(0)
    },
  )
})

describe('others at the same time', () => {
  /** A desk where something happens just before a command takes its lock, all being read. */
  function meanwhile(path: string, text: string): Desk {
    const here = desk()
    here.cahier('stance', 'exemple-a', 'guichet', 'consent')
    const script = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
      const real = fs.openSync
      fs.openSync = (path, ...given) => {
        if (String(path).endsWith('.cahier-lock')) fs.writeFileSync(${JSON.stringify(join(here.folder, path))}, ${JSON.stringify(text)})
        return real(path, ...given)
      }
      syncBuiltinESMExports()`
    return here.where({
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}`,
    })
  }

  it('what another command or an editor saved since the folder was read is not lost', () => {
    const path = 'positions/exemple-a.yaml'
    const here = meanwhile(path, 'à moi\n')
    const { code, err } = here.cahier('stance', 'exemple-a', 'sobriete', 'consent')
    expect({ code, err: plain(err) }).toEqual({
      code: 2,
      err: `cahier : « ${path} » vient d’être enregistré par une autre commande ou un éditeur : rien n’est écrit, relancez la commande\n`,
    })
    expect(here.read(path)).toBe('à moi\n')
    expect(here.has('.cahier-lock')).toBe(false)
  })

  it('a file that another clock has dated of tomorrow is no file that was just saved', () => {
    const here = desk()
    here.cahier('stance', 'exemple-a', 'guichet', 'consent')
    const tomorrow = Date.now() / 1000 + 86_400
    utimesSync(join(here.folder, 'positions/exemple-a.yaml'), tomorrow, tomorrow)
    expect(here.cahier('stance', 'exemple-a', 'sobriete', 'consent')).toMatchObject({
      code: 0,
      err: '',
    })
  })

  it('a text fixed by lint neither', () => {
    const path = 'axes/services/guichet.md'
    const here = meanwhile(path, 'à moi\n')
    here.edit(path, 'Un tiers des adultes renonce', 'Un tiers des adultes renonce...')
    expect(here.cahier('lint', '--fix').code).toBe(2)
    expect(here.read(path)).toBe('à moi\n')
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
    'whoever interrupts half-way (%s) finds all in its place, and no lock',
    (signal) => {
      const here = desk()
      const script = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
      const real = fs.renameSync
      fs.renameSync = (...given) => { process.kill(process.pid, '${signal}'); return real(...given) }
      syncBuiltinESMExports()`
      here
        .where({ NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}` })
        .cahier(...OPEN)
      expect(here.files().filter((path) => path.includes('.cahier-'))).toEqual([])
      for (const id of ['guichet', 'sobriete'])
        expect(here.has(`decisions/${id}/2025-03-01/text.md`)).toBe(true)
      expect(here.cahier('check').code).toBe(0)
    },
  )
})

it.each([
  [['init', 'nouveau']],
  [['new', 'axis', 'Un axe']],
  [['stance', 'exemple-a', 'guichet', 'consent']],
  [[...OPEN]],
  [['publish', '--format', 'odt']],
])('seen first: %j --dry-run writes nothing', (words) => {
  const here = desk()
  const before = contents(here)
  const { code, out } = here.cahier(...words, '--dry-run')
  expect(code).toBe(0)
  expect(out).not.toBe('')
  expect(contents(here)).toEqual(before)
})

describe('a file keeps the habits of the editor that made it', () => {
  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('%s', (_, made) => {
    const here = desk()
    here.cahier(
      'stance',
      'exemple-a',
      'guichet',
      'objection',
      '--argument',
      'Trop peu : deux jours.',
    )
    here.edit('positions/exemple-a.yaml', 'positions:', '# en assemblée\npositions:')
    here.write('positions/exemple-a.yaml', made(here.read('positions/exemple-a.yaml')))
    here.write('axes/services/guichet.md', made(here.read('axes/services/guichet.md')))
    expect(here.cahier('stance', 'exemple-a', 'sobriete', 'consent').code).toBe(0)
    const text = here.read('positions/exemple-a.yaml')
    expect(text).toBe(made(text.replace('\uFEFF', '').replaceAll('\r\n', '\n')))
    expect(text).toContain('# en assemblée')
    expect(text).toContain('Trop peu : deux jours.')
    here.cahier('open', 'guichet', '--closes', '2025-03-22')
    expect(here.bytes('decisions/guichet/2025-03-01/text.md')).toEqual(
      here.bytes('axes/services/guichet.md'),
    )
    here.write('decisions/guichet.yaml', made(here.read('decisions/guichet.yaml')))
    expect(here.cahier('close', 'guichet', '--date', '2025-03-23').code).toBe(0)
    const decisions = here.read('decisions/guichet.yaml')
    expect(decisions).toContain('result: no-quorum')
    expect(decisions).toBe(made(decisions.replace('\uFEFF', '').replaceAll('\r\n', '\n')))
    expect(here.cahier('check').code).toBe(0)
  })
})
