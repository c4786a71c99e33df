import { EditMap } from 'micromark-util-edit-map'

/**
 * Makes the parser change its list of events from the first edit on. It made the whole list anew
 * for each underlined heading and each line after a quote or a list: a text of many took a time in
 * proportion to its square.
 */
export function editOnlyTheEnd(): void {
  EditMap.prototype.consume = function consume(events) {
    this.map.sort(([one], [other]) => one - other)
    const [first] = this.map
    if (first === undefined) return
    const end = events.splice(first[0])
    this.map.forEach(([at, removed, added], index) => {
      const next = this.map[index + 1]
      for (const event of added) events.push(event)
      for (const event of end.slice(
        at + removed - first[0],
        next === undefined ? undefined : next[0] - first[0],
      ))
        events.push(event)
    })
    this.map.length = 0
    this.index.clear()
  }
}
