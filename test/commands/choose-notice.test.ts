import { expect, it } from 'vitest';
import { chooseNotice } from '../../src/commands/choose-notice.ts';
import type { NoticeFile } from '../../src/commands/site-place.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { journalOf } from '../console/builders.ts';
import { january } from '../domain/notice/builders.ts';
import { fakeNow, fakePorts } from '../fakes/ports.ts';

const PATH = 'C:\\Program Files\\Part\\Version.info';
const part = { id: 'part', name: '診察券の部品', versionInfo: PATH, recordNames: [] };

/** Two notices by hand about parts of their own; the first is due first. */
const first: NoticeFile = {
  file: 'first.json',
  notice: {
    ...january,
    id: 'first',
    components: [{ ...part, versionInfo: null }],
    targets: [{ component: 'part', version: '2.0' }],
    delivery: null,
    by: 'hand',
    steps: ['入れ替える'],
    deadline: '2026-01-30',
    report: null,
  },
};
const second: NoticeFile = {
  file: 'second.json',
  notice: {
    ...first.notice,
    id: 'second',
    deadline: '2026-02-20',
    components: [{ ...part, id: 'other' }],
    targets: [{ component: 'other', version: '2.0' }],
  },
};

async function chosen(
  events: readonly (readonly [string, JournalEvent, string])[],
  files: readonly [NoticeFile, ...NoticeFile[]] = [first, second],
) {
  const ports = fakePorts({ terminal: { files: { [PATH]: { content: '1.9', modifiedAt: fakeNow } } } });
  const { entries } = journalOf(...events.map(([time, event]) => [time, event] as const));
  const own = entries.map((entry, at) => ({ ...entry, notice: events[at]?.[2] ?? null }));
  const {
    chosen: one,
    others,
    done,
  } = await chooseNotice(files, { ports, settings: defaultSettings(), problems: [], entries: own });
  return [one.notice.id, others.map(({ notice }) => notice.id), done.map(({ notice }) => notice.id)];
}

it('is the one that is due first', async () => {
  expect(await chosen([])).toEqual(['first', ['second'], []]);
  expect(await chosen([], [second, first])).toEqual(['first', ['second'], []]);
});

it('goes on for good once nothing was left to do: what proved it may have lapsed', async () => {
  expect(await chosen([['20 08:05', { event: 'notice-done' }, 'first']])).toEqual(['second', [], ['first']]);
  expect(await chosen([['20 08:05', { event: 'notice-done' }, 'second']])).toEqual(['first', ['second'], []]);
});

it('comes back to one that was done where its version is seen to be old', async () => {
  expect(await chosen([['20 08:05', { event: 'notice-done' }, 'second']], [second])).toEqual(['second', [], []]);
  // Its Version.info says 1.9.
  const [one] = await chosen([
    ['20 08:04', { event: 'notice-done' }, 'first'],
    ['20 08:05', { event: 'notice-done' }, 'second'],
  ]);
  expect(one).toBe('second');
});
