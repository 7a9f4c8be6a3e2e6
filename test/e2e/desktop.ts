import { resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuite } from './editor/suite.ts';
import { copySmallProject } from './project.ts';

/**
 * The suite of the extension host in a desktop VS Code, which is downloaded: for contributors with an internet
 * connection. Run it by `npm run test:desktop`, after `npm run build`.
 */
const suite = await bundleSuite('index.ts');
const project = copySmallProject();
try {
  await runTests({
    extensionDevelopmentPath: resolve(import.meta.dirname, '../..'),
    extensionTestsPath: suite.tests,
    launchArgs: [project.folder, '--disable-extensions', '--disable-workspace-trust'],
  });
} finally {
  project.remove();
  suite.remove();
}
