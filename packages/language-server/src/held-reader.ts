import { type DataCallback, type Disposable, type Message, StreamMessageReader } from 'vscode-languageserver/node'

/** Reads what an editor says; what follows its first words is held until somebody is there to answer it. A class because it lives as long as the editor does. */
export class HeldReader extends StreamMessageReader {
  #held: Message[] | null = []
  #isGreeted = false
  #hear: DataCallback = () => {}

  override listen(hear: DataCallback): Disposable {
    this.#hear = hear
    return super.listen((message) => {
      if (this.#held !== null && this.#isGreeted) this.#held.push(message)
      else hear(message)
      this.#isGreeted = true
    })
  }

  /** Somebody is there: what was held is heard, in its order, and all that follows. */
  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const message of held) this.#hear(message)
  }
}
