/** What a rule of a `<style>` has an element lead to: the part named `id`, by a property. */
export interface StyleLead {
  readonly property: string
  readonly id: string
}

/**
 * What the rules of these styles lead to, by what they choose: `.class`, `#id`, an element's name,
 * or `*` where they could choose anything; `null` when that is more than `most`.
 */
export function styleLeads(
  styles: readonly string[],
  most: number,
): ReadonlyMap<string, readonly StyleLead[]> | null {
  const leads = new Map<string, StyleLead[]>()
  let count = 0
  for (const css of styles) {
    const blocks: Block[] = []
    let from = 0
    const plain = withoutStrings(css)
    for (const { 0: sign, index } of plain.matchAll(/[{};]|$/g)) {
      const text = plain.slice(from, index).trim()
      from = index + 1
      const ids = sign === '{' ? [] : idsLedTo(text)
      const property = /^[\w-]+(?=\s*:)/.exec(text)?.[0].toLowerCase() ?? ''
      const keys = ids.length === 0 ? [] : (blocks.at(-1) ?? OUTSIDE).keys
      count += keys.length * ids.length
      if (count > most) return null
      for (const key of keys) {
        const known = leads.get(key) ?? []
        leads.set(key, known)
        for (const id of ids) known.push({ property, id })
      }
      if (sign === '{') blocks.push(blockIn(blocks.at(-1) ?? OUTSIDE, text))
      if (sign === '}') blocks.pop()
    }
  }
  return leads
}

/** What a block is for. */
interface Block {
  readonly keys: readonly string[]
  /** Whether it could be for anything, whatever it says. */
  readonly isOdd: boolean
}

const OUTSIDE: Block = { keys: ['*'], isOdd: false }

// Whatever moves could choose anything.
function blockIn(around: Block, head: string): Block {
  if (around.isOdd || /^@(?!(?:media|supports)\b)/.test(head)) return { keys: ['*'], isOdd: true }
  return head.startsWith('@') ? around : { keys: chosenBy(head), isOdd: false }
}

/**
 * A style without its comments, nor the signs in its strings that would end a rule or begin one.
 */
export function withoutStrings(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)|"[^"\n]*"|'[^'\n]*'/g, (part) =>
    part.startsWith('/*') ? ' ' : part.replace(/[{};]/g, ''),
  )
}

/** The ids that a style, or an attribute that may hold one, leads to. */
export function idsLedTo(style: string): readonly string[] {
  return [...style.matchAll(/url\s*\(\s*["']?#([^"')\s]*)/gi)].map(([, id = '']) => id)
}

// The last step of each selector; whatever is not plain could choose anything.
function chosenBy(selectors: string): readonly string[] {
  const keys = selectors.split(',').map((one) => {
    const [, tag = '', named = ''] =
      /(?:^|[\s>+~])([\w-]*)((?:[.#][\p{L}\p{N}_-]+)*)$/u.exec(one.trim()) ?? []
    const isPlain = /^[\p{L}\p{N}_\s>+~.#-]+$/u.test(one.trim())
    return isPlain ? (/^[.#][^.#]+/.exec(named)?.[0] ?? (tag || '*')) : '*'
  })
  return [...new Set(keys)]
}
