/** What a rule of a `<style>` has an element lead to: the part named `id`, by a property. */
export interface StyleLead {
  readonly property: string
  readonly id: string
}

/** What the rules of these styles lead to, by what they choose: `.class`, `#id`, an element's name, or `*` where they could choose anything. */
export function styleLeads(styles: readonly string[]): ReadonlyMap<string, readonly StyleLead[]> {
  const leads = new Map<string, StyleLead[]>()
  for (const css of styles) {
    const blocks: string[] = []
    let from = 0
    const plain = withoutStrings(css)
    for (const { 0: sign, index } of plain.matchAll(/[{};]|$/g)) {
      const text = plain.slice(from, index).trim()
      from = index + 1
      const ids = sign === '{' ? [] : idsLedTo(text)
      const property = /^[\w-]+(?=\s*:)/.exec(text)?.[0] ?? ''
      for (const key of ids.length === 0 ? [] : chosenBy(blocks)) {
        const known = leads.get(key) ?? []
        leads.set(key, known)
        for (const id of ids) known.push({ property, id })
      }
      if (sign === '{') blocks.push(text)
      if (sign === '}') blocks.pop()
    }
  }
  return leads
}

// Comments go, and the signs in strings that would end a rule or begin one.
function withoutStrings(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)|"[^"\n]*"|'[^'\n]*'/g, (part) => (part.startsWith('/*') ? ' ' : part.replace(/[{};]/g, '')))
}

/** The ids that a style, or an attribute that may hold one, leads to. */
export function idsLedTo(style: string): readonly string[] {
  return [...style.matchAll(/url\s*\(\s*["']?#([^"')\s]*)/gi)].map(([, id = '']) => id)
}

// The last step of each selector; whatever is not plain could choose anything, and so could what moves.
function chosenBy(blocks: readonly string[]): readonly string[] {
  if (blocks.some((block) => block.startsWith('@') && !/^@(?:media|supports)\b/.test(block))) return ['*']
  const selector = blocks.findLast((block) => !block.startsWith('@')) ?? '*'
  return selector.split(',').map((one) => {
    const [, tag = '', named = ''] = /(?:^|[\s>+~])([\w-]*)((?:[.#][\p{L}\p{N}_-]+)*)$/u.exec(one.trim()) ?? []
    const isPlain = /^[\p{L}\p{N}_\s>+~.#-]+$/u.test(one.trim())
    return isPlain ? (/^[.#][^.#]+/.exec(named)?.[0] ?? (tag || '*')) : '*'
  })
}
