import { FILE_START, type Finding, type Programme } from '@cahier/core'
import { expect, it } from 'vitest'
import { tinyPng } from '../loose/sample-folder.ts'
import { programmeOf } from '../samples/sample-programme.ts'
import { assetFindings, checkImage } from './image-findings.ts'

it('an image of ten mebibytes is shown, and a larger one is not even read', () => {
  const mebibytes = 1024 * 1024
  expect(checkImage('a.png', 10 * mebibytes, () => tinyPng)).toEqual({
    isShown: true,
    finding: null,
  })
  const large = checkImage('a.png', 10 * mebibytes + 1, () => {
    throw new Error('read')
  })
  expect([large.isShown, large.finding?.message]).toEqual([false, 'tooBig'])
})

it('skipped images of a programme are reported, and no other file', () => {
  const unread = (path: string, message: string): Finding => ({
    rule: 'structure/folder',
    message,
    severity: 'error',
    path,
    place: FILE_START,
    data: {},
  })
  const programme: Programme = {
    ...programmeOf(),
    assets: [],
    folderFindings: [
      unread('assets/z.png', 'tooBig'),
      unread('assets/a.jpg', 'link'),
      unread('assets/b.jpg', 'unreadable'),
      unread('axes/a.png', 'tooBig'),
      unread('assets/a.txt', 'link'),
    ],
  }
  expect(
    assetFindings(programme, () => tinyPng).map(({ path, message }) => `${path} ${message}`),
  ).toEqual(['assets/a.jpg link', 'assets/z.png tooBig'])
})
