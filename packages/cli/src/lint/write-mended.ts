import { lstatSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { EMPTY_PLAN, type NewFile } from '@cahier/core'
import { writePlan } from '../write-plan.ts'

/** Writes mended texts, each file whole or not at all. `folder` is what paths are relative to; loose texts are written below the paths that were named. */
export function writeMended(texts: ReadonlyMap<string, string>, folder: string, named: readonly string[], cwd: string): void {
  const roots = named.length === 0 ? [folder] : named.map((one) => rootOf(resolve(cwd, one)))
  const plans = new Map<string, NewFile[]>()
  for (const [path, content] of texts) {
    const target = resolve(folder, path)
    const root = roots.find((one) => target.startsWith(one.endsWith(sep) ? one : one + sep)) ?? folder
    const files = plans.get(root) ?? []
    files.push({ path: relative(root, target).split(sep).join('/'), content, replaces: true })
    plans.set(root, files)
  }
  for (const [root, files] of plans) writePlan(root, { ...EMPTY_PLAN, files })
}

function rootOf(path: string): string {
  const real = realpathSync(path)
  return lstatSync(real).isDirectory() ? real : dirname(real)
}
