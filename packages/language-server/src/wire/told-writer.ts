import { type Message, StreamMessageWriter } from 'vscode-languageserver/node'

/**
 * Writes what an editor is told, and knows when the first of it is gone. A class because the
 * protocol's writer is one.
 */
export class ToldWriter extends StreamMessageWriter {
  #tell: () => void = () => {}
  /** Kept once the first message was written. */
  readonly told = new Promise<void>((resolve) => {
    this.#tell = resolve
  })

  override async write(message: Message): Promise<void> {
    await super.write(message)
    this.#tell()
  }
}
