// Builds everything that is shipped, into out/. With --package also the VSIX.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { ttfOf } from './src/export/ttf.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const args = new Set(process.argv.slice(2));

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** Node programs are ES modules; packages among their dependencies that are not still want `require`. */
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
};

const builds = [
  {
    ...node,
    entryPoints: {
      'cli/main': 'src/cli/main.ts',
      'server/export-worker': 'src/server/node/export-worker.ts',
      'server/layout-worker': 'src/server/node/layout-worker.ts',
      'server/main': 'src/server/node/main.ts',
      'server/report-worker': 'src/cli/report/worker.ts',
    },
    outdir: 'out',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  },
  {
    ...common,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: { 'extension/main': 'src/extension/main.ts' },
    outdir: 'out',
    outExtension: { '.js': '.cjs' },
  },
  {
    ...common,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: {
      'webview/preview': 'src/webview/preview.ts',
      'webview/report': 'src/webview/report.ts',
      'webview/review': 'src/webview/review.ts',
    },
    outdir: 'out',
    loader: { '.woff2': 'file' },
    assetNames: 'webview/[name]',
  },
];

async function build() {
  for (const folder of ['out/fonts', 'out/export']) mkdirSync(join(root, folder), { recursive: true });
  const fontFiles = join(root, 'node_modules/@fontsource/inter/files');
  for (const weight of [400, 600]) {
    const name = `inter-latin-${weight}-normal.woff2`;
    copyFileSync(join(fontFiles, name), join(root, 'out/fonts', name));
    for (const subset of ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic']) {
      const woff = readFileSync(join(fontFiles, `inter-${subset}-${weight}-normal.woff`));
      writeFileSync(join(root, 'out/fonts', `inter-${subset}-${weight}.ttf`), ttfOf(woff));
    }
  }
  copyFileSync(join(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm'), join(root, 'out/export/resvg.wasm'));
  const wanted = builds.filter(({ entryPoints }) =>
    Object.values(entryPoints).every((entry) => existsSync(join(root, entry))),
  );
  const results = await Promise.all(wanted.map((options) => esbuild.build(options)));
  const metafiles = results.map(({ metafile }) => metafile);
  sweep(results.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
  writeFileSync(join(root, 'out/THIRD-PARTY-NOTICES.txt'), notices(metafiles));
  return Object.assign({}, ...metafiles.map(({ outputs }) => outputs));
}

/** The chunks that the language server loads; those of the command line alone have no place in the extension. */
function serverChunks(outputs) {
  const needed = new Set(Object.keys(outputs).filter((path) => path.startsWith('out/server/')));
  for (const path of needed)
    for (const { path: chunk, external } of outputs[path].imports) if (!external) needed.add(chunk);
  return [...needed].filter((path) => path.startsWith('out/chunks/'));
}

/** Takes away the shared pieces of earlier builds, whose names change with what is in them. */
function sweep(outputs) {
  const made = new Set(outputs);
  for (const name of readdirSync(join(root, 'out/chunks'))) {
    if (!made.has(`out/chunks/${name}`)) rmSync(join(root, 'out/chunks', name));
  }
}

/** The licences of every package whose code ends up in the bundles, and of the font. */
function notices(metafiles) {
  const packages = new Set(['node_modules/@fontsource/inter']);
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (match) packages.add(match[1]);
    }
  }
  return [...packages].toSorted().map(notice).join('\n\n');
}

function notice(folder) {
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'LICENCE', 'license'].find((candidate) =>
    existsSync(join(root, folder, candidate)),
  );
  const text = file
    ? readFileSync(join(root, folder, file), 'utf8').trim()
    : `Its source: ${homepage ?? repository?.url ?? repository}`;
  return `${name} ${version} (${license})\n${'-'.repeat(60)}\n${text}`;
}

/**
 * Packs what `shipped.json` names and the chunks of the server, from a folder with nothing else: of each file in a folder
 * `vsce` asks anew whether it belongs, which takes half a minute in that of the project.
 */
function pack(outputs) {
  const folder = join(root, 'out/vsix');
  rmSync(folder, { recursive: true, force: true });
  const shipped = JSON.parse(readFileSync(join(root, 'shipped.json'), 'utf8'));
  for (const path of [...shipped, ...serverChunks(outputs)])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  // Else it warns that everything in the folder is shipped, which is what is wanted.
  writeFileSync(join(folder, '.vscodeignore'), '');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  execFileSync(process.execPath, [vsce, 'package', ...options, '--out', join(root, 'out/care-pathways.vsix')], {
    cwd: folder,
    stdio: 'inherit',
  });
  rmSync(folder, { recursive: true });
}

const outputs = await build();
if (args.has('--package')) pack(outputs);
