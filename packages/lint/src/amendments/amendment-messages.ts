import type { RuleMessages } from '@cahier/core'

/** Messages of the rule `structure/amendment`. */
export const amendmentMessages: RuleMessages = {
  missing: {
    fr: 'il manque dans cet amendement, chacun sur sa ligne : {titles}',
    en: 'this amendment lacks, each on its own line: {titles}',
  },
  sectionNear: {
    fr: 'il n’y a pas de section « {title} » dans un amendement : écrivez « ## {meant} »',
    en: 'an amendment has no section “{title}”: write “## {meant}”',
  },
  section: {
    fr: 'un amendement n’a que deux sections, « {reasons} » puis « {text} » : mettez « {title} » dans l’une des deux',
    en: 'an amendment has two sections only, “{reasons}” then “{text}”: put “{title}” in one of the two',
  },
  unclosed: {
    fr: 'la marque {opener} n’est pas fermée : écrivez {closer} là où le changement s’arrête',
    en: 'the mark {opener} is not closed: write {closer} where the change ends',
  },
  nested: {
    fr: 'une marque {opener} est dans une autre, et serait prise à la lettre : fermez la première avant d’ouvrir celle-ci (ou écrivez \\{opener} si ce sont des signes du texte)',
    en: 'a mark {opener} stands within another, and would be taken literally: close the first before this one opens (or write \\{opener} if these are signs of the text)',
  },
  unchanged: {
    fr: 'cet amendement cite {path} et n’y change rien : marquez ce qui change, comme {~~avant~>après~~}',
    en: 'this amendment quotes {path} and changes nothing: mark what changes, as in {~~before~>after~~}',
  },
  withUnknown: {
    fr: 'l’amendement « {id} », adopté avec celui-ci, n’est pas dans {path} : remettez son fichier, ou corrigez ce nom',
    en: 'the amendment “{id}”, adopted with this one, is not in {path}: put its file back, or fix this name',
  },
  noArrow: {
    fr: 'ce remplacement ne dit pas par quoi : écrivez {~~{old}~>nouveau texte~~}, ou {--{old}--} pour enlever',
    en: 'this replacement does not say with what: write {~~{old}~>new text~~}, or {--{old}--} to remove',
  },
  oddArrow: {
    fr: 'dans un remplacement, la flèche s’écrit « ~> ». Écrivez : {meant}',
    en: 'in a replacement, the arrow is written “~>”. Write: {meant}',
  },
  oddMark: {
    fr: '« {written} » ne marque rien : écrivez {meant}',
    en: '“{written}” marks nothing: write {meant}',
  },
  notFound: {
    fr: 'ce paragraphe n’est pas dans {path} : recopiez-le tel quel, puis marquez-y ce qui change',
    en: 'this paragraph is not in {path}: copy it as it is, then mark what changes',
  },
  onlyPart: {
    fr: 'ce passage n’est qu’une partie d’un paragraphe du fichier {path} : recopiez tout le paragraphe, puis marquez-y ce qui change',
    en: 'this passage is but a part of a paragraph of {path}: copy the whole paragraph, then mark what changes',
  },
  noBase: {
    fr: 'si cet amendement part du texte actuel du fichier {path}, écrivez « base: {current} »',
    en: 'if this amendment starts from the current text of {path}, write “base: {current}”',
  },
  signsDiffer: {
    fr: 'ce paragraphe n’est dans {path} qu’aux espaces insécables et aux apostrophes près : copiez-le au lieu de le retaper, puis marquez-y ce qui change',
    en: 'this paragraph is in {path} but for its no-break spaces and apostrophes: copy it instead of typing it again, then mark what changes',
  },
  ambiguous: {
    fr: 'ce passage est {times} fois dans {path} : dites lequel par une ligne « at » dans l’en-tête (rangs possibles : {ordinals})',
    en: 'this passage occurs {times} times in {path}: say which with a line “at” in the head (possible ranks: {ordinals})',
  },
  atCount: {
    fr: '« at » donne {given|rang|rangs}, et le texte cite {wanted|passage|passages} : donnez un rang par passage, ou enlevez la ligne « at »',
    en: '“at” gives {given|rank|ranks}, and the text quotes {wanted|passage|passages}: give one rank per passage, or remove the line “at”',
  },
  atWrong: {
    fr: 'le passage cité n’est pas au rang {given} du fichier {path} : écrivez {meant}',
    en: 'the passage quoted is not at rank {given} of {path}: write {meant}',
  },
  nowhere: {
    fr: 'rien ne dit où ajouter « {quote} » : citez au-dessus, tel quel, le paragraphe qui le précède',
    en: 'nothing says where to add “{quote}”: quote above it, as it is, the paragraph before',
  },
  crosses: {
    fr: 'ce changement s’étend sur des paragraphes qui ne se suivent pas : faites-en un par paragraphe',
    en: 'this change spans paragraphs that do not follow each other: make one for each paragraph',
  },
  fieldDiffers: {
    fr: 'avant les marques, « {key} » doit être comme dans {path} : « {written} »',
    en: 'before the marks, “{key}” must be as in {path}: “{written}”',
  },
  fieldAbsent: {
    fr: '« {key} » n’est pas encore dans {path} : mettez toute la valeur entre {++ et ++}',
    en: '“{key}” is not in {path} yet: put the whole value between {++ and ++}',
  },
  stale: {
    fr: 'cet amendement part d’un texte que ce dossier ne connaît pas : vérifiez que ce qu’il cite est encore dans {path}, puis écrivez « base: {current} »',
    en: 'this amendment starts from a text unknown to this folder: check that what it quotes is still in {path}, then write “base: {current}”',
  },
}
