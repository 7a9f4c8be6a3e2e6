import type { Flow, Transition } from '../../model/elements.ts';
import type { Renames } from '../change.ts';

/** What things of the side before are called on the side after. */
export interface Naming {
  readonly pathway: (name: string) => string;
  /** Something in a pathway or another block, by the block's name on the side before. */
  readonly inside: (block: string, name: string) => string;
  /** A transition or flow of a pathway; one without a name of its own is called by its ends. */
  readonly link: (pathway: string, link: Transition | Flow) => string;
  /** Something that is declared in the register, by its kind: `agreement`, `information`. */
  readonly called: (kind: string, name: string) => string;
  /** Something whose kind is not told. */
  readonly anything: (name: string) => string;
  /** A text that has names in quotation marks. */
  readonly text: (text: string) => string;
}

/** Reads the new names by old ones: `pathway north` → `northern`, `north/stage a` → `b`. */
export function namingOf(renames: Renames): Naming {
  const byKind = new Map<string, string>();
  const byBlock = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const [key, now] of renames) {
    const parts = key.split('/');
    const last = parts.at(-1)!;
    const space = last.indexOf(' ');
    const [kind, name] = [last.slice(0, space), last.slice(space + 1)];
    byKind.set(`${kind} ${name}`, now);
    byName.set(name, now);
    if (parts.length > 1) byBlock.set(`${parts[0]}/${name}`, now);
  }
  const pathway = (name: string): string => byKind.get(`pathway ${name}`) ?? name;
  const inside = (block: string, name: string): string =>
    byBlock.get(`${block}/${name}`) ?? (name === block ? pathway(name) : name);
  return {
    pathway,
    inside,
    link: (block, { name, named, from, to }) => {
      const now = byBlock.get(`${block}/${name}`);
      if (now !== undefined || named) return now ?? name;
      const start = inside(block, from.stage?.name ?? '?');
      if (to.stage === undefined) return `${start} to pathway ${pathway(to.pathway?.name ?? '?')}`;
      return `${start} to ${inside(to.pathway?.name ?? block, to.stage.name)}`;
    },
    called: (kind, name) => byKind.get(`${kind} ${name}`) ?? name,
    anything: (name) => byName.get(name) ?? name,
    text: (text) =>
      byName.size === 0 ? text : text.replace(/'([^']+)'/g, (_, name) => `'${byName.get(name) ?? name}'`),
  };
}
