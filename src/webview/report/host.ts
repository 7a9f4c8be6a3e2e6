import type { ReportMemory, ToReportHost, ToReportPage } from '../../protocol/report.ts';
import { vsCodeApi } from '../host/vscode-api.ts';

/** Whoever shows the page of a report. */
export interface ReportHost {
  post(message: ToReportHost): void;
  listen(take: (message: ToReportPage) => void): void;
  recall(): ReportMemory;
  remember(memory: ReportMemory): void;
}

/** The extension. */
export function reportHost(): ReportHost {
  const api = vsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    listen: (take) => window.addEventListener('message', ({ data }) => take(data)),
    recall: () => (api.getState() as ReportMemory | undefined) ?? {},
    remember: (memory) => api.setState(memory),
  };
}
