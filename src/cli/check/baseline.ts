import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { groupBy } from '../../model/group.ts';
import { type Identity, identityOf, keyOf } from '../../rules/identity.ts';
import { allRules } from '../../rules/registry.ts';
import { writeAtomically } from '../files.ts';
import { type Io, UsageError } from '../io.ts';
import { shown } from '../open.ts';
import type { Reported } from './reported.ts';

/** Findings that are known already: how many there are of each identity. */
export interface Baseline {
  readonly entries: readonly Entry[];
}

interface Entry extends Identity {
  /** How many findings of that identity there are, where there is more than one. */
  readonly count?: number;
}

const VERSION = 1;

const rules: ReadonlySet<string> = new Set(allRules.map(({ name }) => name));

/**
 * Whether a finding can be known to a baseline. What cannot be read or found has to be put right, and open questions
 * and accepted findings are not held against anybody.
 */
export function canBeKnown({ rule, severity }: Reported): boolean {
  return rules.has(rule) && severity !== 'question' && severity !== 'accepted';
}

/** A baseline that knows all these findings. */
export function baselineOf(findings: readonly Reported[]): Baseline {
  const groups = groupBy(findings.filter(canBeKnown).map(identityOf), keyOf);
  const entries = [...groups.values()].map((group): Entry => {
    const count = group.length === 1 ? {} : { count: group.length };
    return { ...group[0]!, ...count };
  });
  return { entries: entries.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)) };
}

/** Lines that belong together stand together, so that two people's changes seldom meet. */
const sortKey = (entry: Identity): string =>
  [entry.project, entry.pathway, entry.element, entry.rule, keyOf(entry)].join(' ');

/** Which of the findings the baseline knows. Where it knows fewer of one identity than there are, the last are new. */
export function knownTo(baseline: Baseline, findings: readonly Reported[]): ReadonlySet<Reported> {
  const left = new Map(baseline.entries.map((entry) => [keyOf(entry), entry.count ?? 1]));
  return new Set(
    findings.filter((finding) => {
      const key = keyOf(identityOf(finding));
      const count = canBeKnown(finding) ? (left.get(key) ?? 0) : 0;
      if (count > 0) left.set(key, count - 1);
      return count > 0;
    }),
  );
}

/** How many findings a baseline stands for. */
export function sizeOf({ entries }: Baseline): number {
  return entries.reduce((sum, { count }) => sum + (count ?? 1), 0);
}

/** Reads a baseline. Throws a `UsageError` that says what is wrong with the file and what to do. */
export function readBaseline(file: string, io: Io): Baseline {
  const path = resolve(io.cwd, file);
  const name = shown(path, io);
  if (!existsSync(path)) {
    throw new UsageError(
      `There is no baseline ${name}: make it by 'pathway check --write-baseline ${file}', then check again.`,
    );
  }
  const baseline = parsed(readOrThrow(path, name));
  if (typeof baseline === 'string') {
    throw new UsageError(
      `${name} is not a baseline: ${baseline}. Make it anew by 'pathway check --write-baseline ${file}'.`,
    );
  }
  return baseline;
}

function readOrThrow(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The baseline, or why the text is none. */
function parsed(text: string): Baseline | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return /^(<<<<<<<|>>>>>>>)/m.test(text) ? 'two versions of it were not merged' : 'it is not JSON';
  }
  if (!isRecord(content) || !Array.isArray(content['findings'])) return "it has no list 'findings'";
  if (content['version'] !== VERSION)
    return `it has version ${String(content['version'])}, and this program reads ${VERSION}`;
  const strange = content['findings'].findIndex((entry) => !isEntry(entry));
  if (strange >= 0) return `entry ${strange + 1} of 'findings' lacks its 'rule' or its 'facts'`;
  return { entries: content['findings'] as Entry[] };
}

function isEntry(entry: unknown): boolean {
  if (!isRecord(entry) || typeof entry['rule'] !== 'string' || !Array.isArray(entry['facts'])) return false;
  return entry['count'] === undefined || (Number.isInteger(entry['count']) && Number(entry['count']) > 0);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes a baseline, one finding to a line, so that what changes in it reads well. Returns the path as people type it. */
export function writeBaseline({ entries }: Baseline, file: string, io: Io): string {
  const path = resolve(io.cwd, file);
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  writeAtomically(path, `{\n  "version": ${VERSION},\n  "findings": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`);
  return shown(path, io);
}
