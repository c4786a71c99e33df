import { type Document, FILE_START, wordSet } from '@cahier/core'
import { matchesIn } from '@cahier/prose'
import { textsAt } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports names and contact details of persons, and GPS positions in pictures (GDPR, articles 5 and
 * 17).
 */
export const personalData: Rule = {
  id: 'evidence/personal-data',
  severity: 'warning',
  messages: {
    located: {
      fr: 'cette image dit où elle a été prise (position GPS) : ce dossier est public et garde son histoire ; exportez-la de nouveau sans ses données Exif, et remplacez-la',
      en: 'this picture says where it was taken (a GPS position): this folder is public and keeps its history; export it again without its Exif data, and put that in its place',
    },
    name: personal(
      'semble le nom d’une personne',
      'écrivez un rôle, par exemple « secrétariat »',
      'looks like the name of a person',
      'write a role, for instance “secretary”',
    ),
    email: personal(
      'semble l’adresse électronique d’une personne',
      'mettez celle du collectif, ou enlevez-la',
      'looks like a person’s e-mail address',
      'give the collective’s, or remove it',
    ),
    telephone: personal(
      'semble le téléphone d’une personne',
      'enlevez-le, ou renvoyez à la page de contact d’un service',
      'looks like a person’s telephone number',
      'remove it, or point to the contact page of a service',
    ),
    address: personal(
      'semble l’adresse d’une personne',
      'enlevez-la, ou dites seulement la commune',
      'looks like a person’s address',
      'remove it, or name the town only',
    ),
  },
  asset({ located }, { report }) {
    if (located) report('located', FILE_START)
  },
  document({ document, report }) {
    if (document.kind === 'collective')
      for (const { value, place } of textsAt(document, '/delegates/*/role'))
        if (isName(value)) report('name', place.value, { written: value })
    if (!READ.has(document.kind)) return
    const text = withoutAddresses(document)
    const reported = new Set<string>()
    for (const [message, pattern] of PATTERNS)
      for (const match of matchesIn(text, pattern)) {
        const { 0: written, index } = match
        const before = text.slice(Math.max(0, index - 60), index)
        const isPersonal = message === 'email' ? isOfPerson(written) : !isOfService(before, written)
        if (!isPersonal || reported.has(written)) continue
        reported.add(written)
        report(message, match, { written: written.replace(/\s+/g, ' ') })
      }
  },
}

function personal(fr: string, frAdvice: string, en: string, enAdvice: string) {
  return {
    fr: `« {written} » ${fr} : ce dossier est public et garde son histoire ; ${frAdvice}`,
    en: `“{written}” ${en}: this folder is public and keeps its history; ${enAdvice}`,
  }
}

/** The kinds checked: not the manifest, whose contact is public. */
const READ = wordSet(
  'proposal axis question amendment collective positions decisions transmission page',
)

