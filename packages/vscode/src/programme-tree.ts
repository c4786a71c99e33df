import type { AxisOutline, ProposalOutline } from '@cahier/language-server'
import {
  type Command,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode'
import { fileOf, type OpenProgramme } from './programmes.ts'

/** A node of the tree of programmes, axes and proposals. */
export type Branch =
  | { readonly kind: 'programme'; readonly programme: OpenProgramme }
  | { readonly kind: 'axis'; readonly programme: OpenProgramme; readonly axis: AxisOutline }
  | {
      readonly kind: 'proposal'
      readonly programme: OpenProgramme
      readonly proposal: ProposalOutline
    }

/** Milliseconds without a change before the tree is read again. */
const QUIET_TIME = 300

/** The tree of axes and proposals. Words and icons show each state, never colour alone. */
export class ProgrammeTree implements TreeDataProvider<Branch> {
  readonly #changed = new EventEmitter<void>()
  readonly onDidChangeTreeData = this.#changed.event
  readonly #read: () => Promise<readonly OpenProgramme[]>
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(read: () => Promise<readonly OpenProgramme[]>) {
    this.#read = read
  }

  refresh(): void {
    clearTimeout(this.#timer)
    this.#changed.fire()
  }

  refreshSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.refresh(), QUIET_TIME)
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#changed.dispose()
  }

  async getChildren(branch?: Branch): Promise<Branch[]> {
    if (branch === undefined) {
      const programmes = await this.#read()
      const [only] = programmes
      if (programmes.length === 1 && only !== undefined) return axesOf(only)
      return programmes.map((programme) => ({ kind: 'programme', programme }))
    }
    if (branch.kind === 'programme') return axesOf(branch.programme)
    if (branch.kind === 'proposal') return []
    return branch.axis.proposals.map((proposal) => ({
      kind: 'proposal',
      programme: branch.programme,
      proposal,
    }))
  }

  getTreeItem(branch: Branch): TreeItem {
    if (branch.kind === 'programme')
      return new TreeItem(branch.programme.title, TreeItemCollapsibleState.Expanded)
    return branch.kind === 'axis'
      ? axisItem(branch.programme, branch.axis)
      : proposalItem(branch.programme, branch.proposal)
  }
}

function axesOf(programme: OpenProgramme): Branch[] {
  return programme.axes.map((axis) => ({ kind: 'axis', programme, axis }))
}

function axisItem(programme: OpenProgramme, { id, title, path, proposals }: AxisOutline): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded)
  item.id = `${programme.uri} ${id}`
  item.description = String(proposals.length)
  item.contextValue = 'axis'
  if (path !== '') item.command = openingOf(programme, path)
  return item
}

function proposalItem(programme: OpenProgramme, proposal: ProposalOutline): TreeItem {
  const { id, title, standing, summary, path, status, closes, amendments } = proposal
  const item = new TreeItem(title, TreeItemCollapsibleState.None)
  item.id = `${programme.uri} / ${id}`
  item.description = [standing, closes, amendments.length > 0 ? `±${amendments.length}` : '']
    .filter(Boolean)
    .join(' · ')
  item.tooltip = new MarkdownString().appendText(`${title}\n\n${summary}\n\n${id} · ${standing}`)
  item.iconPath = new ThemeIcon(SIGNS[status] ?? 'circle-outline')
  const states = ['proposal', closes && 'consulted', amendments.length > 0 && 'amended']
  item.contextValue = states.filter(Boolean).join(' ')
  item.command = openingOf(programme, path)
  return item
}

function openingOf(programme: OpenProgramme, path: string): Command {
  return { command: 'vscode.open', title: '', arguments: [fileOf(programme, path)] }
}

const SIGNS: Readonly<Record<string, string | undefined>> = {
  draft: 'edit',
  open: 'comment-discussion',
  overdue: 'watch',
  adopted: 'check',
  'adopted-with-reservations': 'check-all',
  changed: 'history',
  blocked: 'circle-slash',
  rejected: 'x',
  'no-quorum': 'organization',
  void: 'discard',
  withdrawn: 'trash',
  merged: 'git-merge',
}
