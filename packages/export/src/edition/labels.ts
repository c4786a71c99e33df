import {
  type Answer,
  type Language,
  languageOfTag,
  type Reference,
  type RulingKind,
  type Status,
} from '@cahier/core'
import { MONTHS } from '@cahier/prose/months'

/** Labels by language, from pairs of a French and an English label. */
export function byLanguage<Id extends string>(
  pairs: Readonly<Record<Id, readonly [fr: string, en: string]>>,
): Readonly<Record<Language, Readonly<Record<Id, string>>>> {
  const entries = Object.entries<readonly [fr: string, en: string]>(pairs)
  const column = (at: 0 | 1) =>
    Object.fromEntries(entries.map(([id, pair]) => [id, pair[at]])) as Record<Id, string>
  return { fr: column(0), en: column(1) }
}

/** A proposal's status in words. French adjectives agree with « proposition ». */
export const STATUS_LABELS = byLanguage<Status>({
  withdrawn: ['retirée', 'withdrawn'],
  merged: ['fusionnée', 'merged'],
  void: ['consultation annulée', 'consultation void'],
  overdue: ['consultation échue, sans résultat', 'consultation overdue, no outcome'],
  open: ['en consultation', 'open for consultation'],
  changed: ['adoptée, modifiée depuis', 'adopted, changed since'],
  adopted: ['adoptée', 'adopted'],
  'adopted-with-reservations': ['adoptée avec réserves', 'adopted with reservations'],
  blocked: ['bloquée par une objection', 'blocked by an objection'],
  rejected: ['non adoptée', 'not adopted'],
  'no-quorum': ['quorum non atteint', 'no quorum'],
  draft: ['à l’état de projet', 'draft'],
})

/** Short statuses, printed beside block numbers. */
export const MARK_LABELS = byLanguage<Exclude<Status, AdoptedStatus>>({
  withdrawn: ['retirée', 'withdrawn'],
  merged: ['fusionnée', 'merged'],
  void: ['annulée', 'void'],
  overdue: ['échue', 'overdue'],
  open: ['en débat', 'open'],
  changed: ['modifiée', 'changed'],
  blocked: ['bloquée', 'blocked'],
  rejected: ['non adoptée', 'not adopted'],
  'no-quorum': ['sans quorum', 'no quorum'],
  draft: ['projet', 'draft'],
})

type AdoptedStatus = 'adopted' | 'adopted-with-reservations'

export const RULED_OBJECTION_LABELS = byLanguage<RulingKind>({
  inadmissible: ['objection jugée irrecevable', 'objection ruled inadmissible'],
  overruled: ['objection écartée', 'objection overruled'],
  recused: ['objection, membre récusé', 'objection, member recused'],
})

export const ANSWER_LABELS = byLanguage<Answer['answer']>({
  'taken-up': ['reprise', 'taken up'],
  partly: ['reprise en partie', 'taken up in part'],
  refused: ['refusée', 'refused'],
})

export const LEVEL_LABELS = byLanguage<Reference['level']>({
  A: ['vue chez son auteur', 'seen at the source'],
  B: ['reprise par un tiers', 'relayed by a third party'],
  C: ['copie, à remplacer', 'copy, to be replaced'],
  '': ['', ''],
})

/** The facts printed under a proposal's title, in that order. */
export const FACT_LABELS = byLanguage({
  horizon: ['Horizon', 'Horizon'],
  scale: ['Échelle', 'Scale'],
  action: ['Action', 'Action'],
  impacts: ['Domaines', 'Areas'],
  authors: ['Proposée par', 'Proposed by'],
  requires: ['Suppose', 'Requires'],
  merges: ['Réunit', 'Brings together'],
  review: ['Réexamen', 'Review'],
  asOf: ['État du droit', 'State of the law'],
})

export type FactId = keyof typeof FACT_LABELS.fr

/** Labels of the front matter fields that are not facts. */
export const FIELD_LABELS = byLanguage({
  title: ['Titre', 'Title'],
  summary: ['En bref', 'Summary'],
  question: ['Question', 'Question'],
  requests: ['Demande', 'Request'],
  proposals: ['Propositions', 'Proposals'],
})

/** A label and a colon, spaced by the rules of the language, then the text, if any. */
export function labelled(label: string, language: string, text?: string | number): string {
  const begun = languageOfTag(language) === 'fr' ? `${label}\u00A0:` : `${label}:`
  return text === undefined ? begun : `${begun} ${text}`
}

export function joinWithSemicolons(parts: readonly string[], language: string): string {
  return parts.join(languageOfTag(language) === 'fr' ? '\u202F; ' : '; ')
}

/** The end of a sentence: its reason in quotes, if any, then a full stop. */
export function withReason(reason: string, language: Language): string {
  const quoted = language === 'fr' ? ` : « ${reason} »` : `: “${reason}”`
  return `${reason && quoted}${/[.?!…]$/.test(reason) ? '' : '.'}`
}

