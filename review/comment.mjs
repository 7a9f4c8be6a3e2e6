#!/usr/bin/env node
// Keeps one comment with the review on a pull request of GitHub or a merge request of GitLab: writes it, and brings it
// up to date with every push. Where the token may not write, as for other people's copies, it says so and fails nothing.
import { readFileSync } from 'node:fs';

/** What our comment is found by. Nobody sees it. */
const MARKER = '<!-- care-pathways-review -->';

/** How many comments a service lists at once. */
const MOST = 100;

const { MARKDOWN: file = '', PAGE: page = '', TOKEN: token = '' } = process.env;
const service = process.env.GITLAB_CI ? gitlab(process.env) : github(process.env);
const review = readFileSync(file, 'utf8');
const link =
  page === '' ? '' : `\n[The pictures, and the lines behind each sentence](${page}), as a page to download.\n`;
const body = `${MARKER}\n${review}${link}`;

try {
  console.log(await keepComment());
} catch (error) {
  console.log(`${service.notice}The comment was not written: ${error.message} The review stands in the job itself.`);
}

async function keepComment() {
  const known = await ownComment();
  if (known?.body === body) return 'The comment is up to date.';
  // Somebody else may have copied ours: theirs cannot be changed.
  if (known && (await ask(service.change, `${service.own}/${known.id}`, { body })).ok)
    return 'The comment was brought up to date.';
  if (!known && review.includes('No change in meaning: the texts are the same.'))
    return 'Nothing has changed, so there is nothing to comment on.';
  const answer = await ask('POST', service.all, { body });
  if (!answer.ok) throw refusal(answer);
  return 'The comment was written.';
}

async function ownComment() {
  for (let number = 1; ; number++) {
    const answer = await ask('GET', `${service.all}?per_page=${MOST}&page=${number}`);
    if (!answer.ok) throw refusal(answer);
    const comments = await answer.json();
    const found = comments.find((comment) => comment.body?.startsWith(MARKER));
    if (found || comments.length < MOST) return found;
  }
}

function refusal({ status }) {
  const missing = status === 401 || status === 403 || status === 404;
  return new Error(missing ? `the token may not do that (${status}).` : `the service answered ${status}.`);
}

function ask(method, address, content) {
  return fetch(address, {
    method,
    headers: { ...service.headers, 'content-type': 'application/json', 'user-agent': 'care-pathways' },
    ...(content && { body: JSON.stringify(content) }),
    signal: AbortSignal.timeout(30_000),
  });
}

function github({ GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, PULL_REQUEST: number }) {
  return {
    all: `${api}/repos/${repository}/issues/${number}/comments`,
    own: `${api}/repos/${repository}/issues/comments`,
    change: 'PATCH',
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}` },
    notice: '::notice::',
  };
}

function gitlab({ CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: number }) {
  const notes = `${api}/projects/${project}/merge_requests/${number}/notes`;
  return { all: notes, own: notes, change: 'PUT', headers: { 'private-token': token }, notice: '' };
}
