import { groupedBy, type Passage } from '@cahier/prose'
import type { Settings } from '../../document/settings.ts'
import type { Rule, TextContext } from '../../engine/rule.ts'
import {
  type AbbreviatedForm,
  abbreviatedForms,
  type BothWords,
  bothWords,
  MEDIAN_DOT,
} from '../../spelling/inclusive-forms.ts'
import { frenchLexicon } from '../../spelling/lexicon.ts'

/** Reports words for two genders, « élu·es », that are not written as the manifest asks. */
export const inclusive: Rule = {
  id: 'style/inclusive',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    mixed: {
      fr: '« {written} » : ce texte écrit ailleurs « {other} » ; « {meant} » irait avec',
      en: '“{written}”: elsewhere this text writes “{other}”; “{meant}” would go with it',
    },
    dot: {
      fr: '« {written} » : ce programme écrit au point médian, « {meant} »',
      en: '“{written}”: this programme writes with the median dot, “{meant}”',
    },
    plural: {
      fr: '« {written} » : ce programme écrit le pluriel « {meant} »',
      en: '“{written}”: this programme writes the plural “{meant}”',
    },
    both: {
      fr: '« {written} » : ce programme écrit les deux mots, « {meant} »',
      en: '“{written}”: this programme writes both words, “{meant}”',
    },
    whole: {
      fr: '« {written} » : ce programme écrit les deux mots en entier',
      en: '“{written}”: this programme writes both words whole',
    },
  },
  text(context) {
    const { profile, plural } = context.settings.inclusive
    if (profile === 'none') return
    const forms = formsIn(context)
    const usual = profile === 'consistent' ? usualSeparator(forms) : MEDIAN_DOT
    const usually = forms.map(({ form }) => form).filter(({ separator }) => separator === usual)
    for (const { passage, form, words } of forms) {
      const { start, end, written, separator } = form
      const at = { start, end }
      if (profile === 'doublets') {
        const meant = words === null ? '' : `${words.masculine} et ${words.feminine}`
        context.remark(passage, at, words === null ? 'whole' : 'both', { meant })
        continue
      }
      const meant = rewritten(form, usual, plural)
      // `(e)s`, `(es)` and `(e)(s)` count as one form.
      if (meant === written || (usual === '(' && separator === '(')) continue
      const other = usually.find((one) => one.plural === form.plural) ?? usually[0]
      const foreign = profile === 'median-dot' ? 'dot' : 'mixed'
      const message = separator === usual ? 'plural' : foreign
      const data = { meant, other: other?.written ?? '' }
      // Usage differs when the stem changes (`acteur·rice`, `tou·te·s`), so there is no fix.
      const isSure = message !== 'mixed' && words?.isRegular === true
      context.remark(passage, at, message, data, isSure ? meant : undefined)
    }
  },
}

interface Found {
  readonly passage: Passage
  readonly form: AbbreviatedForm
  readonly words: BothWords | null
}

// A median dot surely marks a form. With any other separator, the dictionary must have the words of
// both genders.
function formsIn({ passages }: TextContext): readonly Found[] {
  return passages.flatMap((passage) =>
    abbreviatedForms(passage.text)
      .map((form) => ({ passage, form, words: bothWords(form, frenchLexicon()) }))
      .filter(({ form, words }) => words !== null || DOTS.has(form.separator)),
  )
}

const DOTS = new Set(['·', '•', '⋅', '‧'])

/** The most frequent separator. Other dots count as median dots. */
function usualSeparator(forms: readonly Found[]) {
  const separators = forms.map(({ form }) => form.separator)
  const best = mostFrequent(
    separators.map((separator) => (DOTS.has(separator) ? MEDIAN_DOT : separator)),
  )
  return best !== MEDIAN_DOT || separators.includes(MEDIAN_DOT)
    ? best
    : mostFrequent(separators.filter((separator) => DOTS.has(separator)))
}

function mostFrequent(all: readonly string[]) {
  const [most] = [...groupedBy(all, (one) => one)].sort((a, b) => b[1].length - a[1].length)
  return most?.[0] ?? ''
}

function rewritten(
  { stem, ending, plural }: AbbreviatedForm,
  separator: string,
  wanted: Settings['inclusive']['plural'],
) {
  const isDouble = (wanted === 'keep' || separator !== MEDIAN_DOT ? plural : wanted) === 'double'
  const mark = plural === 'none' ? '' : 's'
  if (separator === '(') return isDouble ? `${stem}(${ending})${mark}` : `${stem}(${ending}${mark})`
  return `${stem}${separator}${ending}${isDouble && mark ? separator : ''}${mark}`
}
