import type { Language } from '../model/finding.ts'

/** Words of grammar such as `the`, in lower case. Indexes and comparisons of texts skip them. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: wordSet(
    'a à ai aie ait alors après as au aucun aucune aujourd aura auraient aurait auront aussi autant autre autres aux avaient avait avant avec ' +
      'avoir avons ayant beaucoup bien c ça car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chacun ' +
      'chacune chaque chez ci combien comme comment contre d dans de déjà depuis des dès deux devra devrait devraient doit doivent donc dont du durant elle elles en ' +
      'encore enfin entre es est et étaient était étant été être eu eux fait faire faisant faite faites faits fasse faudrait faut fera ferait feront font furent fut hors hui ' +
      'ici il ils j jamais je jusqu jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lorsqu lorsque lui m ma mais me même mêmes mes mieux moins ' +
      'moi mon n ne ni non nos notre nôtre notamment nous on ont ou où oui par parce parfois parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourra pourrait ' +
      'pourraient pourront pourquoi près presque pu puis puisqu puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi quoiqu quoique ' +
      'rien s sa sans sauf se sera serait seraient seront ses seul seule seulement seuls si sien soi soient soit son sont souvent sous suis sur t ta tandis tant te tel telle telles tels tes ' +
      'toi ton toujours tous tout toute toutefois toutes très trop tu un une va vers veut voici voilà vos votre vont vous y',
  ),
  en: wordSet(
    'a about above after again against all also although always am among an and another any are as at be because been before being below between both but by can cannot ' +
      'could did do does doing done down during each either else even ever every few for from further had has have having he her here hers him his how however i if in ' +
      'into is it its just least less many may me might more most much must my neither never no nor not nothing now of off often on once one only or other others our ' +
      'ours out over own per rather s same shall she should since so some still such t than that the their theirs them then there these they this those though through ' +
      'thus to too two under until up upon us very was we well were what when where whether which while who whom whose why will with within without would yet you your yours',
  ),
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
