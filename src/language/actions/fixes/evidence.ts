import { labelOf } from '../../../model/project.ts';
import { type Action, type Family, inFile, QUICK_FIX } from '../action.ts';
import { CARET, toBeNamed } from '../change.ts';
import { blockOf, elementNamedAt } from '../elements.ts';
import { insertFacts } from '../insert.ts';
import { declareAtTop } from '../lines.ts';
import { sheetOf } from '../sheet.ts';

/** More sources than these are for completion to offer. */
const mostSources = 5;

/** Names a source that the project has for all that the block says, or declares the first one. */
export const evidence: Family = (request) =>
  request.findings.flatMap((finding): readonly Action[] => {
    const element = elementNamedAt(request.file, finding.place);
    if (finding.rule !== 'missing-evidence' || !element) return [];
    const sheet = sheetOf(request.file);
    const write = (name: string) => insertFacts(sheet, element.place, blockOf(element), [`evidence ${name}`]);
    const sources = [...request.checked.project.sources.values()].filter(({ name }) => name !== '');
    if (sources.length === 0) {
      const name = toBeNamed('report');
      return [
        {
          title: 'Declare a source, and name it here',
          kind: QUICK_FIX,
          changes: inFile(request.file.uri, [
            declareAtTop(sheet, 'source', `source ${name} "${CARET}"`),
            ...write(name),
          ]),
          findings: [finding],
        },
      ];
    }
    return sources.slice(0, mostSources).map((source) => ({
      title: `Write 'evidence ${source.name}'${source.label === undefined ? '' : ` (${labelOf(source)})`}`,
      kind: QUICK_FIX,
      changes: inFile(request.file.uri, write(source.name)),
      findings: [finding],
    }));
  });