/** « 1er mars 2025 », « mai 2022 », `1 March 2025`. A month or day of 0 is left out. */
export function dateInWords(year: number, month: number, day: number, language: Language): string {
  const name = MONTHS[language][month - 1]
  if (name === undefined) return String(year)
  if (day === 0) return `${name} ${year}`
  return `${language === 'fr' && day === 1 ? '1er' : day} ${name} ${year}`
}

/** A day written `YYYY-MM-DD`, in words. Other text is returned unchanged. */
export function dayInWords(day: string, tag: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match === null
    ? day
    : dateInWords(Number(match[1]), Number(match[2]), Number(match[3]), languageOfTag(tag))
}

/** A number in words (« aucun », « une »); in figures above 16 (French) or 12 (English). */
export function numberInWords(count: number, feminine: boolean, language: Language): string {
  if (language === 'fr' && feminine && count === 1) return 'une'
  return NUMBERS[language][count] ?? String(count)
}

const NUMBERS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'aucun un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  ),
  en: 'no one two three four five six seven eight nine ten eleven twelve'.split(' '),
}

/** The fixed labels that exporters print. */
export type Words = Readonly<Record<keyof typeof PAIRS | 'draftNotice', string>>

export interface Wording {
  readonly words: Words
  readonly language: string
}

/** The labels of an edition. `nothingAdopted` chooses between the two notices for drafts. */
export function editionWords(language: Language, nothingAdopted: boolean): Words {
  const { nothing, some } = DRAFT_NOTICES[language]
  return { ...WORDS[language], draftNotice: nothingAdopted ? nothing : some }
}

/** Renames the heading of requests if a section of the manifest already has the same title. */
export function withFreeRequestsLabel(
  words: Words,
  titles: readonly string[],
  language: Language,
): Words {
  const plain = (title: string) =>
    title.normalize('NFC').replaceAll('\u2019', "'").trim().toLowerCase()
  const taken = new Set(titles.map(plain))
  const requests = [words.requests, ...OTHER_REQUESTS[language]].find(
    (title) => !taken.has(plain(title)),
  )
  return { ...words, requests: requests ?? words.requests }
}

const OTHER_REQUESTS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Nos demandes', 'Demandes par destinataire'],
  en: ['Our requests', 'Requests by addressee'],
}

const DRAFT_NOTICES = byLanguage({
  nothing: [
    'Document de travail\u00A0: aucune proposition n’est encore adoptée.',
    'Working draft: no proposal has been adopted yet.',
  ],
  some: [
    'Document de travail\u00A0: il contient des propositions qui ne sont pas adoptées. L’état de chacune est indiqué.',
    'Working draft: it holds proposals that have not been adopted. The status of each is given.',
  ],
})

