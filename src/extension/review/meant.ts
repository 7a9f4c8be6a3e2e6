import { TabInputTextDiff, Uri, window } from 'vscode';
import { lastCommit, type Moment, now, type ReviewWish, revision, staged } from './wish.ts';

/** A file of the disk, from whatever a menu gives with a command: the address of an old text of it, a file of a list. */
export function fileMeant(given: unknown): Uri | undefined {
  if (given instanceof Uri) return onDisk(given);
  const { resourceUri, rootUri, resourceStates } = fieldsOf(given);
  if (resourceUri instanceof Uri) return onDisk(resourceUri);
  if (Array.isArray(resourceStates)) {
    const files = resourceStates.flatMap((state: unknown) => fileMeant(state) ?? []);
    return files.find(({ path }) => path.endsWith('.pathway')) ?? files[0];
  }
  return rootUri instanceof Uri ? rootUri : undefined;
}

/** The file that somebody works in. */
export function presentFile(): Uri | undefined {
  const { activeTextEditor, tabGroups } = window;
  const input = tabGroups.activeTabGroup.activeTab?.input;
  const uri = activeTextEditor?.document.uri ?? (input instanceof TabInputTextDiff ? input.modified : undefined);
  return uri && onDisk(uri);
}

/** From when to when: of an open comparison of two texts its own two times, else from the last commit until now. */
export function momentsMeant(file: Uri): Pick<ReviewWish, 'before' | 'after'> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const usual = { before: lastCommit, after: now };
  if (!(input instanceof TabInputTextDiff) || onDisk(input.modified)?.path !== file.path) return usual;
  const [before, after] = [momentOf(input.original), momentOf(input.modified)];
  return before && after && before.time !== 'now' ? { before, after } : usual;
}

function momentOf(uri: Uri): Moment | undefined {
  if (uri.scheme === 'file') return now;
  const ref = gitQuery(uri)['ref'];
  // Of a file that is staged, `~` is what is staged; of any other, the last commit, which is then the same.
  if (ref === '' || ref === '~') return staged;
  return typeof ref === 'string' ? revision(ref) : undefined;
}

/** Old texts have addresses that hold their file's. */
function onDisk(uri: Uri): Uri | undefined {
  if (uri.scheme === 'file') return uri;
  const path = gitQuery(uri)['path'];
  return typeof path === 'string' ? Uri.file(path) : undefined;
}

function gitQuery({ scheme, query }: Uri): Readonly<Record<string, unknown>> {
  if (scheme !== 'git') return {};
  try {
    return fieldsOf(JSON.parse(query));
  } catch {
    return {};
  }
}

function fieldsOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
}
