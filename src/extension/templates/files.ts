import { FileType, Uri, workspace } from 'vscode';

/** A file to be made. */
export interface NewFile {
  readonly uri: Uri;
  readonly text: string;
}

/** The text of a file in `language/templates`. */
export async function templateText(extension: Uri, name: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'language/templates', name)));
}

/** Writes files that are not there yet. Where one is, nothing is written; the answer is which. */
export async function writeNew(files: readonly NewFile[]): Promise<readonly Uri[]> {
  const there = await existing(files.map(({ uri }) => uri));
  if (there.length > 0) return there;
  for (const { uri, text } of files) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return [];
}

export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Whether git keeps a folder: it, or one around it, holds what git knows. */
export async function isInGit(folder: Uri): Promise<boolean> {
  for (let at = folder; ; at = Uri.joinPath(at, '..')) {
    if (await exists(Uri.joinPath(at, '.git'))) return true;
    if (Uri.joinPath(at, '..').path === at.path) return false;
  }
}

/** The folder that is meant by a folder or a file in it. */
export async function folderAt(uri: Uri): Promise<Uri> {
  const { type } = await workspace.fs.stat(uri);
  return type & FileType.Directory ? uri : Uri.joinPath(uri, '..');
}

/** The last part of an address, as people call a file. */
export function baseName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function existing(uris: readonly Uri[]): Promise<readonly Uri[]> {
  const found = await Promise.all(uris.map(exists));
  return uris.filter((_, index) => found[index]);
}
