import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMarkdown } from '@cahier/core/markdown-name'
import { LARGEST_TEXT } from '@cahier/core/source'
import type { LooseFile, LooseFolder, UnreadFile } from '@cahier/export'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'

/**
 * Reads every Markdown file below a folder, and the names of other files. Links, hidden files and
 * `node_modules` are skipped.
 * @throws {UsageError} when the folder cannot be read.
 */
export function readLooseFolder(root: string, written: string): LooseFolder {
  const texts: LooseFile[] = []
  const files = new Map<string, number>()
  const unread: UnreadFile[] = []
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const isText = isMarkdown(entry.name)
      if (entry.isSymbolicLink()) unread.push({ path, why: 'link', code: '' })
      else if (entry.isDirectory()) trying(path, () => visit(path))
      else if (!entry.isFile()) unread.push({ path, why: 'special', code: '' })
      else
        trying(path, () => {
          const { size } = statSync(join(root, path))
          if (!isText) files.set(path, size)
          else if (size > LARGEST_TEXT) unread.push({ path, why: 'tooBig', code: '' })
          else texts.push({ path, bytes: readFileSync(join(root, path)) })
        })
    }
  }
  const trying = (path: string, read: () => void): void => {
    try {
      read()
    } catch (error) {
      const code = systemCode(error)
      if (code === undefined) throw error
      unread.push({ path, why: 'unreadable', code })
    }
  }
  refuseOther(root, written)
  visit('')
  if (texts.length === 0)
    throw new UsageError(
      `« ${written} » n’a aucun fichier Markdown (.md) que l’on puisse lire`,
      `“${written}” has no Markdown file (.md) that can be read`,
    )
  return { texts, files, unread: unread.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

function refuseOther(root: string, written: string): void {
  try {
    if (!statSync(root).isDirectory())
      throw new UsageError(
        `« ${written} » n’est pas un dossier : donnez celui où sont les textes`,
        `“${written}” is not a folder: give the one that holds the texts`,
      )
    readdirSync(root)
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    if (code === 'ENOENT')
      throw new UsageError(
        `le dossier « ${written} » n’existe pas`,
        `there is no folder “${written}”`,
      )
    throw new UsageError(
      `le dossier « ${written} » ne peut pas être lu (${code})`,
      `the folder “${written}” cannot be read (${code})`,
    )
  }
}
