/** Inks of a sheet: text is black whatever they are. */
export interface Colours {
  readonly quiet: string
  readonly accent: string
  readonly link: string
  readonly rule: string
}

/** Quiet tints that keep a contrast of 4.5 to 1 on paper. */
export const colours: Colours = {
  quiet: '#6b6b6b',
  accent: '#7a2b1f',
  link: '#23405f',
  rule: '#b9b4ab',
}

/** For printers and copiers that know black only: a tint would come out as dots. */
export const inkOnly: Colours = {
  quiet: '#000000',
  accent: '#000000',
  link: '#000000',
  rule: '#000000',
}
