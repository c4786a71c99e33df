const french = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre']
const english = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `2026-05-01` as « 1er mai 2026 » or “1 May 2026”; whatever is not a day comes back as it is. Written here because `Intl` changes between engines. */
export function dayInWords(day: string, language: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  const inFrench = language.startsWith('fr')
  const name = (inFrench ? french : english)[Number(month) - 1]
  if (year === undefined || date === undefined || name === undefined) return day
  return `${inFrench && Number(date) === 1 ? '1er' : Number(date)}\u00A0${name} ${year}`
}
