import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadProject } from '../src/language/load.ts';
import { labelOf } from '../src/model/project.ts';
import { runRules } from '../src/rules/engine.ts';
import { mergeFindings } from '../src/rules/merge.ts';
import { type Colours, type Shown, shownOf } from './figures.ts';
import { galleryPage } from './page.ts';

/** Draws every example in every view, into docs/gallery.html. What depends on today is drawn as of a day that stays. */
const asOf = '2026-06-30';
const root = resolve(import.meta.dirname, '..');
const colours: Colours = new Map();
const all: Shown[] = [];
for (const name of readdirSync(join(root, 'examples')).toSorted()) {
  const folder = join(root, 'examples', name);
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.pathway'))
    .toSorted()
    .map((file) => ({ uri: `file:///${name}/${file}`, text: readFileSync(join(folder, file), 'utf8') }));
  if (texts.length === 0) continue;
  const { project } = loadProject(texts);
  const findings = mergeFindings(runRules(project, { asOf }));
  const label = project.declaration ? labelOf(project.declaration) : name;
  all.push(...(await shownOf(project, findings, label, colours)));
}
const font = (weight: number) =>
  readFileSync(join(root, `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`), 'base64');
const page = galleryPage(all, colours, { 400: font(400), 600: font(600) });
writeFileSync(join(root, 'docs/gallery.html'), page);
const pictures = all.reduce((sum, { figures }) => sum + figures.length, 0);
console.log(`${pictures} pictures: docs/gallery.html, ${(page.length / 1_000_000).toFixed(1)} MB`);
