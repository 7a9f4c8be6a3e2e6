import type { Organisation } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { ownDeclarations } from '../../model/walk.ts';
import type { ProjectRule, Report } from '../rule.ts';

/**
 * Silent about organisations of one name, of which duplicate-name speaks, and where the text tells two apart: by
 * different codes of one scheme, or because one succeeds the other or is a part of it.
 */
export const lookAlikeOrganisation: ProjectRule = {
  name: 'look-alike-organisation',
  title: 'Look-alike organisation',
  family: 'names',
  severity: 'info',
  default: 'on',
  about: 'project',
  *check(project): Iterable<Report> {
    const known = new Map<string, Called>();
    for (const organisation of ownDeclarations(project)) {
      if (organisation.kind !== 'organisation' || organisation.name === '') continue;
      const called = callings(organisation);
      const alike = called.flatMap(({ key, text }) => {
        const first = known.get(key);
        return first && isAlike(first.organisation, organisation) ? [{ text, first }] : [];
      })[0];
      if (alike) yield report(organisation, alike.text, alike.first);
      for (const one of called) if (!known.has(one.key)) known.set(one.key, one);
    }
  },
};

/** One of the texts that an organisation is called by, and what is left of it. */
interface Called {
  readonly organisation: Organisation;
  readonly text: string;
  readonly key: string;
}

function callings(organisation: Organisation): readonly Called[] {
  const texts = [organisation.label ?? organisation.name, ...recorded(organisation.facts.alias)];
  return texts.map((text) => ({ organisation, text, key: essence(text) })).filter(({ key }) => key !== '');
}

/** The text without case, punctuation and the words that one body is called with or without. */
function essence(text: string): string {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !['nhs', 'trust', 'foundation'].includes(word)).join(' ');
}

function isAlike(first: Organisation, second: Organisation): boolean {
  if (first.name === second.name) return false;
  return !namesTheOther(first, second) && !namesTheOther(second, first) && !haveDifferentCodes(first, second);
}

function namesTheOther({ facts }: Organisation, other: Organisation): boolean {
  const named = [...recorded(facts.partOf), ...recorded(facts.succeededBy).map(({ organisation }) => organisation)];
  return named.some(({ name }) => name === other.name);
}

function haveDifferentCodes(first: Organisation, second: Organisation): boolean {
  return recorded(first.facts.code).some(({ scheme, code }) =>
    recorded(second.facts.code).some((other) => other.scheme === scheme && other.code !== code),
  );
}

function report(organisation: Organisation, text: string, first: Called): Report {
  const alike =
    text === first.text
      ? `'${organisation.name}' and '${first.organisation.name}' are both called '${text}'`
      : `'${text}' looks like '${first.text}'`;
  return {
    at: organisation.namePlace,
    message: `${alike}: if they are one organisation, keep one and write the other as its 'alias'.`,
    element: organisation.name,
    related: [{ message: `'${first.text}' is declared here.`, place: first.organisation.namePlace }],
  };
}
