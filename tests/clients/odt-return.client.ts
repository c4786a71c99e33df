import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { converted } from './converted.ts'
import { copyOfProgramme } from './copy-of-programme.ts'
import { pathOf, testWith } from './find-client.ts'
import { publishedFile } from './published.ts'
import { cahier, root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

const ID = 'guichet-humain'

/** What a reader does to a proposal of the programme, in order. */
const EDITS = [
  { do: 'replace', at: 'ni motif', text: 'ni raison' },
  { do: 'replace', at: 'sans condition ni justification', text: 'sans aucune condition' },
  { do: 'replace', at: 'en 2021, contre 33', text: 'en 2021 déjà, contre 33' },
  { do: 'replace', at: 'Jurisprudence, France', text: 'Jurisprudence en France' },
  { do: 'comment', at: 'un délai de trois ans', text: 'Trois ans, c’est long.' },
  { do: 'delete', at: 'le numéro n’est pas surtaxé' },
  { do: 'add', at: 'exercer un droit', text: 'aucune amende n’est due pour une panne' },
  { do: 'split', at: 'le donne, opérateur par opérateur.' },
  { do: 'add', at: 'en serait destinataire', text: 'Un paragraphe de plus.' },
]

const WANTED = [
  'head:\n  summary: "Toute démarche administrative doit pouvoir être faite en personne, par téléphone et par courrier, sans{++ aucune++} condition{-- ni justification--}."',
  'Trois ans, c’est long.',
  'en 2021{++ déjà++}, contre 33',
  '| Jurisprudence{~~,~> en~~} France |',
  'ne demande ni {~~motif~>raison~~}, ni attestation',
  '{--- le numéro n’est pas surtaxé et n’exige pas de compte en ligne',
  '{++- aucune amende n’est due pour une panne++}',
  'opérateur par opérateur.{~~ ~>\n\n~~}Après le vote',
  '[suspension des téléservices exclusifs](teleservices-exclusifs.md)',
  '{++Un paragraphe de plus.++}',
]

const WAYS = {
  'with its changes recorded': [true, 'odt'],
  'without a trace': [false, 'odt'],
  'through DOCX': [true, 'docx'],
} as const

for (const [way, [record, ending]] of Object.entries(WAYS))
  testWith(
    ['libreoffice', 'uno'],
    `an ODT worked on in LibreOffice, ${way}, comes back as the amendment that was meant`,
    () => {
      const folder = scratchFolder()
      const programme = copyOfProgramme(folder)
      const at = ['--programme', programme]
      const sent = publishedFile([...at, '--status', 'all', '--format', 'odt'], '.odt')
      const returned = workedOn(folder, sent, record, ending)
      const { status, stderr } = run(process.execPath, [
        cahier,
        'import',
        returned,
        '--by',
        'exemple-ateliers',
        ...at,
      ])
      expect(status, stderr).toBe(0)
      const amendment = readFileSync(
        join(programme, 'amendments', ID, 'retour-exemple-ateliers.md'),
        'utf8',
      )
      for (const wanted of WANTED) expect(amendment).toContain(wanted)
      // Nothing else: each mark is one of those.
      expect(amendment.match(/\{(?:\+\+|--|~~)/g)?.length).toBe(9)
      expect(run(process.execPath, [cahier, 'check', ...at]).status).toBe(0)
      expect(
        run(process.execPath, [cahier, 'adopt', ID, 'retour-exemple-ateliers', '--dry-run', ...at])
          .status,
      ).toBe(0)
    },
  )

function workedOn(folder: string, sent: string, record: boolean, ending: 'odt' | 'docx'): string {
  const edits = join(folder, 'edits.json')
  writeFileSync(edits, JSON.stringify({ record, edits: EDITS }))
  const office = [pathOf('libreoffice'), join(folder, 'profile')]
  const out = join(folder, `returned.${ending}`)
  const { status, stderr } = run(pathOf('uno'), [
    '-B',
    join(root, 'tests/clients/edit-odt.py'),
    ...office,
    sent,
    out,
    edits,
  ])
  expect(status, stderr).toBe(0)
  return ending === 'odt' ? out : converted(out, 'odt')
}
