import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TemporaryFolder } from '../../support/command.ts';
import { county, projectFolder } from './county.ts';

/** What reviews changes where people propose them, tried as far as it can be without GitHub and GitLab. */

const root = resolve(import.meta.dirname, '../../..');
const repository = county();
afterAll(() => repository[Symbol.dispose]());

interface Step {
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

const action = parse(readFileSync(join(root, 'review/action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

/** Runs the script of the review as a runner does. */
function review(cwd: string, given: Readonly<Record<string, string>>) {
  using folder = new TemporaryFolder();
  const [summary, output] = [folder.write('summary.md', ''), folder.write('output', '')];
  const { status, stdout, stderr } = spawnSync('bash', [join(root, 'review/review.sh')], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: folder.path,
      ACTION: join(root, 'review'),
      ...{ BEFORE: '', AFTER: '', PATHS: '.', FAIL_ON: '', AS_OF: '2026-06-30', RUNNER_TEMP: folder.path },
      ...{ GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output },
      ...given,
    },
  });
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  ) as Readonly<Record<string, string>>;
  const html = outputs['html'] === undefined ? '' : readFileSync(outputs['html'], 'utf8');
  return { code: status, out: stdout, err: stderr, summary: readFileSync(summary, 'utf8'), outputs, html };
}

const commit = (name: string): string => repository.git('rev-parse', name).trim();

describe('review/action.yml', () => {
  it('runs nothing of what it is given, and gives its scripts what they take', () => {
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
    const used = JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name}`);
    const given = action.runs.steps.flatMap(({ env = {} }) => Object.keys(env));
    const taken = ['review.sh', 'comment.mjs'].map((name) => readFileSync(join(root, 'review', name), 'utf8')).join();
    for (const name of given) expect(name === 'ACTION' || taken.includes(name)).toBe(true);
    const nasty = '"; touch pwned; $(touch pwned) `touch pwned`';
    review(repository.path, { BEFORE: nasty, AFTER: nasty, PATHS: nasty, FAIL_ON: nasty, AS_OF: nasty });
    expect(() => readFileSync(join(repository.path, 'pwned'))).toThrow();
  });

  it('reviews what a pull request changes: into the summary, and as a page', () => {
    const { code, summary, html, out } = review(repository.path, {
      BASE_SHA: commit('main'),
      HEAD_SHA: commit('feature'),
    });
    expect(code).toBe(0);
    expect(summary).toMatch(/^### What has changed in the care pathways\n/);
    for (const said of [summary, html, out]) {
      expect(said).toContain('Partnership Board');
      expect(said).not.toContain('Follow-up');
    }
  });

  it('reviews what was pushed, and given versions of given folders', () => {
    const pushed = review(repository.path, { PUSHED_FROM: commit('deleted~1') });
    expect(pushed.summary).toContain('Support pathway');
    const fresh = review(repository.path, { PUSHED_FROM: '0'.repeat(40) });
    expect(fresh.summary).toContain('Support pathway');
    const given = review(repository.path, { BEFORE: 'start', AFTER: 'cost', PATHS: `${projectFolder}\n` });
    expect(given.summary).toContain('£140,000');
  });

  it('fails for what it is asked to fail for, after everything is written', () => {
    const given = { BEFORE: 'start', AFTER: 'cost' };
    expect(review(repository.path, { ...given, FAIL_ON: 'weaker\n' }).code).toBe(0);
    const { code, summary, html } = review(repository.path, { ...given, FAIL_ON: 'weaker\nchanged\n' });
    expect(code).toBe(1);
    for (const written of [summary, html]) expect(written).toContain('£140,000');
    expect(review(repository.path, { BEFORE: 'nowhere' })).toMatchObject({ code: 2, outputs: {} });
  });

  it('fetches what a service has not checked out', () => {
    using elsewhere = new TemporaryFolder();
    const copy = join(elsewhere.path, 'copy');
    spawnSync('git', ['clone', '--quiet', '--depth', '1', '--branch', 'feature', `file://${repository.path}`, copy]);
    const { code, summary } = review(copy, { BASE_SHA: commit('main'), HEAD_SHA: commit('feature') });
    expect(code).toBe(0);
    expect(summary).toContain('Partnership Board');
  });
});

