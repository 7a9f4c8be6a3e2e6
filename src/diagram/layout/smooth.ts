import { type Grid, linksOf } from './grid.ts';
import { type Across, portKey } from './settle.ts';

/** A line that is off by less than this is meant to be straight. */
const kink = 4;

/** Takes out kinks of a few pixels: each arrow stays on its line where it can. */
export function smoothed(grid: Grid, across: Across): Across {
  const items = new Map(across.items);
  const ports = new Map(across.ports);
  for (const chain of grid.chains) {
    const [source, target] = [chain.items[0]!, chain.items.at(-1)!];
    const inner = chain.items.slice(1, -1);
    const links = linksOf(chain);
    const [out, into] = [portKey(links[0]!.from, chain), portKey(links.at(-1)!.to, chain)];
    let line = items.get(source)! + ports.get(out)!;
    for (const item of inner) {
      const own = items.get(item)! + item.line!;
      const off = Math.abs(own - line);
      if (off > 0 && off < kink) items.set(item, line - item.line!);
      else line = own;
    }
    const end = items.get(target)! + ports.get(into)!;
    const off = Math.abs(end - line);
    if (off > 0 && off < kink && target.line === undefined) ports.set(into, line - items.get(target)!);
  }
  return { ...across, items, ports };
}
