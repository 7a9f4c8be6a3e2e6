import type { ReportJob } from '../../protocol/report.ts';
import type { ReportCommand } from './options.ts';

/** What an editor wants written, as the command is told of it. */
export function commandFor({ form, output, project, commit }: ReportJob): ReportCommand {
  const common = { output, project, commit };
  switch (form) {
    case 'site':
      return { ...common, format: 'html', singleFile: false };
    case 'single-file':
      return { ...common, format: 'html', singleFile: true };
    default:
      return { ...common, format: form };
  }
}
