import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../src/actions/catalogue.ts';
import { dangers } from '../../src/actions/dangers.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { historyOf } from '../../src/journal/history.ts';
import { powerCut } from '../journal/memory-store.ts';
import { failed } from '../../src/domain/fault.ts';
import { done } from '../fakes/done.ts';
import { bench, typesOf } from './bench.ts';

const seen: readonly JournalEvent[] = [
  { event: 'restart-confirmed', bootedAt: '2026-01-20T08:02:00+09:00', kind: 'full' },
  { event: 'version-seen', component: 'face-library', source: 'version-info', version: '5.0.3' },
  { event: 'support-called' },
];

describe('a record', () => {
  it('is written in order, each event flushed before it is told', async () => {
    const { run, log, events } = await bench();
    await run({ action: 'record', events: seen });
    expect(events()).toEqual(seen);
    const one = (name: string): readonly string[] => [`written ${name}`, 'sealed', 'said journal'];
    expect(log).toEqual([...seen.flatMap(({ event }) => one(event)), 'said record done']);
  });

  it('tells the journal as it now is', async () => {
    const { run, reading } = await bench();
    const [message] = await run({ action: 'record', events: seen.slice(0, 1) });
    expect(message).toMatchObject({ type: 'journal', reading: reading() });
  });

  it('stops at the first event that cannot be written', async () => {
    const { run, store, events } = await bench();
    store.refuse('append');
    expect(await run({ action: 'record', events: seen })).toEqual([
      { type: 'journal-failed', fault: powerCut },
      done({ action: 'record', events: seen }, failed(powerCut)),
    ]);
    expect(store.calls.filter((call) => call === 'append')).toHaveLength(1);
    expect(events()).toEqual([]);
  });

  it('counts as written where only the head is behind', async () => {
    const { run, store, events } = await bench();
    store.refuse('replaceHead');
    const [message] = await run({ action: 'record', events: seen.slice(0, 1) });
    expect(message).toMatchObject({ type: 'journal', reading: { headFault: powerCut } });
    expect(events()).toEqual(seen.slice(0, 1));
  });
});

describe('a press by hand', () => {
  const pressed = { action: 'note-press-by-hand' } as const;

  it('is a press from the moment that the operator says so', async () => {
    const { run, log, events, reading } = await bench();
    expect(typesOf(await run(pressed))).toEqual(['journal', 'note-press-by-hand done']);
    expect(events()).toEqual([{ event: 'download-started', byHand: true }]);
    expect(log.some((line) => line.startsWith('tool.'))).toBe(false);
    expect(historyOf(reading().entries, '2026-01-face-library').presses).toMatchObject([
      { outcome: null, byHand: true },
    ]);
  });

  it.each(['restart-required', 'already-latest', 'error', 'unknown-dialog'] as const)(
    'ends with the answer that the operator saw: %s',
    async (outcome) => {
      const { run, events, reading } = await bench();
      await run(pressed);
      const messages = await run({ action: 'note-tool-answer', outcome });
      expect(events().at(-1)).toEqual({
        event: 'download-finished',
        outcome,
        pressed: true,
        message: null,
        byHand: true,
      });
      expect(messages.at(-2)).toEqual({
        type: 'tool',
        event: { type: 'finished', outcome, pressed: true, message: null },
      });
      const { presses } = historyOf(reading().entries, '2026-01-face-library');
      expect(presses).toMatchObject([{ outcome, byHand: true }]);
    },
  );

  it('has no answer as long as that cannot be written', async () => {
    const { run, store } = await bench();
    store.refuse('append');
    expect(typesOf(await run({ action: 'note-tool-answer', outcome: 'error' }))).toEqual([
      'journal-failed',
      'note-tool-answer done',
    ]);
  });
});

describe('the catalogue', () => {
  /** One request of each kind, and what it does to the terminal. */
  const requests: readonly (readonly [ActionRequest, string | null])[] = [
    [{ action: 'press-download' }, 'tool.press 600000'],
    [{ action: 'request-restart', bootedAt: null, attempt: 1, replace: false }, 'power.restart 60'],
    [{ action: 'cancel-restart' }, 'power.cancelRestart'],
    [{ action: 'note-press-by-hand' }, null],
    [{ action: 'note-tool-answer', outcome: 'error' }, null],
    [{ action: 'open-tool' }, 'tool.open'],
    [{ action: 'show-record' }, 'tool.showRecord'],
    [{ action: 'open-document', path: 'C:\\a.pdf' }, null],
    [{ action: 'save-setting', change: { key: 'clinicId', value: 'A-1' } }, null],
    [{ action: 'agree-file', sha256: 'a'.repeat(64) }, null],
    [{ action: 'look-at-record', path: 'C:\\a.csv' }, null],
    [{ action: 'copy', label: '電話番号', text: '0312345678' }, null],
    [{ action: 'write-file', purpose: 'report', name: 'exports/a.txt', bytes: Uint8Array.of(65) }, null],
    [
      {
        action: 'write-file',
        purpose: 'bundle',
        name: 'exports/a.zip',
        zipped: [{ name: 'a', bytes: Uint8Array.of(65) }],
      },
      null,
    ],
    [{ action: 'record', events: seen }, null],
  ];

  it('has one row here for every action', () => {
    expect(new Set(requests.map(([{ action }]) => action))).toEqual(new Set(Object.keys(dangers)));
  });

  it.each(requests)('$action touches what its danger says', async (request, touched) => {
    const { run, log } = await bench();
    await run(request);
    const done = log.filter((line) => /^(tool|power)\./.test(line));
    expect(done).toEqual(touched === null ? [] : [touched]);
    const harmless = ['open-document', 'copy', 'look-at-record'].includes(request.action);
    const danger = harmless ? 'nothing' : 'journal';
    expect(dangers[request.action]).toBe(touched === null ? danger : 'terminal');
  });
});
