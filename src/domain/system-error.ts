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
  /** Neither a file nor a folder: a pipe, a device. */
  'special',
  /** A link where only a file or folder of our own may be. */
  'link',
  /** A link that leads nowhere: something is there, and it cannot be read. */
  'dangling',
  /** In a folder through which patients' data go. */
  'patients',
  /** More than such a file ever holds. */
  'too-large',
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
  // What opening a pipe or a socket says that nobody is behind.
  ['ENXIO', 'special'],
  // A link to itself, or one where none is followed.
  ['ELOOP', 'dangling'],
  ['OQS_REFUSED_SPECIAL', 'special'],
  ['OQS_REFUSED_LINK', 'link'],
  ['OQS_REFUSED_DANGLING', 'dangling'],
  ['OQS_REFUSED_PATIENTS', 'patients'],
  ['OQS_REFUSED_TOO-LARGE', 'too-large'],
  ['EACCES', 'denied'],
  // Windows says EPERM for "access denied", and EBUSY for a file that another program holds.
  ['EPERM', 'denied'],
  ['EROFS', 'read-only'],
  ['EBUSY', 'busy'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['ETIMEDOUT', 'no-answer'],
]);

/** The codes of our own refusals, beside the system's. */
export type Refusal = 'special' | 'link' | 'dangling' | 'patients' | 'too-large';

/** An error as the file system would give it, for a file that we do not touch. */
export function refusal(trouble: Refusal, path: string): Error {
  const code = `OQS_REFUSED_${trouble.toUpperCase()}`;
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}

/** What an error code of the file system means. */
export function fileTroubleOf(code: string): FileTrouble {
  return troubles.get(code) ?? 'other';
}
