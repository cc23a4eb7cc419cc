import type { ActionRequest } from '../actions/catalogue.ts';
import type { History } from '../domain/history.ts';
import type { Opening } from './opening.ts';

/** What `update` asks the world for. The runtime does it and answers with messages. */
export type Effect =
  | { readonly type: 'take-survey'; readonly history: History }
  | { readonly type: 'act'; readonly request: ActionRequest }
  /** Stops waiting for the download; what was started goes on. */
  | { readonly type: 'stop-waiting' }
  | { readonly type: 'take-lock' }
  /** Reads again who holds the lock, and the journal where it has grown. */
  | { readonly type: 'look-on' }
  /** Closes this console and opens it anew: settings are read when it opens. */
  | { readonly type: 'reopen'; readonly opening: Opening }
  | { readonly type: 'leave' };
