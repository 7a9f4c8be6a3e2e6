import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadProject } from '../../src/language/load.ts';
import { openQuestions } from '../../src/rules/questions.ts';

it('lists every unknown fact with whom to ask, by when and why', () => {
  const text = `organisation trust is nhs-provider
source report { published unknown }
agreement sharing is information-sharing { lawful-basis unknown because "Not written down" }
pathway example {
  stage intake {
    ages unknown
    cost unknown ask trust by 2026-10 because "Not public"
    provider trust
    provider unknown
  }
  transition go from intake to pathway other { send unknown }
  action next "Next step" { due unknown }
}
scenario less changes example { in stage intake set cost unknown }`;
  const { project } = loadProject([{ uri: 'file:///a.pathway', text }]);
  const rows = openQuestions(project).map(({ element, kind, pathway, fact, ask, by, because, place }) =>
    [place.line + 1, kind, element, pathway ?? '-', fact, ask?.name ?? '-', by?.text ?? '-', because ?? '-'].join(
      ' | ',
    ),
  );
  expect(rows).toEqual([
    '2 | source | report | - | published | - | - | -',
    '3 | agreement | sharing | - | lawful-basis | - | - | Not written down',
    '6 | stage | intake | example | ages | - | - | -',
    '7 | stage | intake | example | cost | trust | 2026-10 | Not public',
    '9 | stage | intake | example | provider | - | - | -',
    '11 | transition | go | example | send | - | - | -',
    '12 | action | next | example | due | - | - | -',
  ]);
});

it('leaves out no unknown of the samples', () => {
  const samples = new URL('../contract/samples/', import.meta.url);
  const names = ['registry.pathway', 'footprints/black-country.pathway', 'pathways/offender-pd.pathway'];
  const files = names.map((name) => ({ uri: `file:///${name}`, text: readFileSync(new URL(name, samples), 'utf8') }));
  const written = files.flatMap(({ uri, text }) =>
    text.split('\n').flatMap((line, number) => {
      const code = line.replace(/"[^"]*"|#.*$/g, '');
      return [...code.matchAll(/([a-z-]+) unknown\b/g)].map(([, fact]) => `${uri}:${number + 1} ${fact}`);
    }),
  );
  const found = openQuestions(loadProject(files).project).map(
    ({ place, fact }) => `${place.file}:${place.line + 1} ${fact}`,
  );
  expect(found.toSorted()).toEqual(written.toSorted());
  expect(found.length).toBeGreaterThan(25);
});
