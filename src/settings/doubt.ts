/**
 * Why a file of the site's does not count by itself: it is another user's, others may write it (or put another in its
 * place), it is a link, or whose it is cannot be told.
 */
export interface Doubt {
  readonly why: 'owner' | 'writable' | 'link' | 'unknown';
  /** The owner as the system calls him; null: not known. */
  readonly owner: string | null;
}
