import { lstatSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { EMPTY_PLAN, type NewFile, pathInside, withSlashes } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { writePlan } from './write-plan.ts'

/**
 * Writes corrected texts over their files, whose paths are relative to `folder`. Without a
 * programme, `named` holds the paths given to the command. Each text is one of these files or lies
 * in one of these folders.
 */
export async function writeTexts(
  texts: ReadonlyMap<string, string>,
  folder: string,
  named: readonly string[],
  cwd: string,
): Promise<void> {
  const roots = named.length === 0 ? [folder] : named.map((one) => rootOf(resolve(cwd, one)))
  const rootAbove = (target: string) =>
    roots.find((one) => pathInside(one, target) !== null) ?? folder
  for (const [root, own] of groupedBy(texts, ([path]) => rootAbove(resolve(folder, path)))) {
    const files = own.map(([path, content]): NewFile => {
      return { path: withSlashes(relative(root, resolve(folder, path))), content, replaces: true }
    })
    await writePlan(root, { ...EMPTY_PLAN, files })
  }
}

function rootOf(path: string) {
  const real = realpathSync(path)
  return lstatSync(real).isDirectory() ? real : dirname(real)
}
