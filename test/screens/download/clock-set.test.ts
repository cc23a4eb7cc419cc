import { expect, it } from 'vitest';
import { update, type Message } from '../../../src/console/update.ts';
import { SECOND } from '../../../src/domain/time.ts';
import type { JournalReading } from '../../../src/journal/reading.ts';
import type { Model } from '../../../src/screens/model.ts';
import { idleDownload } from '../../../src/screens/download/update.ts';
import { foreign, journalOf, morning, onScreen, ready } from '../../console/builders.ts';
import { textOf } from '../builders.ts';

const UP = 480;
const hour = 3_600;

/** The journal once the download was begun, in the morning. */
function begun(uptimeSeconds: number | null): JournalReading {
  const journal = journalOf(['20 08:10', { event: 'download-started', lock: 'ours' }]);
  const boot = uptimeSeconds === null ? null : { uptimeSeconds, record: null };
  return { ...journal, entries: journal.entries.map((entry) => ({ ...entry, boot })) };
}

/** So many seconds after the press, by a clock that was set by so many since. */
function clock(passed: number, set = 0, uptimeSeconds: number | null = UP + passed): Message {
  return { type: 'clock', now: morning + (passed + set) * SECOND, uptimeSeconds };
}

const says: Message = { type: 'tool', event: { type: 'says', text: '40%' } };

function after(model: Model, ...messages: readonly Message[]): Model {
  return messages.reduce((before, message) => update(before, message)[0], model);
}

/** A console that has just pressed, and the screen that it shows then. */
function pressed(uptimeSeconds: number | null = UP): Model {
  const idle = onScreen({ ...ready(), livingLock: 'ours' }, 'download');
  const running: Model = {
    ...idle,
    download: { ...idleDownload, phase: 'running', startedAt: morning, step: 'pressed' },
  };
  return after(running, clock(0, 0, uptimeSeconds), { type: 'journal', reading: begun(uptimeSeconds) });
}

const minuteLater = [
  'ダウンロード 1 分 3 秒経過',
  'ツールの最後の言葉から 13 秒',
  'このまま 9 分 47 秒何も言わなければ',
];

it.each([
  ['is not set', 0],
  ['is put forward by a quarter of an hour', hour / 4],
  ['is put forward by a day', 24 * hour],
  ['is put back by an hour', -hour],
])('a download counts its seconds where the clock %s', (_, set) => {
  const text = textOf(after(pressed(), clock(50), says, clock(51, set), clock(63, set)));
  for (const words of minuteLater) expect(text).toContain(words);
});

it('counts them where the tool speaks right after the clock was set, and a key was pressed between', () => {
  const set: Message = { type: 'pressed', press: { id: 'down' }, chunk: 1, now: morning + (50 + hour) * SECOND };
  const text = textOf(after(pressed(), clock(50), set, says, clock(51, hour), clock(63, hour)));
  for (const words of minuteLater) expect(text).toContain(words);
});

it('counts from the press while the tool has said nothing, and on the last word only what followed it', () => {
  const silent = textOf(after(pressed(), clock(63, hour)));
  expect(silent).toContain('ダウンロード中です(1 分 3 秒経過)。');
  expect(silent).toContain('このまま 8 分 57 秒何も言わなければ');
  const spoken = textOf(after(pressed(), clock(62, hour), says, clock(63, hour)));
  expect(spoken).toContain('ツールの最後の言葉から 1 秒');
});

it('goes by the clock alone where the uptime cannot be read', () => {
  const text = textOf(after(pressed(null), clock(50, 0, null), says, clock(63, 0, null)));
  for (const words of minuteLater) expect(text).toContain(words);
});

it('tells a second console by the mark of the line, whenever that one was opened', () => {
  const looking = ready({ lock: foreign, journal: begun(UP) });
  const seen = after(looking, clock(60, hour), { type: 'living-lock', token: 'ours' }, clock(63, hour));
  expect(textOf(seen)).toContain('[進行中] ダウンロード 1 分 3 秒経過  別の画面で操作中');
});
