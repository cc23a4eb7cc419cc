/** The system's code of an error, `ENOENT`; an error without one gives its message. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) {
    return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  }
  return String(error);
}

/** What can be wrong with a file or its folder. */
export const fileTroubles = [
  'absent',
  'not-a-folder',
  'not-a-file',
  'denied',
  'read-only',
  'busy',
  'full',
  'no-answer',
  'other',
] as const;
export type FileTrouble = (typeof fileTroubles)[number];

const troubles: ReadonlyMap<string, FileTrouble> = new Map([
  ['ENOENT', 'absent'],
  ['ENOTDIR', 'not-a-folder'],
  // What mkdir says where a file stands in the folder's place.
  ['EEXIST', 'not-a-folder'],
  ['EISDIR', 'not-a-file'],
  ['EACCES', 'denied'],
  // Windows says EPERM for "access denied", and EBUSY for a file that another program holds.
  ['EPERM', 'denied'],
  ['EROFS', 'read-only'],
  ['EBUSY', 'busy'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['ETIMEDOUT', 'no-answer'],
]);

/** What an error code of the file system means. */
export function fileTroubleOf(code: string): FileTrouble {
  return troubles.get(code) ?? 'other';
}
