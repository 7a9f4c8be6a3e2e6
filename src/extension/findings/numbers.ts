import { type FileDecorationProvider, Uri } from 'vscode';
import type { FindingGroup } from '../../protocol/findings.ts';

const SCHEME = 'care-pathways-findings';

/** What a group is known by to the number beside it: how many entries it holds. */
export function numberOf({ entries, key }: FindingGroup): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${key}`, query: String(entries.length) });
}

/** The number at the right of a group, which is there to see also where the side bar cuts the words short. */
export const numbers: FileDecorationProvider = {
  provideFileDecoration: ({ query, scheme }) => {
    if (scheme !== SCHEME) return undefined;
    // An editor shows two characters at most.
    return { badge: query.length > 2 ? '9+' : query };
  },
};
