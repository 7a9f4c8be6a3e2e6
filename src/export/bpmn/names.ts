/** Names that XML takes for ids, each once: `stage:early-help` becomes `stage_early-help`. */
export function namesOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const stem = id.replace(/[^A-Za-z0-9-]+/g, '_');
    let name = stem;
    for (let count = 2; taken.has(name); count++) name = `${stem}_${count}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
