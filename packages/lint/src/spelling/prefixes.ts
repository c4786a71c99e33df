/**
 * Prefixes that make new words freely: `interassociatif`, `cofinancer`. What follows must be a word
 * of at least so many letters.
 */
export const PREFIXES: readonly (readonly [prefix: string, least: number])[] = [
  ...(
    'anti auto bio contre cyber éco écono électro euro extra franco géo hydro hyper inter infra intra macro méga méta micro mini mono multi nano néo ' +
    'bactério cardio chimio chrono crypto démo épidémio gastro hémato hépato histo immuno laryngo lympho magnéto météo morpho naso neuro ophtalmo ortho oto outre para patho péri pharmaco phono photo phyto pluri poly pneumo post pseudo psycho radio rétro semi socio sono sous super supra sur techno télé thermo topo toxico trans vidéo ultra zoo agro aéro archi ethno pétro cyclo hétéro homo gyno andro'
  )
    .split(' ')
    .map((prefix): [string, number] => [prefix, 4]),
  ...'co dé dés pré ré re non'.split(' ').map((prefix): [string, number] => [prefix, 6]),
]
