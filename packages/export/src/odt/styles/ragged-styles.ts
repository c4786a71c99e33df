/**
 * Styles of justified paragraphs, each of which has one that is not: a wide picture that goes to
 * the next line would leave a line of words stretched to the margin.
 */
export const RAGGED: readonly string[] = [
  'Text_20_body',
  'Cahier_20_Numbered_20_Text',
  'Quotations',
  'Cahier_20_Numbered_20_Quotation',
  'List_20_Bullet',
  'List_20_Number',
]

/**
 * The style of such a paragraph that holds a wide picture among its words:
 * `Cahier_20_Text_20_body_20_With_20_Pictures`.
 */
export function raggedStyle(style: string): string {
  return RAGGED.includes(style)
    ? `Cahier_20_${style.replace(/^Cahier_20_/, '')}_20_With_20_Pictures`
    : style
}