const PAIRS = {
  contents: ['Table des matières', 'Contents'],
  struckOut: ['barré', 'struck out'],
  inserted: ['ajouté', 'added'],
  cover: ['Couverture', 'Cover'],
  titlePage: ['Page de titre', 'Title page'],
  notes: ['Notes', 'Notes'],
  note: ['Note', 'Note'],
  backToCall: ['Retour à l’appel de la note', 'Back to the text'],
  bibliography: ['Bibliographie', 'Bibliography'],
  sources: ['Sources', 'Sources'],
  axis: ['Axe', 'Axis'],
  proposal: ['Proposition', 'Proposal'],
  proposals: ['Propositions', 'Proposals'],
  requests: ['Ce que nous demandons', 'What we ask for'],
  dissent: ['Réserves et objections', 'Reservations and objections'],
  liftsIf: ['Ce qui la lèverait', 'What would lift it'],
  decision: ['Décision', 'Decision'],
  consensus: ['Consensus', 'Consensus'],
  consensusIntro: [
    'Ce que chaque collectif membre a dit de chaque proposition, au jour de cette édition.',
    'What each member collective said of each proposal, on the day of this edition.',
  ],
  collectives: ['Collectifs', 'Collectives'],
  example: ['exemple', 'example'],
  examplesNotice: [
    'Les collectifs marqués «\u00A0exemple\u00A0» sont fictifs\u00A0: leurs positions n’engagent personne.',
    'Collectives marked “example” are fictional: their positions bind no one.',
  ],
  edition: ['Édition', 'Edition'],
  publishedOn: ['Publiée le', 'Published on'],
  publisher: ['Éditeur', 'Publisher'],
  licence: ['Licence', 'Licence'],
  contact: ['Contact', 'Contact'],
  status: ['État', 'Status'],
  legend: ['Légende', 'Legend'],
  silent: ['n’a rien dit', 'has said nothing'],
  unasked: ['n’était pas membre', 'was not a member'],
  stale: ['sur un texte antérieur', 'on an earlier text'],
  citedIn: ['Citée dans', 'Cited in'],
  level: ['Niveau de preuve', 'Level of evidence'],
  byAddressee: ['Par destinataire', 'By addressee'],
  byHorizon: ['Par horizon', 'By horizon'],
  onePage: ['Tout sur une page', 'All on one page'],
  home: ['Accueil', 'Home'],
  previous: ['Précédente', 'Previous'],
  next: ['Suivante', 'Next'],
  skipToText: ['Aller au texte', 'Skip to the text'],
  changes: ['Ce qui a changé', 'What changed'],
  introduction: ['Introduction', 'Introduction'],
  figure: ['Figure', 'Figure'],
  table: ['Tableau', 'Table'],
  colophon: ['Colophon', 'Colophon'],
  digest: ['Empreinte', 'Digest'],
  pageList: ['Liste des pages', 'List of pages'],
  startOfText: ['Début du texte', 'Start of the text'],
  image: ['Image', 'Image'],
  reservationAbout: ['À savoir sur cette source', 'About this source'],
  progress: ['Avancement', 'Progress'],
  feed: ['Fil Atom', 'Atom feed'],
  accessibilitySummary: [
    'Texte structuré par des titres, que l’on parcourt par la table des matières, les repères et les renvois de notes. Aucun son, aucune vidéo.',
    'Text structured by headings, with a table of contents, landmarks and linked notes. No sound, no video.',
  ],
  accessiblePages: [
    'Les pages comptent environ 1\u202F500 signes (un feuillet) et commencent avec chaque texte\u00A0; elles ne suivent aucune édition imprimée.',
    'Pages hold some 1,500 characters and begin with each text; they follow no printed edition.',
  ],
  accessibleImages: [
    'Chaque image est décrite par un texte.',
    'Every image is described in words.',
  ],
  undescribedImages: ['Toutes les images ne sont pas décrites.', 'Not all images are described.'],
  movingImages: ['Certaines images peuvent être animées.', 'Some images may move.'],
  notAssessed: [
    'Personne n’a évalué ce livre au regard d’une norme d’accessibilité.',
    'Nobody has assessed this book against an accessibility standard.',
  ],
  landmarks: ['Repères', 'Landmarks'],
  trackedKey: [
    'Barré\u00A0: ce qui serait retiré. Souligné\u00A0: ce qui serait ajouté.',
    'Struck through: what would go. Underlined: what would be added.',
  ],
  chapter: ['Chapitre', 'Chapter'],
  documents: ['Autres formes', 'Other forms'],
  epub: ['Livre numérique (EPUB)', 'E-book (EPUB)'],
  odt: ['Document à imprimer ou à annoter (ODT)', 'Document to print or comment on (ODT)'],
  wordIndex: ['Index des mots', 'Word index'],
  wordIndexIntro: [
    'Chaque mot renvoie aux paragraphes qui l’emploient\u202F; un mot trop fréquent ne renvoie qu’aux pages.',
    'Each word leads to the paragraphs that use it; a word that is everywhere leads to pages only.',
  ],
  otherLetters: ['Autres caractères', 'Other characters'],
  amendment: ['Amendement', 'Amendment'],
  amendments: ['Amendements', 'Amendments'],
  pendingAmendments: ['Amendements en attente', 'Pending amendments'],
  reasons: ['Motifs', 'Reasons'],
  currentText: ['Texte actuel', 'Current text'],
  proposedText: ['Texte proposé', 'Proposed text'],
  addedAfter: ['Ajout après', 'Added after'],
  nothing: ['Rien', 'Nothing'],
  life: ['Ce qui s’est passé', 'What happened'],
  noHorizon: ['Sans horizon indiqué', 'No horizon given'],
  sinceEdition: ['Depuis l’édition', 'Since edition'],
  answer: ['Votre réponse', 'Your answer'],
  answerYes: ['Nous reprenons cette proposition.', 'We adopt this proposal.'],
  answerIf: ['Nous la reprenons, avec cette réserve\u00A0:', 'We adopt it, with this reservation:'],
  answerNo: [
    'Nous ne la reprenons pas, pour cette raison\u00A0:',
    'We do not adopt it, for this reason:',
  ],
  signature: ['Signature', 'Signature'],
  signatory: ['Nom, et qualité', 'Name and capacity'],
  signedAt: ['Fait à', 'Signed in'],
  signedOn: ['Le', 'On'],
  transmissions: ['Transmissions', 'Handed over'],
  transmissionsIntro: [
    'À qui le programme a été remis, dans quelle édition, et ce qu’il en a été repris. Chaque réponse porte son jour.',
    'To whom the programme was handed, in which edition, and what was taken up. Each answer is dated.',
  ],
  noAnswer: ['Sans réponse à ce jour', 'No answer to date'],
  readAnswer: ['lire la réponse', 'read the answer'],
  overview: [
    'Les propositions que cette édition n’imprime pas sont ici aussi, sans lien\u00A0: on voit où elles en sont, et ce qui les arrête.',
    'Proposals that this edition does not print are here too, without a link: where they stand, and what stops them.',
  ],
  blocked: ['Ce qui bloque', 'What is blocking'],
  fallen: ['Ce qui est tombé parce que le texte a changé', 'What lapsed because the text changed'],
} as const

const WORDS = byLanguage(PAIRS)
