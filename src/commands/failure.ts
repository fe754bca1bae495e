/** Problems that a user can put right, each in one plain sentence. */

/** Ends a command with exit code 2 and this sentence; anything else thrown is a fault of the program's own. */
export class Failure extends Error {
  override name = 'Failure';
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'part of the path is a file, not a folder',
  EACCES: 'you do not have permission',
  EPERM: 'you do not have permission',
  EISDIR: 'it is a folder',
  EROFS: 'the disk cannot be written to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead round in a circle',
  EMFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  EIO: 'the disk reported an error',
  ERR_INVALID_ARG_VALUE: 'the name holds a character that no file name can hold',
};

/** Why the operating system refused, in words; undefined where the error is not its own. */
export function systemReason(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (typeof code !== 'string') return undefined;
  return REASONS[code] ?? (/^E[A-Z0-9]+$/.test(code) ? `the system says ${code}` : undefined);
}

/** What is said of a fault of the program's own: one sentence, no list of code lines. */
export function internalMessage(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  return `This is a fault in masa-check itself: please report it, with these words: ${what.slice(0, 300)}`;
}
