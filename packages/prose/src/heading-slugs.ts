import GithubSlugger from 'github-slugger'
import type { Heading, Nodes, Root } from 'mdast'
import { wordsOf } from './plain-text.ts'

/** The address of each heading of a file, as the forges make it, in order. */
export function headingSlugs(tree: Root): ReadonlyMap<string, Heading> {
  const slugger = new GithubSlugger()
  const slugs = new Map<string, Heading>()
  const visit = (node: Nodes): void => {
    // A no-break space is no space there: « Pourquoi ? » is `pourquoi`, with an ordinary one it is `pourquoi-`.
    if (node.type === 'heading')
      slugs.set(
        slugger.slug(
          wordsOf(node)
            .replace(/\s*\n\s*/g, ' ')
            .trim(),
        ),
        node,
      )
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return slugs
}
