import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** A theme, and what VS Code says about it on the body. */
interface Colours {
  readonly theme: string;
  readonly classes: string;
}

export const light: Colours = { theme: 'light', classes: 'vscode-light' };

/** Every theme, that in which pages are opened first. */
export const themes: readonly Colours[] = [
  light,
  { theme: 'dark', classes: 'vscode-dark' },
  { theme: 'high-contrast-light', classes: 'vscode-high-contrast vscode-high-contrast-light' },
  { theme: 'high-contrast-dark', classes: 'vscode-high-contrast' },
];

/** Shows the page in other colours, as VS Code does when somebody chooses them. */
export async function chooseTheme(page: Page, { theme, classes }: Colours): Promise<void> {
  await page.evaluate((given) => {
    document.body.className = given;
  }, classes);
  await page.locator(`html[data-theme="${theme}"]`).waitFor();
}

/** What WCAG 2.2 AA asks and what is good practice, as far as a program can tell; of some rules only, where they are given. */
export async function complaintsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`);
  // Things that are just appearing have not their colours yet.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });
  const options = rules ? { runOnly: { type: 'rule', values: rules } } : {};
  const results = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)} ${failureSummary}`),
  );
}
