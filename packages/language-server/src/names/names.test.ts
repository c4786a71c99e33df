import { readDocument, wholeDigest } from '@cahier/core'
import { parseMarkdown } from '@cahier/prose'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DocumentHighlight, DocumentLink, Hover, Location } from 'vscode-languageserver'
import { decided } from '../samples/sample-decided.ts'
import { covered, sampleEditors } from '../samples/sample-editor.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'

const { started } = sampleEditors(onTestFinished)

const guichet = 'axes/services/guichet.md'
const text = sampleProgramme[guichet] as string
const positions = (digest: string) =>
  `programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n  guichet:\n    stance: consent\n    date: 2025-02-01\n    text: ${digest}\n`

const told = (hover: Hover | null) =>
  (hover?.contents as { value: string } | undefined)?.value ?? ''

describe('hover', () => {
  const hoverAt = async (path: string, marked: string, locale = 'fr') =>
    told(
      await (await started(sampleProgramme, locale)).askAt<Hover | null>(
        'textDocument/hover',
        path,
        marked,
      ),
    )

  it('shows a source as it will be printed, and what it supports', async () => {
    const shown = await hoverAt(guichet, text.replace('[@insee', '[@ins|ee'))
    expect(shown).toContain('*Le renoncement aux démarches*')
    expect(shown).toContain('Niveau A\u00A0: vue chez son auteur')
    expect(shown).toContain(
      '- des adultes renoncent à une démarche\u00A0: **32\u00A0%** (2021, p.\u00A02)',
    )
  })

  it('shows a proposal, where it stands, and in which words', async () => {
    expect(await hoverAt(guichet, text.replace('(courrier.md', '(cour|rier.md'))).toBe(
      '**Répondre au courrier** — à l’état de projet\n\nToute administration répond au courrier dans le mois.\n\nBrouillon\u00A0: aucun tour n’a encore été ouvert.',
    )
  })

  it('shows of a proposal that was decided who said what', async () => {
    const files = decided()
    const editor = await started(files)
    const axis = files['axes/services/axis.md'] as string
    const shown = told(
      await editor.askAt<Hover | null>(
        'textDocument/hover',
        'axes/services/axis.md',
        axis.replace('[guichet', '[gui|chet'),
      ),
    )
    expect(shown).toMatch(/^\*\*Garantir un guichet\*\* — adoptée\n/)
    expect(shown).toContain('- consentement\u00A0: Exemple A, Exemple B')
  })

  it('shows a collective, a term, and what a key is for', async () => {
    expect(await hoverAt(guichet, text.replace('[exemple-a]', '[exem|ple-a]'))).toBe(
      '**Exemple A** — association (exemple fictif)\n\nMembre depuis le 1er janvier 2025\n\n- Déléguée (d1)',
    )
    expect(await hoverAt(guichet, text.replace('horizon: court', 'horizon: co|urt'))).toBe(
      '**Court terme**',
    )
    expect(
      await hoverAt(guichet, text.replace('horizon: court', 'hori|zon: court'), 'en'),
    ).toContain('How soon: one of the `horizons`')
  })

  it('says what one of a few words means', async () => {
    expect(
      await hoverAt(
        'positions/exemple-a.yaml',
        'positions:\n  guichet:\n    stance: reser|vation\n',
      ),
    ).toBe('**réserve**')
    expect(await hoverAt('sources.yaml', '- id: a\n  type: re|port\n')).toBe('**rapport**')
  })

  it('says what a digest is of', async () => {
    expect(await hoverAt('positions/exemple-a.yaml', positions(`v1-|${'0'.repeat(64)}`))).toBe(
      'Empreinte d’un texte que le dossier ne contient plus\u00A0: ce n’est pas celle de «\u00A0guichet\u00A0» tel qu’il est aujourd’hui.',
    )
    const files = decided()
    const [stances, record] = [
      files['positions/exemple-a.yaml'] as string,
      files['decisions/guichet.yaml'] as string,
    ]
    const editor = await started(files)
    const toldAt = async (path: string, marked: string) =>
      told(await editor.askAt<Hover | null>('textDocument/hover', path, marked))
    expect(
      await toldAt('positions/exemple-a.yaml', stances.replace('text: v1-', 'text: v1-|')),
    ).toBe('Empreinte de ce que «\u00A0guichet\u00A0» propose, tel que le texte est aujourd’hui.')
    expect(
      await toldAt('decisions/guichet.yaml', record.replace('seal: v1-', 'seal: v1-|')),
    ).toMatch(/^Sceau du tour de «\u00A0guichet\u00A0» ouvert le 10\s*janvier 2025/)
    await editor.open(
      guichet,
      (files[guichet] as string).replace('Un guichet par commune', 'Un guichet par canton'),
    )
    expect(
      await toldAt('positions/exemple-a.yaml', stances.replace('text: v1-', 'text: v1-|')),
    ).toMatch(/proposait à l’ouverture du tour du 10\s*janvier 2025\. Le texte a changé depuis\.$/)
  })

  it('knows the text of an axis by its digest, in an amendment to it', async () => {
    const path = 'axes/services/axis.md'
    const axis = readDocument(
      { path, text: sampleProgramme[path] as string },
      'axis',
      parseMarkdown,
    )
    const amendment = `---\namends: services\nbase: ${wholeDigest(axis, [])}\n---\n`
    expect(await hoverAt('amendments/services/plus.md', amendment.replace('v1-', 'v1-|'))).toBe(
      'Empreinte de tout le texte de «\u00A0services\u00A0», tel qu’il est aujourd’hui.',
    )
  })

  it('has nothing to say of prose, of files without a schema, nor of those of no programme', async () => {
    expect(await hoverAt(guichet, text.replace('Un tiers', 'Un ti|ers'))).toBe('')
    const editor = await started()
    expect(
      await hoverAt('lint-baseline.yaml', 'axes/services/gui|chet.md:\n  style/long-sentence: 1\n'),
    ).toBe('')
    expect(
      await editor.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: 'untitled:x' },
        position: { line: 0, character: 0 },
      }),
    ).toBe(null)
  })
})

