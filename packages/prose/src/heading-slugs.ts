import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Nodes, Root } from 'mdast'
import { unfoldedText } from './plain-text.ts'

/** The address of each heading of a file, as the forges make it, in order. */
export function headingSlugs(tree: Root): ReadonlyMap<string, Heading> {
  const slugger = new GithubSlugger()
  const slugs = new Map<string, Heading>()
  const visit = (node: Nodes): void => {
    // A no-break space is no space there: « Pourquoi ? » is `pourquoi`, with an ordinary one it is
    // `pourquoi-`.
    if (node.type === 'heading') {
      const words = unfoldedText(node)
      slugs.set(
        slugger.slug((words.includes('\n') ? words.replace(/\s*\n\s*/g, ' ') : words).trim()),
        node,
      )
    } else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return slugs
}

/**
 * The same of the headings that begin with `#`, told from their lines, many times faster than from
 * a tree. An address that is missing may be there all the same: of a heading that holds markup; one
 * that is given may be that of a line of code.
 */
export function plainHeadingSlugs(text: string): ReadonlySet<string> {
  return new Set(
    text.match(/^ {0,3}#{1,6}[ \t].*$/gm)?.map((line) =>
      slug(
        line
          .replace(/(?<![ \t])[ \t]+$/, '')
          .replace(/^ *#+|[ \t]#*$/g, '')
          .trim(),
      ),
    ),
  )
}
