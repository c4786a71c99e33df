import type { Nodes } from 'mdast'

/** Whether a text may hold addresses to be made straight. */
export const CROOKED_ADDRESSES: RegExp = /\]\((?:[^()\n]*\{[{%]|[^()<>"\n]*\S [^\s"'(])/

/**
 * Makes addresses that Markdown does not read into some that it does, sign for sign: those that a
 * site builder would compute (`{{< ref "a.md" >}}`, `{% link a.md %}`, `{{ site.baseurl }}/a`),
 * those of files with blanks in their name, and sizes of pictures. `showBlanks` gives the blanks
 * back.
 */
export function straightAddresses(line: string, isCode: (at: number) => boolean): string {
  if (!CROOKED_ADDRESSES.test(line)) return line
  return line.replace(LINK, (link: string, words: string, address: string, at: number) => {
    if (isCode(at)) return link
    const computed = address.replace(
      COMPUTED,
      (_, ...found: (string | undefined)[]) =>
        found.slice(0, 4).find((one) => one !== undefined) ?? '',
    )
    const sized = computed.replace(/[ \t]+=\d*x\d*[ \t]*$/, '')
    const [file = '', title = ''] = NAMED_FILE.exec(sized)?.slice(1) ?? []
    const straight = file.includes(' ') ? file.replaceAll(' ', BLANK) + title : sized
    return straight === address ? link : `${words}(${straight.padEnd(address.length)})`
  })
}

const LINK = /(\])\(((?:[^()\n{]|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{(?![{%])){1,500})\)/g
const COMPUTED =
  /\{\{[<%]-?[ \t]*(?:rel)?ref[ \t]+["`]?([^"`\s<>%]+)["`]?[ \t]*-?[%>]\}\}|\{%-?[ \t]*(?:link|post_url)[ \t]+([^\s%]+)[ \t]*-?%\}|\{\{-?[ \t]*["']([^"']*)["'][ \t]*\|[ \t]*(?:relative|absolute)_url[ \t]*-?\}\}|\{\{-?[ \t]*site\.(?:base)?url[ \t]*-?\}\}()/g
const NAMED_FILE =
  /^[ \t]*([^()<>"{}:]+\.(?:md|markdown|html?|pdf|png|jpe?g|gif|svg|webp)(?:#[^()<>"\s]*)?)((?:[ \t]+"[^"]*")?[ \t]*)$/i
/** A letter of the private use area, which nobody writes. */
const BLANK = '\uE0F2'

/** Gives addresses their blanks back, in place. */
export function showBlanks(node: Nodes): void {
  if ('url' in node && node.url.includes(BLANK)) node.url = node.url.replaceAll(BLANK, '%20')
  if ('children' in node) for (const child of node.children) showBlanks(child)
}
