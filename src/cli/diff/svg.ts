import { travellingSvg } from '../../export/svg.ts';
import { machineFiles } from '../../server/node/machine.ts';
import { UsageError } from '../io.ts';
import { changedPathways, pagesOf } from './pictures.ts';
import type { Report } from './report.ts';
import { unchangedLine } from './words.ts';

/** The picture of both versions of the one pathway that has changed, with what has become of everything. */
export async function svgPictureOf(report: Report): Promise<string> {
  const all = report.projects.flatMap((compared) => changedPathways(compared).map((pair) => ({ compared, pair })));
  const [only] = all;
  if (only === undefined) {
    const why = report.projects.length === 0 ? unchangedLine(report) : 'What has changed is in no pathway.';
    throw new UsageError(`There is no picture to draw. ${why}`);
  }
  if (all.length > 1) {
    const list = all.map(({ pair }) => `  --pathway ${pair.name}  (${pair.label})`);
    throw new UsageError(`${all.length} pathways have changed. Say which one is to be drawn:\n${list.join('\n')}`);
  }
  const { difference } = await pagesOf(only.pair, only.compared, report);
  return travellingSvg(difference, 'light', undefined, machineFiles);
}
