/**
 * Values by the ids that files give, as plain data. It has no other entry: one that every object
 * comes with, such as `constructor`, may be an id.
 */
export function byId<Value>(
  entries: Iterable<readonly [id: string, value: Value]>,
): Readonly<Record<string, Value>> {
  return Object.setPrototypeOf(Object.fromEntries(entries), null)
}
