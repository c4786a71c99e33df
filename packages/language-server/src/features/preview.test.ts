import { tally } from '@cahier/consensus'
import { buildProgramme, type Programme } from '@cahier/core'
import { composeEdition, proposalPreview } from '@cahier/export'
import { describe, expect, it } from 'vitest'
import { decided } from '../samples/sample-decided.ts'
import { sampleProgramme } from '../samples/sample-programme.ts'
import { previewOf, withFileLinks } from './preview.ts'

const DAY = '2026-01-01'
const material = { readAsset: () => new Uint8Array() }

function programmeOf(files: Readonly<Record<string, string>>): Programme {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
  return buildProgramme({ sources, assets: [], findings: [] })
}

function withdrawnOn(date: string) {
  const path = 'axes/services/guichet.md'
  const head = `---\nwithdrawn: {date: ${date}, reason: Refaite.}\n`
  return { ...sampleProgramme, [path]: `${sampleProgramme[path]}`.replace('---\n', head) }
}

describe('the preview of a proposal', () => {
  it.each([
    ['nothing is adopted', sampleProgramme],
    ['another is adopted', decided()],
    ['another is withdrawn', withdrawnOn('2025-12-31')],
    ['another is to be withdrawn', withdrawnOn('2026-01-02')],
  ])('is the page of the whole site, where %s', { tags: ['long'] }, async (_, files) => {
    const programme = programmeOf(files)
    const verdicts = tally(programme, DAY)
    const whole = composeEdition(programme, verdicts, {
      kind: 'programme',
      status: 'all',
      day: DAY,
    })
    for (const { id, document } of programme.proposals)
      expect(await previewOf(programme, document.path, DAY, material)).toEqual(
        proposalPreview(whole, id, material),
      )
  })

  it('reads no other text', async () => {
    const programme = programmeOf(sampleProgramme)
    const unread = () => {
      throw new Error('read')
    }
    for (const document of programme.documents)
      if (/courrier|axis/.test(document.path))
        for (const part of ['body', 'referenceBody'])
          Object.defineProperty(document, part, { get: unread })
    const preview = await previewOf(programme, 'axes/services/guichet.md', DAY, material)
    expect(preview?.page).toContain('<h1>Garantir un guichet</h1>')
  })

  it('leads to the files of the programme, and nowhere that is none', () => {
    const hrefs = (hrefs: readonly string[]) =>
      hrefs.map((href) => `<a class="x" href="${href}">x</a>`).join('')
    const programme = programmeOf({
      ...sampleProgramme,
      'amendments/guichet/trois.md':
        '---\namends: guichet\nby: exemple-a\n---\n\n## Motifs\n\nTrois.\n',
    })
    const page = hrefs([
      'courrier.html',
      '../services/courrier.html#texte',
      'index.html',
      '../sources.html#w-a',
      '../amendements/guichet.html',
    ])
    const elsewhere = hrefs(['#n1-1', 'https://exemple.org/a.html', 'mailto:a@exemple.org'])
    const linked = withFileLinks(
      {
        page: page + elsewhere + hrefs(['../index.html', '../mots.html']),
        amendments: hrefs(['../services/guichet.html']),
      },
      programme,
      'axes/services/guichet.md',
      (path) => `file:///p/${path}`,
    )
    expect(
      [...linked.page.matchAll(/<a class="x"(?: href="([^"]*)")?>/g)].map(([, href]) => href),
    ).toEqual([
      'file:///p/axes/services/courrier.md',
      'file:///p/axes/services/courrier.md',
      'file:///p/axes/services/axis.md',
      'file:///p/sources.yaml',
      'file:///p/amendments/guichet/trois.md',
      '#n1-1',
      'https://exemple.org/a.html',
      'mailto:a@exemple.org',
      undefined,
      undefined,
    ])
    expect(linked.amendments).toContain('href="file:///p/axes/services/guichet.md"')
  })
})
