import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/rules/registry.ts';

interface Entry {
  readonly rule: string;
  readonly family: string;
  readonly title: string;
  readonly severity: string;
  readonly default: string;
  readonly seed: string;
  readonly quote: string;
}

const contract = new URL('../contract/', import.meta.url);
const pages = new URL('../../language/rules/', import.meta.url);
const entries: readonly Entry[] = JSON.parse(readFileSync(new URL('rules.json', contract), 'utf8'));

/** The titles of the source documents by their numbers, as the sample register gives them. */
const titles = new Map(
  [
    ...readFileSync(new URL('samples/registry.pathway', contract), 'utf8').matchAll(
      /^source \S+ "([^"]+)".*Source document (\d{3})/gm,
    ),
  ].map(([, title, number]) => [number, title]),
);

describe('the registry', () => {
  it('holds each rule once', () => {
    const names = allRules.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(allRules)('agrees with the catalogue on $name', (rule) => {
    const entry = entries.find((one) => one.rule === rule.name);
    const { name, title, family, severity } = rule;
    expect({ rule: name, title, family, severity, default: rule.default }).toEqual({
      rule: entry?.rule,
      title: entry?.title,
      family: entry?.family,
      severity: entry?.severity,
      default: entry?.default,
    });
  });
});

describe('the pages of rules', () => {
  it('are one for each rule and no others', () => {
    const names = readdirSync(pages).map((file) => file.replace(/\.md$/, ''));
    expect(names.toSorted()).toEqual(allRules.map((rule) => rule.name).toSorted());
  });

  it.each(allRules)('$name: begins with title and severity, and quotes its source word for word', (rule) => {
    const page = readFileSync(new URL(`${rule.name}.md`, pages), 'utf8');
    const entry = entries.find((one) => one.rule === rule.name)!;
    const head = `# ${rule.title}\n\n\`${rule.name}\` · ${rule.severity} · ${rule.default} by default\n`;
    expect(page.startsWith(head)).toBe(true);
    const why = page.slice(page.indexOf('## Why'), page.indexOf('## Bad'));
    expect(why).toContain(`\n> ${entry.quote}\n\nFrom: ${titles.get(entry.seed)}\n`);
  });
});
