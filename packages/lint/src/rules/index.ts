import type { Rule } from '../engine/rule.ts'
import { movedText } from './decision/moved-text.ts'
import { parameters } from './decision/parameters.ts'
import { claim } from './evidence/claim.ts'
import { figureContext } from './evidence/figure-context.ts'
import { legalFact } from './evidence/legal-fact.ts'
import { sourceLevel } from './evidence/source-level.ts'
import { twoValues } from './evidence/two-values.ts'
import { addressee } from './evidence/addressee.ts'
import { consultation } from './evidence/consultation.ts'
import { personalData } from './evidence/personal-data.ts'
import { request } from './evidence/request.ts'
import { review } from './evidence/review.ts'
import { sourceAge } from './evidence/source-age.ts'
import { summary } from './evidence/summary.ts'
import { superseded } from './evidence/superseded.ts'
import { title } from './evidence/title.ts'
import { unit } from './evidence/unit.ts'
import { unsourcedFigure } from './evidence/unsourced-figure.ts'
import { anchor } from './reference/anchor.ts'
import { level } from './linting/level.ts'
import { switchComment } from './linting/switch.ts'
import { axis } from './reference/axis.ts'
import { collective } from './reference/collective.ts'
import { cycle } from './reference/cycle.ts'
import { file } from './reference/file.ts'
import { identity } from './reference/identity.ts'
import { link } from './reference/link.ts'
import { proposal } from './reference/proposal.ts'
import { provenance } from './reference/provenance.ts'
import { source } from './reference/source.ts'
import { timeZone } from './reference/time-zone.ts'
import { unusedAsset } from './reference/unused-asset.ts'
import { unusedSource } from './reference/unused-source.ts'
import { vocabulary } from './reference/vocabulary.ts'
import { controlCharacter } from './safety/control-character.ts'
import { dangerousLink } from './safety/dangerous-link.ts'
import { drawing } from './safety/drawing.ts'
import { homoglyph } from './safety/homoglyph.ts'
import { invisible } from './safety/invisible.ts'
import { nesting } from './safety/nesting.ts'
import { rawHtml } from './safety/raw-html.ts'
import { workflowCommand } from './safety/workflow-command.ts'
import { amendment } from './structure/amendment.ts'
import { complete } from './structure/complete.ts'
import { conflict } from './structure/conflict.ts'
import { dates } from './structure/dates.ts'
import { duplicateHeading } from './structure/duplicate-heading.ts'
import { duplicateSection } from './structure/duplicate-section.ts'
import { emptySection } from './structure/empty-section.ts'
import { folder } from './structure/folder.ts'
import { footnote } from './structure/footnote.ts'
import { foreignMarkup } from './structure/foreign-markup.ts'
import { headingLevel } from './structure/heading-level.ts'
import { imageText } from './structure/image-text.ts'
import { linkDefinition } from './structure/link-definition.ts'
import { listMark } from './structure/list-mark.ts'
import { positionsOrder } from './structure/positions-order.ts'
import { schema } from './structure/schema.ts'
import { sectionLevel } from './structure/section-level.ts'
import { sectionOrder } from './structure/section-order.ts'
import { table } from './structure/table.ts'
import { unknownSection } from './structure/unknown-section.ts'
import { yaml } from './structure/yaml.ts'
import { acronym } from './style/acronym.ts'
import { inclusive } from './style/inclusive.ts'
import { longSentence } from './style/long-sentence.ts'
import { redundancy } from './style/redundancy.ts'
import { repeatedWord } from './style/repeated-word.ts'
import { spelling } from './style/spelling.ts'
import { vagueWord } from './style/vague-word.ts'
import { abbreviations } from './typography/abbreviations.ts'
import { accentedCapitals } from './typography/accented-capitals.ts'
import { apostrophe } from './typography/apostrophe.ts'
import { century } from './typography/century.ts'
import { dashes } from './typography/dashes.ts'
import { ellipsis } from './typography/ellipsis.ts'
import { enQuotes } from './typography/en-quotes.ts'
import { ligatures } from './typography/ligatures.ts'
import { numberSpace } from './typography/number-space.ts'
import { ordinals } from './typography/ordinals.ts'
import { punctuationSpace } from './typography/punctuation-space.ts'
import { quotes } from './typography/quotes.ts'
import { spaces } from './typography/spaces.ts'
import { structuralSpace } from './typography/structural-space.ts'
import { symbolSpace } from './typography/symbol-space.ts'
import { unclosed } from './typography/unclosed.ts'
import { unicode } from './typography/unicode.ts'

/** Every rule, in the order `cahier rules` shows them. */
export const rules: readonly Rule[] = [
  yaml,
  schema,
  folder,
  conflict,
  complete,
  unknownSection,
  duplicateSection,
  sectionOrder,
  emptySection,
  sectionLevel,
  headingLevel,
  duplicateHeading,
  table,
  imageText,
  linkDefinition,
  listMark,
  footnote,
  foreignMarkup,
  amendment,
  positionsOrder,
  dates,
  vocabulary,
  axis,
  proposal,
  collective,
  source,
  link,
  anchor,
  file,
  identity,
  cycle,
  provenance,
  unusedSource,
  timeZone,
  unusedAsset,
  rawHtml,
  dangerousLink,
  drawing,
  invisible,
  controlCharacter,
  homoglyph,
  workflowCommand,
  nesting,
  unsourcedFigure,
  unit,
  claim,
  figureContext,
  twoValues,
  legalFact,
  sourceLevel,
  sourceAge,
  superseded,
  title,
  summary,
  request,
  addressee,
  consultation,
  review,
  personalData,
  parameters,
  movedText,
  level,
  switchComment,
  spelling,
  repeatedWord,
  longSentence,
  redundancy,
  acronym,
  vagueWord,
  inclusive,
  punctuationSpace,
  quotes,
  apostrophe,
  ellipsis,
  numberSpace,
  symbolSpace,
  ordinals,
  abbreviations,
  accentedCapitals,
  ligatures,
  century,
  spaces,
  dashes,
  unclosed,
  unicode,
  structuralSpace,
  enQuotes,
]

const byId = new Map(rules.map((rule) => [rule.id, rule]))

export function ruleNamed(id: string): Rule | undefined {
  return byId.get(id)
}
