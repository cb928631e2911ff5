/** The output folder cannot be written, or is not ours to write. Nothing in it was changed. */
export class OutputError extends Error {
  override name = 'OutputError';
}

/** What the file system says, in words. */
export function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'no permission to write there';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'the disk quota is used up';
    case 'ENOTDIR':
      return 'a part of the path is a file';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
