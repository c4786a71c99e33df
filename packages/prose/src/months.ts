/** The names of the months, from January, in French and in English. */
export const MONTHS: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}
