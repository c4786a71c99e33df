import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../compose/compose-edition.ts'
import type { Edition } from '../edition/edition.ts'
import type { Selection } from '../edition/selection.ts'
import { composed } from '../loose/sample-book.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { closed, programmeOf, stance, verdict } from '../samples/sample-programme.ts'
import { columnsOf, wrapped } from './page.ts'
import { textExporter } from './txt-exporter.ts'

const verdicts = [
  verdict('guichet', 'adopted-with-reservations', {
    round: closed({}),
    stances: {
      'exemple-a': stance('reservation', {
        argument: 'Trop court.\n\nEt trop tard.',
        liftsIf: 'Six mois',
      }),
    },
  }),
  verdict('moratoire', 'open'),
]
const edition = (selection: Partial<Selection> = {}): Edition =>
  composeEdition(programmeOf(), verdicts, { kind: 'programme', status: 'all', ...selection })
const text = (printed: Edition): string => {
  const [file] = textExporter.render(printed, { readAsset: () => new Uint8Array() })
  return new TextDecoder().decode(file?.bytes)
}
const plain = (printed: Edition) =>
  text(printed).replaceAll('\u00A0', '~').replaceAll('\u202F', '|')

describe('the plain text', () => {
  const whole = plain(edition())

  it('names the previous edition, and its day if it has one', () => {
    const opening = (date: string) =>
      /^Depuis l.*/m.exec(
        text({ ...sampleEdition, changes: { edition: '0.2.0', date, words: [], measures: [] } }),
      )?.[0]
    expect([opening('2026-02-01'), opening('')]).toEqual([
      'Depuis l’édition 0.2.0, 1er février 2026.',
      'Depuis l’édition 0.2.0.',
    ])
  })

  it('holds no character that commands a terminal', () => {
    const printed = edition()
    expect(text({ ...printed, title: 'Un \u001B[31mprogramme\u0007\u009B' })).toMatch(
      /^Un \[31mprogramme\n/,
    )
  })

  it('opens with what it is and what must be known', () => {
    expect(whole).toMatch(
      /^Un programme d’essai\n={20}\n\nÉdition 2026\/1, 1er mai 2026\n\nL’assemblée\n\nDocument de travail~: /,
    )
    expect(whole).toContain('1. Services\n   §1 Garantir le guichet\n')
  })

  it('gives the number of each block at the beginning of its line', () => {
    expect(whole).toContain('§1.2    Un tiers renonce[1]~: c’est beaucoup[2]. Encore[3]|[1].\n')
    expect(whole).toContain(
      '§1.5    - un point[3]|;\n§1.6      - un sous-point|;\n          suite\n§1.7    - un autre\n',
    )
    expect(whole).toContain('§1.12   Syndicats~: Exiger des effectifs.\n')
  })

  it('marks unadopted proposals beside each number', () => {
    expect(whole).toContain('§3.1    [en débat] Un résumé|; court.\n')
    expect(whole).not.toContain('§1.1    [')
  })

  it('reads tables row by row, each cell after its head', () => {
    expect(whole).toContain(
      '§1.8    Tableau~: A, B\n        - A~: 12|000~€\n          B~: gras[barré~: non]\n',
    )
  })

  it('parts the items of a list that its writer parted', () => {
    const list = (between: string) =>
      plain(composed({ 'a.md': `# A\n\n- un${between}- deux\n` }).edition)
    expect(list('\n\n')).toContain('- un\n\n')
    expect(list('\n')).not.toContain('- un\n\n')
    expect(plain(composed({ 'a.md': '# A\n\n7. sept\n8. huit\n' }).edition)).toMatch(
      /7\. sept\n.*8\. huit/,
    )
  })

  it('says where a link leads', () => {
    expect(whole.replace(/\n +/g, ' ')).toContain(
      'Voir la règle (§2), ses raisons (§2), l’axe (axe~2), plus bas (§1), retirée, le web <https://a.org/x?y=1;z>',
    )
  })

  it('ends each proposal with its notes', () => {
    expect(whole).toMatch(
      /Notes\n~{5}\n\n\[1\] Insee, Démarches~: le renoncement, 2022, p\.~3\.\n\n\[2\] /,
    )
  })

  it('quotes dissent beside the measure, and prints the decision', () => {
    expect(whole).toContain(
      'Les Ateliers (exemple), réserve, 2 mars 2026~:\n\n    Trop court.\n\n    Et trop tard.\n\n    Ce qui la lèverait~: Six mois\n\nDécision\n~~~~~~~~\n\nAdoptée le 12 avril 2026',
    )
  })

  it('lists stances by member, with the numbers of proposals', { tags: ['long'] }, () => {
    expect(plain(edition({}))).toContain('Les Ateliers (exemple)\n- réserve~: §1')
    const silent = (unasked: readonly string[]) =>
      plain({
        ...edition(),
        collectives: [{ id: 'b', name: 'Les Ondes', example: false, stances: {}, unasked }],
      })
    const all = edition().chapters.flatMap(({ measures }) => measures.map(({ id }) => id))
    expect(silent(all.slice(1))).toContain('Les Ondes\n- n’a rien dit\n')
    expect(silent(all)).toContain('Les Ondes\n- n’était pas membre\n')
  })

  it('says who would change what, when and why', () => {
    const printed = plain({ ...sampleEdition, kind: 'programme' })
    const [, said] =
      /(Les ondes courtes \(exemple\), 20 avril 2026~:.*?)\n\nCe qui s’est passé/s.exec(printed) ??
      []
    expect(said).toBe(`Les ondes courtes (exemple), 20 avril 2026~:

    Quarante-cinq jours, c’est le temps d’une expulsion. La poste met
    trois jours [enquête des usagers, 2025].

        Titre~: Garantir par la loi guichet, téléphone et courrier
        [ajouté~: sous vingt jours]

§1.10   un numéro non surtaxé, et la réponse au courrier sous [barré~:
        trente] [barré~: quarante-cinq][ajouté~: vingt] jours ouvrés.

        Ajout après §1.10~: [ajouté~: Passé ce délai, la demande est
        tenue pour acceptée.]`)
  })

  it('has no markup and no line wider than 72 columns, but for addresses', () => {
    const wide = text(edition())
      .split('\n')
      .filter((line) => columnsOf(line) > 72 && !line.includes('http'))
    expect(wide).toEqual([])
    expect(whole).not.toMatch(/\*\*|<\/?[a-z]+>|&[a-z]+;|\[\^/)
  })

  it('is a form to sign for a charter', () => {
    const charter = plain(edition({ kind: 'charter', floor: 2 }))
    expect(charter).toContain('Nous nous engageons sur au moins deux de ces mesures.\n')
    expect(charter.match(/^\[ \] /gm)).toHaveLength(9)
    expect(charter).toContain('\n\nNotre engagement\n================\n')
    expect(charter).toMatch(/\nSignature\n={9}\n/)
  })
})

describe('lines', () => {
  it('keep every word, and exceed the width only for a longer word', () => {
    const word = fc.stringMatching(/^[a-zé’«»日本\u00A0\u202F]{1,14}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.integer({ min: 8, max: 40 }),
        (words, width) => {
          const lines = wrapped(words.join(' '), width)
          expect(lines.join(' ')).toBe(words.join(' '))
          expect(lines.filter((line) => columnsOf(line) > width && line.includes(' '))).toEqual([])
        },
      ),
    )
  })
})
