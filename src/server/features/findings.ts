import * as protocol from '../../protocol/findings.ts';
import type { Feature } from '../feature.ts';
import { listFindings } from '../findings/groups.ts';
import { healthOf, healthOfAll } from '../findings/health.ts';

/** What the list of findings and the status bar show. */
export const findings: Feature = {
  capabilities: {},
  register: (connection, texts) => {
    connection.onRequest(
      protocol.FINDINGS,
      (params: protocol.FindingsParams): protocol.FindingsResult =>
        listFindings(texts.projects(), params, texts.today()),
    );
    connection.onRequest(protocol.HEALTH, ({ uri }: protocol.HealthParams): protocol.HealthResult => {
      const at = uri === undefined ? undefined : texts.at(uri);
      return { file: at ? healthOf(at.checked, at.file.uri) : null, all: healthOfAll(texts.projects()) };
    });
  },
};
