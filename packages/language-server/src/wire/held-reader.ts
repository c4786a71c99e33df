import {
  type DataCallback,
  type Disposable,
  Message,
  StreamMessageReader,
} from 'vscode-languageserver/node'
import { giveWay } from '../in-slices.ts'

/**
 * Reads what an editor says; what follows its first words is held until somebody is there to answer
 * it. A class because it lives as long as the editor does.
 */
export class HeldReader extends StreamMessageReader {
  #held: Message[] | null = []
  #isGreeted = false
  #hear: DataCallback = () => {}

  override listen(hear: DataCallback): Disposable {
    this.#hear = hear
    return super.listen((message) => {
      giveWay()
      if (this.#held !== null && this.#isGreeted) this.#held.push(message)
      else hear(message)
      // What is asked before that has its answer at once: nobody would let go of what came after.
      this.#isGreeted ||= Message.isRequest(message) && message.method === 'initialize'
    })
  }

  /** Somebody is there: what was held is heard, in its order, and all that follows. */
  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const message of held) this.#hear(message)
  }
}
