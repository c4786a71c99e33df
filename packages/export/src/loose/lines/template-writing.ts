import { isAlertKind } from '../tree/alerts.ts'
import { firstWordIn, givenIn, type TemplateTag } from './template-tag.ts'

/**
 * What two tags do to the lines between them: nothing (`words`), quote them under a head, print
 * them as they are, or take them away.
 */
export type TemplateWriting =
  | { readonly as: 'words' }
  | { readonly as: 'quotation'; readonly head: string }
  | { readonly as: 'code'; readonly language: string }
  | { readonly as: 'nothing' }

/** What an opening tag asks for the lines that end at its closing one. */
export function betweenTags(tag: TemplateTag): TemplateWriting {
  if (tag.name === 'comment') return { as: 'nothing' }
  if (CODE.has(tag.name))
    return {
      as: 'code',
      language:
        /^[\w+#-]+$/.exec(firstWordIn(tag) || givenIn(tag, ['lang', 'language']))?.[0] ?? '',
    }
  const word = firstWordIn(tag)
  const kinds = [tag.name, givenIn(tag, ['type', 'style', 'kind', 'color', 'class']), word].map(
    (kind) => kind.toLowerCase(),
  )
  const kind =
    (ADMONITION_TAGS.has(tag.name) || isAlertKind(tag.name)
      ? kinds.find((one) => one !== 'hint' && isAlertKind(one))
      : '') ?? ''
  const named = givenIn(tag, ['title', 'name', 'summary', 'header', 'label'])
  const title =
    named || (UNFOLDED.has(tag.name) || (kind !== '' && word.toLowerCase() !== kind) ? word : '')
  return title === '' && kind === ''
    ? { as: 'words' }
    : { as: 'quotation', head: title === '' ? `[!${kind}]` : `**${title}**` }
}

/**
 * What a tag alone prints, in Markdown: its words, a picture, an address; `''` for nothing that
 * paper can hold.
 */
export function tagAlone(tag: TemplateTag): string {
  if (tag.words !== '') return tag.words
  const address = givenIn(tag, ['src', 'url', 'href', 'link']) || firstWordIn(tag)
  if (/[<>\n]/.test(address)) return ''
  if (PICTURE.test(address)) {
    const caption = plainCaption(givenIn(tag, ['caption', 'title', 'legend']))
    const words = givenIn(tag, ['alt']) || caption
    return `![${words.replace(/[[\]\\]/g, '\\$&')}](<${address}>${caption === '' ? '' : ` "${caption.replace(/["\\]/g, '\\$&')}"`})`
  }
  return /^https?:\/\/\S+$/.test(address) ? `<${address}>` : ''
}

// A caption is words alone.
function plainCaption(caption: string): string {
  return caption
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(\*\*|__|[*_`])(?=\S)([^*_`]+)(?<=\S)\1/g, '$2')
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i
const CODE: ReadonlySet<string> = new Set([
  'highlight',
  'code',
  'code-toggle',
  'codeblock',
  'mermaid',
  'prism',
  'tikz',
  'math',
  'katex',
])
const ADMONITION_TAGS: ReadonlySet<string> = new Set([
  'admonition',
  'alert',
  'callout',
  'hint',
  'notice',
])
const UNFOLDED: ReadonlySet<string> = new Set([
  'accordion',
  'collapse',
  'details',
  'expand',
  'spoiler',
  'step',
  'tab',
])