// The text with links, code, citations, keys and dates replaced by `x`. Offsets stay the same.
function withoutAddresses({ text }: Document) {
  return text.replace(
    /https?:\/\/\S+|```[\s\S]*?```|`[^`\n]*`|\[-?@[^\][]*\]|v1-[0-9a-f]{16,}|ssh-\S+ \S+|\d{4}-\d{2}-\d{2}/g,
    (match) => match.replace(/[^\r\n]/g, 'x'),
  )
}

// True for a service or a reference number, never for a French or Belgian mobile number.
function isOfService(before: string, written: string) {
  if (/[-.]\d{4}$/.test(written) && REFERENCE.test(before)) return true
  return (
    SERVICE.test(before.split(/[.!?]\s|\n\s*\n/).at(-1) as string) &&
    !/^(?:(?:0|\(?(?:\+|00)33[^\d]*)[67]|04\d\d[ /.])/.test(written)
  )
}

/** Words before a reference number, which may look like a telephone number: `613-555-0123`. */
const REFERENCE =
  /(?<!\p{L})(?:réf|ref|références?|references?|dossier|facture|pièce|article|modèle|série|code|licence|file|invoice|item|part|model|serial|order|licence|license)s?\.? ?(?:n[°ºo]\.?|no\.|number|#)? ?:? ?$/iu

const SERVICE =
  /mairie|accueil|standard|permanence|service|secrétariat|contact|préfecture|numéro vert|association|collectif|coopérative|syndicat|urgence|maison|siège|bureau|école|hôpital|gare|tribunal|council|office|hotline|helpline|school|hospital|headquarters/iu

const STREETS =
  'rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|quai|route|cours|square|passage|faubourg|lotissement|hameau|sentier|ruelle|venelle|esplanade|villa'
const GAP = '[ \\u00A0\\u202F]?'
// `ADDRESS` is a street with a postal code, `HOME` a street after a verb like « habite ».
const ADDRESS = new RegExp(
  `(?<![\\d\\p{L}])\\d{1,4}(?:${GAP}(?:bis|ter|quater))?,? (?:${STREETS})(?: [\\p{L}’'.-]+){1,6}?,?\\s+(?:F-)?\\d{5} \\p{Lu}[\\p{L}’-]+`,
  'giu',
)
const HOME = new RegExp(
  `(?=\\d)(?<=(?:habite|demeure|domicilié|domiciliée|réside|logée?|(?<!\\p{L})vi(?:t|vent)|lives|residing)(?: \\p{L}+)? (?:au|à|at)? ?)\\d{1,4}(?:${GAP}(?:bis|ter))?,? (?:${STREETS}|[\\p{L}’-]+ (?:street|road|avenue|lane))(?!\\p{L})(?: [\\p{L}’'-]+){0,4}(?![^.;\\n]{0,30}\\d{5})`,
  'giu',
)

const PATTERNS: readonly (readonly [message: string, pattern: RegExp])[] = [
  ['email', /(?<![\w.+/-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])/gi],
  // France: ten digits, or nine after +33. Numbers in 08 belong to services.
  [
    'telephone',
    /(?<![\d\p{L}.,/-])(?:(?:\((?:\+|00)\d{1,3}\)|(?:\+|00)\d{1,3})[ .\u00A0\u202F-]?(?:\(0\)[ .\u00A0\u202F]?)?\d{1,4}(?:[ .\u00A0\u202F-]?\d{2,4}){2,4}|0[1-79](?:(?:[ .\u00A0\u202F-]?\d{2}){4}|(?:\/\d{2}){4}))(?![\d\p{L}/-])/gu,
  ],
  // Belgium: `0475 12 34 56`, `02/123.45.67`. Switzerland: `079 123 45 67`. Canada: `613-555-0123`,
  // where codes such as 800 belong to services.
  [
    'telephone',
    /(?<![\d\p{L}.,/+-])(?:0(?!80|90)\d{1,3}[ /.\u00A0\u202F]\d{2,3}(?:[ .\u00A0\u202F]\d{2}){2}|(?:1[-. \u00A0])?(?!8(?:00|33|44|55|66|77|88))(?:\((?!8(?:00|33|44|55|66|77|88))[2-9][0-8]\d\) ?|[2-9][0-8]\d[-. \u00A0])[2-9]\d{2}[-.]\d{4})(?![\d\p{L}/-]|[.,\u0020\u00A0\u202F]\d)/gu,
  ],
  ['address', ADDRESS],
  ['address', HOME],
]

// True for two names, `jean.dupont@`, or any name at a public provider. Elsewhere, one word alone
// is taken for a role.
function isOfPerson(written: string) {
  if (ROLES.test(written)) return false
  const [name = '', host = ''] = written.split('@')
  return WEBMAIL.test(host) || /^\p{L}+[._-]\p{L}{2,}$/u.test(name)
}

const WEBMAIL =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|orange|wanadoo|free|sfr|neuf|laposte|bbox|club-internet|numericable|aol|gmx|posteo|protonmail|proton|pm|tutanota|tuta|mailo|riseup|skynet|bluewin|videotron)\.[a-z.]+$/i

/** Mailboxes of roles: `presse@`, `ville-presse@`. Not family names: `jean.legal@`. */
const ROLES =
  /^(?:[a-zà-ÿ]+[._-](?!(?:bonjour|bureau|legal|mairie|nous|help)(?![a-z])))?(?:contact|contacts|info|infos|information|bonjour|hello|accueil|secretariat|secrétariat|presse|press|media|dpo|rgpd|mairie|office|support|aide|help|admin|administration|bureau|ca|collectif|collective|coordination|nous|equipe|équipe|team|adhesion|adhesions|membres|members|juridique|legal|commission|communication|webmaster|noreply|no-reply|nepasrepondre|abuse|security|git|cahier|amendements|amendments|propositions|participer|amap|asso|association|syndicat|coop|cooperative|comite|collectifs?|groupe)(?:[.+_-][\w.-]*)?@/i

/** True for a title and a capital, « Mme D », or a common first name before a capital. */
function isName(role: string) {
  if (/^(?:MM?\.?|Mr\.?|Mrs\.?|Ms\.?|Mme|Mlle|Monsieur|Madame)\s\p{Lu}/u.test(role)) return true
  const [first = '', ...rest] = role.trim().split(/\s+/)
  return (
    rest.length > 0 &&
    rest.length < 3 &&
    rest.every((word) => /^\p{Lu}[\p{L}’'-]*\.?$/u.test(word)) &&
    FIRST_NAMES.has(first.split('-')[0] as string)
  )
}

const FIRST_NAMES = wordSet(
  'Adam Agnès Alain Alexandra Alexandre Alice Aline Alison Amandine Ana Anaïs André Andrée Anna Anne Annie Antoine Arnaud Arthur Audrey Aurélie Aurélien Aymeric Béatrice Benjamin Benoît Bernadette Bernard Brigitte Bruno Camille Carole Caroline Catherine Cécile Céline Chantal Charles Charlotte Chloé Christelle Christian Christiane Christine Christophe Claire Claude Claudine Clément Colette Corinne Cyril Damien Daniel Danielle David Delphine Denis Denise Didier Dominique Édith Éléonore Élisabeth Élise Élodie Emilie Émilie Emma Emmanuel Emmanuelle Éric Estelle Étienne Eva Fabien Fabienne Fabrice Fanny Fatima Florence Florent Francis Franck François Françoise Frédéric Frédérique Gabriel Gaëlle Geneviève Georges Gérard Gilbert Gilles Ginette Guillaume Guy Hélène Henri Hervé Hugo Isabelle Jacqueline Jacques Jean Jeanne Jeannine Jennifer Jérémie Jérémy Jérôme Joël Joëlle John Jonathan Joseph Josette Julie Julien Juliette Karim Karine Kévin Laetitia Laura Laure Laurence Laurent Léa Léo Lionel Louise Luc Lucas Lucie Ludovic Madeleine Malika Manon Marc Marcel Margaux Marguerite Marie Marine Marion Martine Mary Mathieu Mathilde Matthieu Maurice Mélanie Michel Michèle Michelle Mireille Mohamed Monique Morgane Muriel Mylène Myriam Nadia Nadine Nathalie Nicolas Nicole Noémie Odette Odile Olivier Pascal Pascale Patrice Patricia Patrick Paul Paulette Pauline Peter Philippe Pierre Quentin Rachid Raphaël Raymond Régine Régis Rémi Rémy René Renée Richard Robert Roger Roland Romain Sabrina Samuel Sandra Sandrine Sarah Sébastien Serge Simon Simone Solène Sonia Sophie Stéphane Stéphanie Suzanne Sylvain Sylvie Thérèse Thibault Thierry Thomas Tristan Valérie Vanessa Véronique Victor Vincent Virginie Viviane Xavier Yann Yannick Yasmine Yolande Yves Yvette Yvonne Zoé',
)