describe('definition, references, links', () => {
  it('lead to the file, the entry or the term that is named', async () => {
    const editor = await started()
    for (const [marked, path, shown] of [
      [
        text.replace('(courrier', '(cour|rier'),
        'axes/services/courrier.md',
        'Répondre au courrier',
      ],
      [text.replace('@insee', '@in|see'), 'sources.yaml', 'insee-2022'],
      [text.replace('[exemple-a', '[exem|ple-a'), 'collectives/exemple-a.yaml', 'Exemple A'],
      [text.replace('impacts: [lib', 'impacts: [li|b'), 'programme.yaml', 'libertes'],
      [
        text.replace('(courrier.md', '(cour|rier.md#pourquoi'),
        'axes/services/courrier.md',
        '## Pourquoi',
      ],
    ] as const) {
      const found = await editor.askAt<Location>('textDocument/definition', guichet, marked)
      expect([found.uri, covered(sampleProgramme[path] as string, found.range)]).toEqual([
        editor.uri(path),
        shown,
      ])
    }
  })

  it('lead to a note from its number, and to the file of an image', async () => {
    const editor = await started({ ...sampleProgramme, 'assets/plan.png': 'x' })
    const noted = text.replace(
      'Un guichet par commune.',
      'Un guichet par commune[^1|]. ![Le plan](../../assets/plan.png)\n\n[^1]: Ou deux.',
    )
    const note = await editor.askAt<Location>('textDocument/definition', guichet, noted)
    expect(covered(noted.replace('|', ''), note.range)).toBe('[^1]: Ou deux.')
    const image = await editor.askAt<Location>(
      'textDocument/definition',
      guichet,
      noted.replace('|', '').replace('plan.png', 'pl|an.png'),
    )
    expect(image.uri).toBe(editor.uri('assets/plan.png'))
  })

  it('find every place that names something, unsaved ones too', async () => {
    const editor = await started()
    await editor.open(
      'axes/services/axis.md',
      '---\ntitle: Services\nquestion: Comment ?\n---\n\nDeux fois [@insee-2022] [@insee-2022].\n',
    )
    const found = await editor.askAt<Location[]>(
      'textDocument/references',
      guichet,
      text.replace('@insee', '@in|see'),
      {
        context: { includeDeclaration: true },
      },
    )
    const files = found.map(({ uri }) => uri.slice(editor.uri('').length + 1))
    expect(files.sort()).toEqual([
      'axes/services/axis.md',
      'axes/services/axis.md',
      'axes/services/courrier.md',
      guichet,
      'sources.yaml',
    ])
    const marks = await editor.askAt<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      guichet,
      text.replace('@insee', '@in|see'),
    )
    expect(marks.map(({ range }) => covered(text, range))).toEqual(['insee-2022'])
    const cited = await editor.askAt<Location[]>(
      'textDocument/references',
      guichet,
      text.replace('@insee', '@in|see'),
      {
        context: { includeDeclaration: false },
      },
    )
    expect(cited.map(({ uri }) => uri)).toEqual(
      found.map(({ uri }) => uri).filter((uri) => uri !== editor.uri('sources.yaml')),
    )
    expect(
      await editor.askAt(
        'textDocument/documentHighlight',
        guichet,
        text.replace('Un tiers', 'Un ti|ers'),
      ),
    ).toEqual([])
  })

  it('can be followed from the text', async () => {
    const editor = await started({ ...sampleProgramme, 'assets/mon plan.png': 'x' })
    const text = (sampleProgramme[guichet] as string).replace(
      'Un guichet par',
      '![Le plan](<../../assets/mon plan.png>)\n\nUn guichet par',
    )
    await editor.open(guichet, text)
    const links = await editor.ask<DocumentLink[]>('textDocument/documentLink', guichet)
    expect(
      links.map(({ range, target }) => [
        covered(text, range),
        target?.slice(editor.uri('').length + 1),
      ]),
    ).toContainEqual(['insee-2022', 'sources.yaml'])
    for (const address of ['courrier.md', '../../assets/mon plan.png'])
      expect(links.map(({ range }) => covered(text, range))).toContain(address)
  })
})
