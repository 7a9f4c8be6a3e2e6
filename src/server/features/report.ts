import * as protocol from '../../protocol/report.ts';
import type { Feature } from '../feature.ts';
import { listRegisters, listRows } from '../report/listed.ts';
import { reportPage } from '../report/page.ts';
import { projectMeant } from '../report/reported.ts';

/** What the registers in the side bar and the report beside the text show. */
export const report: Feature = {
  capabilities: {},
  register: (connection, texts) => {
    connection.onRequest(
      protocol.REGISTERS,
      async (params: protocol.RegistersParams): Promise<protocol.RegistersResult> => {
        const checked = projectMeant(texts, params);
        return checked ? listRegisters(checked) : null;
      },
    );
    connection.onRequest(
      protocol.REGISTER_ROWS,
      async ({ at, register }: protocol.RegisterRowsParams): Promise<protocol.RegisterRowsResult> => {
        const checked = projectMeant(texts, { at });
        return checked ? listRows(checked, register) : { rows: [], total: 0 };
      },
    );
    connection.onRequest(
      protocol.REPORT,
      async ({ page, ...meant }: protocol.ReportParams): Promise<protocol.ReportResult> => {
        const checked = projectMeant(texts, meant);
        return checked ? reportPage(checked, page) : null;
      },
    );
  },
};
