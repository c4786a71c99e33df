import type { Language } from '@cahier/core'

/** Every label that exporters print, in the language of the edition. */
export type Words = Readonly<Record<keyof typeof FRENCH | 'draftNotice', string>>

/** The labels and the language of an edition. */
export interface Wording {
  readonly words: Words
  readonly language: string
}

/** The labels of an edition. `nothingAdopted` chooses between the two notices for drafts. */
export function editionWords(language: Language, nothingAdopted: boolean): Words {
  return {
    ...WORDS[language],
    draftNotice: DRAFT_NOTICES[language][nothingAdopted ? 'nothing' : 'some'],
  }
}

/** The same labels, with another heading for requests if a section has that title already. */
export function wordsBeside(words: Words, titles: readonly string[], language: Language): Words {
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

const DRAFT_NOTICES: Readonly<
  Record<Language, { readonly nothing: string; readonly some: string }>
> = {
  fr: {
    nothing: 'Document de travail\u00A0: aucune proposition n’est encore adoptée.',
    some: 'Document de travail\u00A0: il contient des propositions qui ne sont pas adoptées. L’état de chacune est indiqué.',
  },
  en: {
    nothing: 'Working draft: no proposal has been adopted yet.',
    some: 'Working draft: it holds proposals that have not been adopted. The status of each is given.',
  },
}

const FRENCH = {
  contents: 'Table des matières',
  struckOut: 'barré',
  inserted: 'ajouté',
  cover: 'Couverture',
  titlePage: 'Page de titre',
  notes: 'Notes',
  note: 'Note',
  backToCall: 'Retour à l’appel de la note',
  bibliography: 'Bibliographie',
  sources: 'Sources',
  axis: 'Axe',
  proposal: 'Proposition',
  proposals: 'Propositions',
  requests: 'Ce que nous demandons',
  dissent: 'Réserves et objections',
  liftsIf: 'Ce qui la lèverait',
  decision: 'Décision',
  consensus: 'Consensus',
  consensusIntro:
    'Ce que chaque collectif membre a dit de chaque proposition, au jour de cette édition.',
  collectives: 'Collectifs',
  example: 'exemple',
  examplesNotice:
    'Les collectifs marqués «\u00A0exemple\u00A0» sont fictifs\u00A0: leurs positions n’engagent personne.',
  edition: 'Édition',
  publishedOn: 'Publiée le',
  publisher: 'Éditeur',
  licence: 'Licence',
  contact: 'Contact',
  status: 'État',
  legend: 'Légende',
  silent: 'n’a rien dit',
  unasked: 'n’était pas membre',
  stale: 'sur un texte antérieur',
  citedIn: 'Citée dans',
  level: 'Niveau de preuve',
  byAddressee: 'Par destinataire',
  byHorizon: 'Par horizon',
  onePage: 'Tout sur une page',
  home: 'Accueil',
  previous: 'Précédente',
  next: 'Suivante',
  skipToText: 'Aller au texte',
  changes: 'Ce qui a changé',
  introduction: 'Introduction',
  figure: 'Figure',
  table: 'Tableau',
  colophon: 'Colophon',
  digest: 'Empreinte',
  pageList: 'Liste des pages',
  startOfText: 'Début du texte',
  image: 'Image',
  reservationAbout: 'À savoir sur cette source',
  progress: 'Avancement',
  feed: 'Fil Atom',
  accessibilitySummary:
    'Texte structuré par des titres, que l’on parcourt par la table des matières, les repères et les renvois de notes. Aucun son, aucune vidéo.',
  accessiblePages:
    'Les pages comptent environ 1\u202F500 signes (un feuillet) et commencent avec chaque texte\u00A0; elles ne suivent aucune édition imprimée.',
  accessibleImages: 'Chaque image est décrite par un texte.',
  undescribedImages: 'Toutes les images ne sont pas décrites.',
  movingImages: 'Certaines images peuvent être animées.',
  notAssessed: 'Personne n’a évalué ce livre au regard d’une norme d’accessibilité.',
  landmarks: 'Repères',
  trackedKey: 'Barré\u00A0: ce qui serait retiré. Souligné\u00A0: ce qui serait ajouté.',
  chapter: 'Chapitre',
  documents: 'Autres formes',
  epub: 'Livre numérique (EPUB)',
  odt: 'Document à imprimer ou à annoter (ODT)',
  wordIndex: 'Index des mots',
  wordIndexIntro:
    'Chaque mot renvoie aux paragraphes qui l’emploient\u202F; un mot trop fréquent ne renvoie qu’aux pages.',
  otherLetters: 'Autres caractères',
  amendment: 'Amendement',
  amendments: 'Amendements',
  pendingAmendments: 'Amendements en attente',
  reasons: 'Motifs',
  currentText: 'Texte actuel',
  proposedText: 'Texte proposé',
  addedAfter: 'Ajout après',
  nothing: 'Rien',
  life: 'Ce qui s’est passé',
  noHorizon: 'Sans horizon indiqué',
  sinceEdition: 'Depuis l’édition',
  answer: 'Votre réponse',
  answerYes: 'Nous reprenons cette proposition.',
  answerIf: 'Nous la reprenons, avec cette réserve\u00A0:',
  answerNo: 'Nous ne la reprenons pas, pour cette raison\u00A0:',
  signature: 'Signature',
  signatory: 'Nom, et qualité',
  signedAt: 'Fait à',
  signedOn: 'Le',
  transmissions: 'Transmissions',
  transmissionsIntro:
    'À qui le programme a été remis, dans quelle édition, et ce qu’il en a été repris. Chaque réponse porte son jour.',
  noAnswer: 'Sans réponse à ce jour',
  readAnswer: 'lire la réponse',
  overview:
    'Les propositions que cette édition n’imprime pas sont ici aussi, sans lien\u00A0: on voit où elles en sont, et ce qui les arrête.',
  blocked: 'Ce qui bloque',
  fallen: 'Ce qui est tombé parce que le texte a changé',
}

const ENGLISH: Readonly<Record<keyof typeof FRENCH, string>> = {
  contents: 'Contents',
  struckOut: 'struck out',
  inserted: 'added',
  cover: 'Cover',
  titlePage: 'Title page',
  notes: 'Notes',
  note: 'Note',
  backToCall: 'Back to the text',
  bibliography: 'Bibliography',
  sources: 'Sources',
  axis: 'Axis',
  proposal: 'Proposal',
  proposals: 'Proposals',
  requests: 'What we ask for',
  dissent: 'Reservations and objections',
  liftsIf: 'What would lift it',
  decision: 'Decision',
  consensus: 'Consensus',
  consensusIntro: 'What each member collective said of each proposal, on the day of this edition.',
  collectives: 'Collectives',
  example: 'example',
  examplesNotice: 'Collectives marked “example” are fictional: their positions bind no one.',
  edition: 'Edition',
  publishedOn: 'Published on',
  publisher: 'Publisher',
  licence: 'Licence',
  contact: 'Contact',
  status: 'Status',
  legend: 'Legend',
  silent: 'has said nothing',
  unasked: 'was not a member',
  stale: 'on an earlier text',
  citedIn: 'Cited in',
  level: 'Level of evidence',
  byAddressee: 'By addressee',
  byHorizon: 'By horizon',
  onePage: 'All on one page',
  home: 'Home',
  previous: 'Previous',
  next: 'Next',
  skipToText: 'Skip to the text',
  changes: 'What changed',
  introduction: 'Introduction',
  figure: 'Figure',
  table: 'Table',
  colophon: 'Colophon',
  digest: 'Digest',
  pageList: 'List of pages',
  startOfText: 'Start of the text',
  image: 'Image',
  reservationAbout: 'About this source',
  progress: 'Progress',
  feed: 'Atom feed',
  accessibilitySummary:
    'Text structured by headings, with a table of contents, landmarks and linked notes. No sound, no video.',
  accessiblePages:
    'Pages hold some 1,500 characters and begin with each text; they follow no printed edition.',
  accessibleImages: 'Every image is described in words.',
  undescribedImages: 'Not all images are described.',
  movingImages: 'Some images may move.',
  notAssessed: 'Nobody has assessed this book against an accessibility standard.',
  landmarks: 'Landmarks',
  trackedKey: 'Struck through: what would go. Underlined: what would be added.',
  chapter: 'Chapter',
  documents: 'Other forms',
  epub: 'E-book (EPUB)',
  odt: 'Document to print or comment on (ODT)',
  wordIndex: 'Word index',
  wordIndexIntro:
    'Each word leads to the paragraphs that use it; a word that is everywhere leads to pages only.',
  otherLetters: 'Other characters',
  amendment: 'Amendment',
  amendments: 'Amendments',
  pendingAmendments: 'Pending amendments',
  reasons: 'Reasons',
  currentText: 'Current text',
  proposedText: 'Proposed text',
  addedAfter: 'Added after',
  nothing: 'Nothing',
  life: 'What happened',
  noHorizon: 'No horizon given',
  sinceEdition: 'Since edition',
  answer: 'Your answer',
  answerYes: 'We adopt this proposal.',
  answerIf: 'We adopt it, with this reservation:',
  answerNo: 'We do not adopt it, for this reason:',
  signature: 'Signature',
  signatory: 'Name and capacity',
  signedAt: 'Signed in',
  signedOn: 'On',
  transmissions: 'Handed over',
  transmissionsIntro:
    'To whom the programme was handed, in which edition, and what was taken up. Each answer is dated.',
  noAnswer: 'No answer to date',
  readAnswer: 'read the answer',
  overview:
    'Proposals that this edition does not print are here too, without a link: where they stand, and what stops them.',
  blocked: 'What is blocking',
  fallen: 'What lapsed because the text changed',
}

const WORDS = { fr: FRENCH, en: ENGLISH } satisfies Record<Language, unknown>
