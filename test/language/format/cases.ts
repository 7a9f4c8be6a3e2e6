import { readdirSync, readFileSync } from 'node:fs';

/** A rule of the canonical form, with a text before and after. */
export interface Case {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

const folder = new URL('cases/', import.meta.url);

/** The cases by page: each is a heading, a text, and what it becomes, or `stays`. */
export const pages: readonly { readonly page: string; readonly cases: readonly Case[] }[] = readdirSync(folder)
  .toSorted()
  .map((page) => ({ page, cases: casesOf(readFileSync(new URL(page, folder), 'utf8')) }));

function casesOf(page: string): readonly Case[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const rule = section.slice(0, section.indexOf('\n'));
      const [before, after] = [...section.matchAll(/^```pathway\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
      const stays = /^stays$/m.test(section);
      if (before === undefined || stays === (after !== undefined)) throw new Error(`What becomes of: ${rule}?`);
      return { rule, before, after: after ?? before };
    });
}
