const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to',
  EPERM: 'you are not allowed to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the disk can only be read',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'it is a link that leads back to itself',
  ENOENT: 'it is not there, or a folder on the way to it is not',
  EBUSY: 'another program has it open',
  EPIPE: 'nobody reads it any more',
  EMFILE: 'too many files are open',
  EIO: 'the disk or the terminal does not answer',
};

/** Why the system refuses to read or write, in plain words. */
export function whyNot(error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  // How a name is shown that is not in UTF-8; by what is shown nobody can find the file.
  if (code === 'ENOENT' && path?.includes('\uFFFD')) return 'its name is not written in UTF-8. Rename it and try again';
  return reasons[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

/** What is to be said of something that the system refuses; nothing where another thing went wrong. */
export function refusedBySystem(error: unknown): string | undefined {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  return `${path === undefined ? 'Something' : path} cannot be read or written: ${whyNot(error)}.`;
}
