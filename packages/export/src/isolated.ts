/**
 * A name among words that are read the other way: set apart (U+2068, U+2069), so that two names
 * side by side keep their order.
 */
export function isolated(name: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(name)
    ? `\u2068${name}\u2069`
    : name
}
