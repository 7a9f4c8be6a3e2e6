import { sharedServices } from '../src/language/file-store.ts';
import { loadProject } from '../src/language/load.ts';
import { parse } from '../src/language/parser.ts';
import type { Project } from '../src/model/project.ts';
import { runRules } from '../src/rules/engine.ts';
import { allRules } from '../src/rules/registry.ts';
import { measure, print } from './measure.ts';
import { ruleTexts } from './texts.ts';

/** What all rules cost, as a part of parsing the same text; each time on a project that no rule has seen before. */
export async function benchRules(): Promise<void> {
  const [lines, files] = [100_000, 100];
  const texts = ruleTexts(lines, files);
  const { project, findings } = loadProject(texts);
  const wrong = findings[0];
  if (wrong) throw new Error(`The text is not as it should be: ${wrong.place.file}, ${wrong.message}`);
  const found = runRules(project, { asOf: TODAY }).length;
  let fresh: Project;
  const results = await measure(
    [
      { name: 'parsing alone', run: () => texts.map(({ text }) => parse(sharedServices(), text).tree) },
      {
        name: `all ${allRules.length} rules`,
        prepare: () => {
          fresh = loadProject(texts).project;
        },
        run: () => runRules(fresh, { asOf: TODAY }),
      },
    ],
    12,
  );
  print(`All rules on a project of ${lines} lines in ${files} files: ${found} findings`, results, 'parsing alone');
}

const TODAY = '2016-06-30';
