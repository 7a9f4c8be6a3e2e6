import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rulePages } from '../../language/rule-pages.ts';
import type { Place } from '../../model/place.ts';
import { allRules } from '../../rules/registry.ts';
import { toPath } from '../../server/node/folder.ts';
import type { Io } from '../io.ts';
import { VERSION } from '../version.ts';
import { besideRules } from './beside-rules.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { acceptanceInWords } from './lists.ts';
import type { Report } from './report.ts';
import type { Reported } from './reported.ts';

/** The folder that the check was started in; whoever reads the file knows where that is. */
const ROOT = 'ROOT';

/** The findings as a SARIF 2.1.0 log, which services for code scanning read. */
export function sarifOf(report: Report, hasBaseline: boolean, io: Io): string {
  const fingerprints = fingerprintsOf(report.findings);
  const results = report.findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: indices.get(finding.rule) ?? -1,
    kind: finding.severity === 'question' ? 'review' : 'fail',
    level: levelOf(finding),
    message: { text: finding.message },
    locations: [{ ...locationOf(finding.place, io), ...logicalOf(finding) }],
    ...relatedOf(finding, io),
    partialFingerprints: { 'carePathwaysFinding/v1': fingerprints.get(finding) },
    ...suppressionsOf(finding),
    ...(hasBaseline ? { baselineState: report.known.has(finding) ? 'unchanged' : 'new' } : {}),
    properties: { severity: finding.severity, facts: finding.facts },
  }));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Care Pathways', version: VERSION, semanticVersion: VERSION, rules: descriptors } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that the check was started in.' } } },
        invocations: [{ executionSuccessful: true }],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A question fails nobody, and what is no failure has no level. An accepted finding has its rule's own. */
function levelOf({ severity, rule }: Reported): string {
  if (severity === 'question') return 'none';
  if (severity !== 'accepted') return levels[severity];
  return levels[allRules.find(({ name }) => name === rule)?.severity ?? 'warning'];
}

function locationOf(place: Place, io: Io): object {
  return {
    physicalLocation: {
      artifactLocation: artifactOf(place.file, io),
      region: {
        startLine: place.line + 1,
        startColumn: place.character + 1,
        endLine: place.endLine + 1,
        endColumn: place.endCharacter + 1,
      },
    },
  };
}

/** A file below the folder by its path from there, so that the log means the same on every machine. */
function artifactOf(uri: string, io: Io): object {
  if (!uri.startsWith('file:')) return { uri };
  const path = toPath(uri);
  const short = relative(io.cwd, path);
  if (short.startsWith('..') || short === path) return { uri: pathToFileURL(path).href };
  return { uri: short.split(sep).map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

function logicalOf({ pathway, element }: Reported): object {
  const names = [pathway, element].filter((name) => name !== undefined);
  if (names.length === 0) return {};
  return { logicalLocations: [{ name: names.at(-1), fullyQualifiedName: names.join('/') }] };
}

function relatedOf({ related }: Reported, io: Io): object {
  if (related === undefined || related.length === 0) return {};
  return {
    relatedLocations: related.map(({ message, place }) => ({ ...locationOf(place, io), message: { text: message } })),
  };
}

function suppressionsOf(finding: Reported): object {
  if (finding.severity !== 'accepted') return {};
  const justification = acceptanceInWords(finding);
  return { suppressions: [{ kind: 'inSource', status: 'accepted', justification }] };
}

interface Descriptor {
  readonly id: string;
}

const descriptors: readonly Descriptor[] = [
  ...allRules.map(({ name, title, family, severity, default: by }) => {
    const page = rulePages[name] ?? '';
    return {
      id: name,
      shortDescription: { text: title },
      fullDescription: { text: whyOf(page) },
      help: { text: page, markdown: page },
      defaultConfiguration: { enabled: by === 'on', level: levels[severity] },
      properties: { family },
    };
  }),
  ...[...besideRules].map(([id, { title, meaning, severity }]) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: meaning },
    defaultConfiguration: { level: severity === 'question' ? 'none' : 'error' },
  })),
];

const indices: ReadonlyMap<string, number> = new Map(descriptors.map(({ id }, index) => [id, index]));

/** The first paragraph of the page's section "Why". */
function whyOf(page: string): string {
  return /^## Why\n\n([^\n]+)/m.exec(page)?.[1] ?? '';
}
