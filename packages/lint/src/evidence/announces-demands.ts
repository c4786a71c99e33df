/**
 * True when a title announces targets or demands, « Cibles ». False when it announces facts, «
 * Objectifs de la loi de 2019 ».
 */
export function announcesDemands(title: string): boolean {
  return DEMANDS.test(title.replace(/\s/gu, ' ').trim())
}

const DEMANDS = new RegExp(
  [
    "(?:nos |les )?(?:objectifs?|cibles?)(?: (?:et|ou) (?:objectifs?|cibles?|échéances?|calendrier))?(?: (?:chiffrés|chiffrées|visés|visées|proposés|proposées))?(?: ?:.*| ?\\(.*| (?:d[’']ici|pour|à|en|horizon|20\\d\\d)(?!\\p{L}).*)?",
    '(?:nos |les )?(?:demandes|revendications|exigences)',
    'nos (?:propositions|priorités|engagements)',
    "(?:ce que nous|ce qu[’']on|nous) (?:proposons|demandons|voulons|visons|exigeons|revendiquons|propose|demande|veut)(?!\\p{L}).*",
    '(?:our )?(?:targets|goals|objectives|demands|asks)(?: ?:.*| (?:for|by|in)(?!\\p{L}).*)?',
    'our (?:proposals|priorities|commitments)',
    '(?:what )?we (?:propose|ask|demand|want|aim)(?!\\p{L}).*',
  ]
    .map((one) => `^(?:\\d+[.)] )?${one}$`)
    .join('|'),
  'iu',
)
