/** Sorts values by a key, keeping their order; what Map.groupBy does, which Node 20 does not have yet. */
export function groupBy<K, V>(values: Iterable<V>, key: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const name = key(value);
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

/** Of several values with one key, the first. */
export function firstBy<K, V>(values: readonly V[], key: (value: V) => K): readonly V[] {
  const seen = new Set<K>();
  return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)));
}