interface Comment {
  readonly id: number;
  body: string;
}

/** The part of a service that keeps comments, which forbids to change those of others. */
async function fakeService(comments: Comment[], allowed = true) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    asked.push(`${request.method} ${url.pathname}`);
    const answer = (status: number, content: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    };
    const key = request.headers['authorization'] ?? request.headers['private-token'];
    if (key !== 'Bearer secret' && key !== 'secret') return answer(401, {});
    if (request.method === 'GET') {
      const page = Number(url.searchParams.get('page'));
      return answer(200, comments.slice((page - 1) * 100, page * 100));
    }
    if (!allowed) return answer(403, {});
    const { body } = JSON.parse(await textOf(request));
    if (request.method === 'POST') comments.push({ id: comments.length + 1, body });
    else comments.find(({ id }) => url.pathname.endsWith(`/${id}`))!.body = body;
    answer(200, {});
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, asked, [Symbol.dispose]: () => server.close() };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

describe('review/comment.mjs', () => {
  const script = join(root, 'review/comment.mjs');

  async function comment(review: string, env: Readonly<Record<string, string>>): Promise<string> {
    using folder = new TemporaryFolder();
    const file = folder.write('review.md', review);
    return await new Promise<string>((done, fail) => {
      const all = { PATH: process.env['PATH'], MARKDOWN: file, TOKEN: 'secret', ...env };
      execFile(process.execPath, [script], { env: all }, (error, out) => (error ? fail(error) : done(out)));
    });
  }

  const onGitHub = (address: string) => ({
    GITHUB_API_URL: address,
    GITHUB_REPOSITORY: 'our/maps',
    PULL_REQUEST: '7',
    PAGE: 'https://example.invalid/page',
  });

  it('writes one comment, and brings it up to date among many others', async () => {
    const comments: Comment[] = Array.from({ length: 130 }, (_, index) => ({ id: index + 1, body: 'Well done.' }));
    using service = await fakeService(comments);
    expect(await comment('### One\n', onGitHub(service.address))).toBe('The comment was written.\n');
    expect(comments).toHaveLength(131);
    expect(comments[130]!.body).toMatch(/^<!-- care-pathways-review -->\n### One\n\n\[The pictures.*example\.invalid/);
    expect(await comment('### Two\n', onGitHub(service.address))).toBe('The comment was brought up to date.\n');
    expect(await comment('### Two\n', onGitHub(service.address))).toBe('The comment is up to date.\n');
    expect(comments).toHaveLength(131);
    expect(comments[130]!.body).toContain('### Two');
    expect(service.asked.at(-3)).toBe('PATCH /repos/our/maps/issues/comments/131');
  });

  it('says nothing where nothing has changed, unless something was said before', async () => {
    const comments: Comment[] = [];
    using service = await fakeService(comments);
    const same = '### What has changed\n\n**No change in meaning: the texts are the same.**\n';
    await comment(same, onGitHub(service.address));
    expect(comments).toEqual([]);
    await comment('### One\n', onGitHub(service.address));
    await comment(same, onGitHub(service.address));
    expect(comments.map(({ body }) => body.includes('No change in meaning'))).toEqual([true]);
  });

  it('fails nothing where it may not write, or where nobody answers', async () => {
    using service = await fakeService([], false);
    const said = await comment('### One\n', onGitHub(service.address));
    expect(said).toBe(
      '::notice::The comment was not written: the token may not do that (403). The review stands in the job itself.\n',
    );
    expect(await comment('### One\n', { ...onGitHub(service.address), TOKEN: 'wrong' })).toContain('(401)');
    expect(await comment('### One\n', onGitHub('http://127.0.0.1:1'))).toContain('The comment was not written');
  });

  it('keeps a note on a merge request of GitLab', async () => {
    const comments: Comment[] = [];
    using service = await fakeService(comments);
    const env = { GITLAB_CI: 'true', CI_API_V4_URL: service.address, CI_PROJECT_ID: '3', CI_MERGE_REQUEST_IID: '9' };
    await comment('### One\n', env);
    await comment('### Two\n', env);
    expect(comments.map(({ body }) => body)).toEqual(['<!-- care-pathways-review -->\n### Two\n']);
    expect(service.asked).toContain('PUT /projects/3/merge_requests/9/notes/1');
  });
});
