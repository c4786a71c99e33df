import { describe, expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import type { FlowNode } from '../edition/nodes.ts'
import type { Measure, PrintedAmendment } from '../edition/printed-measure.ts'
import { tinyPng } from '../loose/sample-folder.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { call, li, p, t, table } from '../samples/sample-nodes.ts'
import { match, matches, note, plainOf, published, textAt, withBlocks } from './sample-odt.ts'

const tracked: Edition = { ...sampleEdition, trackedChanges: true }

describe('amendments as tracked changes', () => {
  it('are tracked only on request', { tags: ['long'] }, () => {
    expect(published(sampleEdition).content).not.toContain('text:tracked-changes')
    expect(published(tracked).content).toContain(
      '<office:text text:use-soft-page-breaks="false"><text:tracked-changes>',
    )
  })

  it('have an author, a date and reasons, once', () => {
    const { content } = published(tracked)
    const infos = match(content, /<office:change-info>(.*?)<\/office:change-info>/g)
    expect(new Set(infos)).toEqual(
      new Set([
        '<dc:creator>Les ondes courtes (exemple)</dc:creator><dc:date>2026-04-20T00:00:00</dc:date>',
      ]),
    )
    expect(
      matches(
        content,
        /<office:annotation>.*?Quarante-cinq jours, c’est le temps d’une expulsion/g,
      ),
    ).toBe(1)
  })

  it('are in the words of the block, inside its anchor', () => {
    const { content } = published(tracked)
    expect(textAt(content, 'b_1_11')).toBe(
      'un numéro non surtaxé, et la réponse au courrier sous trente vingt jours ouvrés.',
    )
    expect(content).toMatch(/<text:deletion>.*?<text:p>quarante-cinq<\/text:p><\/text:deletion>/)
    expect(textAt(content, 'b_1_title')).toContain('courrier sous vingt jours')
  })

  it('restore the plain document when rejected', () => {
    expect(refused(published(tracked).content)).toBe(refused(published(sampleEdition).content))
  })

  it('start a new paragraph at the end of the one before', () => {
    const { content } = published(tracked)
    expect(content).toMatch(
      /<text:bookmark-end text:name="b_1_11"\/><text:change-start [^>]*\/><\/text:p><text:p [^>]*xml:id="b_1_11_new">.*?Passé ce délai.*?<text:change-end [^>]*\/><\/text:p>/,
    )
  })

  it.each<[string, FlowNode, RegExp]>([
    [
      'the last item of a list',
      { type: 'list', data: { ordinal: 2 }, children: [li('1.2', 2, ['Un point.'])] },
      /Un point\.(?:<[^>]*>)*<text:change-start [^>]*\/><\/text:p><\/text:list-item><\/text:list><text:p /,
    ],
    [
      'an empty paragraph where a table is before, in which none can begin',
      table('1.2', 2, [null], [['A'], ['1']]),
      /<\/table:table><text:p text:style-name="Text_20_body"><text:change-start [^>]*\/><\/text:p><text:p /,
    ],
  ])('or of %s', (_, block, expected) => {
    // Where the block is not as it says, what it asks for follows the proposal.
    const blocks = [
      {
        number: '1.2',
        ordinal: 2,
        added: false,
        nodes: [t('Rien'), { type: 'insertion' as const, children: [t(' de tel.')] }],
      },
    ]
    const amendment = {
      id: 'x',
      by: 'x',
      byName: 'X',
      example: false,
      date: '2026-01-02',
      reasons: [],
      fields: [],
      blocks,
    }
    const edition = withAmendments(withBlocks([block]), [amendment], {
      decision: null,
      history: [],
    })
    const { content } = published(edition)
    expect(expected.exec(content)).not.toBeNull()
    expect(refused(content)).toBe(refused(published({ ...edition, trackedChanges: false }).content))
  })

  it('leave a figure whole: a new picture follows the proposal', () => {
    const image = (alt: string) => ({
      type: 'image' as const,
      url: 'assets/carte.png',
      alt,
      title: 'Les guichets fermés',
    })
    const amendment: PrintedAmendment = {
      id: 'x',
      by: 'x',
      byName: 'Les Ateliers',
      example: false,
      date: '2026-04-20',
      reasons: [],
      blocks: [
        {
          number: '1.2',
          ordinal: 2,
          added: false,
          nodes: [
            { type: 'deletion', children: [image('Une carte')] },
            { type: 'insertion', children: [image('Une autre carte')] },
          ],
        },
      ],
      fields: [],
    }
    const figure = {
      type: 'paragraph' as const,
      data: { number: '1.2', ordinal: 2 },
      children: [image('Une carte')],
    }
    const edition = withAmendments(withBlocks([figure]), [amendment])
    const captions = (of: Edition) =>
      matches(published(of, () => tinyPng).content, /<text:sequence [^>]*text:name="Figure"/g)
    expect(captions({ ...edition, trackedChanges: false })).toBe(1)
    expect(captions(edition)).toBe(1)
    expect(published(edition, () => tinyPng).text).toMatch(
      /Amendement\s: Les Ateliers, [^,]+, §1\.2/,
    )
  })

  it('follow the proposal as insertions when they cannot be located', () => {
    const rows = [['A'], ['1']]
    const amendment: PrintedAmendment = {
      id: 'x',
      by: 'x',
      byName: 'Les Ateliers',
      example: false,
      date: '',
      reasons: [],
      blocks: [
        {
          number: '1.2',
          ordinal: 2,
          added: false,
          nodes: [t('Un '), { type: 'deletion', children: [t('autre ')] }, t('texte')],
        },
      ],
      fields: [],
    }
    const edition = withAmendments(withBlocks([table('1.2', 2, [null], rows)]), [amendment])
    const { content, text } = published(edition)
    expect(text).toContain('Amendement\u00A0: Les Ateliers, §1.2. Un autre texte')
    expect(content).toContain('<text:span text:style-name="Cahier_20_Deleted">autre </text:span>')
    expect(content).toContain('<dc:date>2026-05-01T00:00:00</dc:date>')
    expect(refused(content)).toBe(refused(published({ ...edition, trackedChanges: false }).content))
  })

  it('keep a note at its next call when they delete the first one', () => {
    const again = p('1.3', 3, 'Encore', call('a', 1, 2), '.')
    const blocks = [p('1.2', 2, 'Un tiers', call('a', 1), '.'), again]
    const edition = withBlocks(blocks, [note('a', 1, p('', 9, 'INSEE, 2022.'))])
    const wish = [
      {
        number: '1.2',
        ordinal: 2,
        added: false,
        nodes: [{ type: 'deletion' as const, children: [t('Un tiers'), call('a', 1), t('.')] }],
      },
    ]
    const amendment = {
      id: 'x',
      by: 'x',
      byName: 'X',
      example: false,
      date: '2026-01-02',
      reasons: [],
      fields: [],
      blocks: wish,
    }
    const { content } = published(withAmendments(edition, [amendment]))
    const region = /<text:deletion>.*?<\/text:deletion>/.exec(content)?.[0]
    expect(region).toContain('<text:note-ref ')
    expect(region).not.toContain('<text:note ')
    expect(textAt(content, 'b_1_3')).toContain('INSEE, 2022.')
  })

  it('delete the anchor of a whole block with it, and keep its number', () => {
    const wish = [
      {
        number: '1.2',
        ordinal: 2,
        added: false,
        nodes: [{ type: 'deletion' as const, children: [t('Un mot.')] }],
      },
    ]
    const amendment = {
      id: 'x',
      by: 'x',
      byName: 'X',
      example: false,
      date: '2026-01-02',
      reasons: [],
      fields: [],
      blocks: wish,
    }
    const { content } = published(withAmendments(withBlocks([p('1.2', 2, 'Un mot.')]), [amendment]))
    const [deletion = ''] = match(content, /<text:deletion>.*?<\/text:deletion>/g)
    expect(textAt(deletion, 'b_1_2')).toBe('Un mot.')
    expect(content).toMatch(
      /xml:id="b_1_2"><text:span [^>]*>§1\.2<\/text:span><text:tab\/><text:change [^>]*\/><\/text:p>/,
    )
  })

  it('keep the spaces at both ends of deleted words', () => {
    const nodes = [t('Un'), { type: 'deletion' as const, children: [t(' mot ')] }, t('de')]
    const amendment = {
      id: 'x',
      by: 'x',
      byName: 'X',
      example: false,
      date: '2026-01-02',
      reasons: [],
      fields: [],
    }
    const edition = withAmendments(
      withBlocks([
        { type: 'paragraph', data: { number: '1.2', ordinal: 2 }, children: [t('Un mot de')] },
      ]),
      [{ ...amendment, blocks: [{ number: '1.2', ordinal: 2, added: false, nodes }] }],
    )
    expect(published(edition).content).toContain('<text:p><text:s/>mot<text:s/></text:p>')
  })
})

function withAmendments(
  edition: Edition,
  amendments: readonly PrintedAmendment[],
  more: Partial<Measure> = {},
): Edition {
  const chapters = edition.chapters.map((chapter) => ({
    ...chapter,
    measures: chapter.measures.map((measure): Measure => ({ ...measure, ...more, amendments })),
  }))
  return { ...edition, chapters, trackedChanges: true }
}

/** The words of the document with every insertion gone and every deletion back. */
function refused(content: string): string {
  const deleted = new Map(
    [
      ...content.matchAll(
        /<text:changed-region xml:id="([^"]+)" [^>]*><text:deletion>.*?<\/office:change-info>(.*?)<\/text:deletion>/g,
      ),
    ].map(([, id = '', words = '']) => [id, words]),
  )
  return plainOf(
    content
      .replace(/<text:tracked-changes>.*?<\/text:tracked-changes>/, '')
      .replace(
        /<text:change-start text:change-id="([^"]+)"\/>.*?<text:change-end text:change-id="\1"\/>/g,
        '',
      )
      .replace(
        /<text:change text:change-id="([^"]+)"\/>/g,
        (_, id: string) => deleted.get(id) ?? '',
      )
      .replace(/<text:s\/>/g, ' '),
  )
}
