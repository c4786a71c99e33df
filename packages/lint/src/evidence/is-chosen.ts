import type { FigureWritten } from './figures-found.ts'

/**
 * Whether a figure is one that somebody sets, quotes from an adversary, gives as an example or
 * names a class of things with, rather than one that was measured: nothing of it can be sourced or
 * dated. Told by the words of its sentence, so that some measured figures pass for chosen ones; the
 * other way round would be a false remark.
 */
export function isChosen({
  kind,
  value,
  sentence,
  sentenceStart,
  prose,
  start,
  end,
}: Omit<FigureWritten, 'isChosen'>): boolean {
  const before = prose.slice(sentenceStart, start)
  const after = prose.slice(end, end + 20)
  if (
    SET.test(sentence) ||
    EXAMPLE.test(before) ||
    CONDITION.test(before) ||
    (kind !== 'share' && BOUND.test(before))
  )
    return true
  // « C’est 90 % des gens », says the objector whom the text quotes first.
  if (sentenceStart === 0 && /^[«“"]/.test(sentence) && !/.[»”"]/.test(before)) return true
  // What costs nothing was not measured.
  if (kind === 'money' && value === 0) return true
  return (
    kind === 'share' &&
    (value === 0 || value === 100) &&
    !/^[\s\u00A0\u202F]*(?:des?|du|d[’']|of|les)(?!\p{L})/u.test(after)
  )
}

/** Words of what is wanted, allowed or fined rather than of what is. */
const SET =
  /(?<!\p{L})(?:(?:nous|on) (?:proposons|demandons|voulons|propose|demande|veut)|objectifs?|plafonn\p{L}*|plafonds?|seuils?|vis(?:er|e|ent|ons)|cibles?|d[’']ici|au moins|au plus|minimum|maximum|limit(?:er|é|ée|és|ées)|réduire|baisser|porter|passer à|atteindre|fix(?:er|é|ée|ons)|dotation|prév(?:u|ue|us|ues|oit|oyons)|amendes?|astreintes?|jusqu[’']à|(?:we|to) (?:propose|ask|want)|targets?|ceilings?|caps?|capped|thresholds?|at least|at most|no more than|up to|fines?|by 20[2-9]\d|reduce|lower|raise|reach)(?!\p{L})/iu

/**
 * « Les fermes de moins de 20 ha », « dans une commune de plus de 5 000 habitants »: where a class
 * of things begins or ends.
 */
const BOUND =
  /(?:(?:\p{L}[sx]|(?<!\p{L})(?:dans|pour|à|par) (?:une?|toute?|chaque)(?: (?:[ld][’'])?\p{L}+){1,4}) de (?:moins|plus) d(?:e |[’'])|(?:inférieur|supérieur)e?s? à |\p{L}s (?:of|with) (?:less|fewer|more) than |(?:below|above) )$/iu

// « They say that 12% » is no example; « say, 12% » is.
const EXAMPLE =
  /(?<!\p{L})(?:par exemple|p\. ex\.|mettons|disons|supposons|imaginons|si|for example|for instance|e\.g\.|(?<=[,;:(—–] )say|suppose|if)(?!\p{L})[^.;:]{0,30}$/iu

/** « Si l’excédent est supérieur à 25 % »: where a condition begins, whatever it counts. */
const CONDITION =
  /(?<!\p{L})(?:si|s[’']ils?|lorsqu(?:e|[’'])|quand|if|when|where)(?!\p{L})[^.;]* (?:inférieur|supérieur)e?s? à $/iu
