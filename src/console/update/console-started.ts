import type { JournalEvent } from '../../journal/events.ts';
import type { About } from '../../support/about.ts';

/** That a console may act from here on: the record of remote maintenance says when there was one. */
export function consoleStarted({ consoleVersion }: Pick<About, 'consoleVersion'>): JournalEvent {
  return { event: 'console-started', version: consoleVersion };
}
