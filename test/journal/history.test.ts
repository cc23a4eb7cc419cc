import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/journal/history.ts';
import type { JournalEntry } from '../../src/journal/events.ts';
import { emptyHistory } from '../../src/domain/history.ts';

const notice = 'this';

function at(minute: number): number {
  return Date.parse('2026-01-20T08:00:00+09:00') + minute * 60_000;
}

function iso(minute: number): string {
  return new Date(at(minute)).toISOString();
}

function entry(minute: number, event: JournalEntry['event'], of: string | null = notice): JournalEntry {
  return { line: 1, seq: 1, at: at(minute), boot: null, time: iso(minute), notice: of, event };
}

const started = { event: 'download-started' } as const;
const finished = { event: 'download-finished', outcome: 'restart-required', pressed: true } as const;

const boot = (minute: number, kind: string): JournalEntry =>
  entry(60, { event: 'restart-confirmed', bootedAt: iso(minute), kind });

const tick = (step: number, done = true): JournalEntry =>
  entry(4, { event: 'hand-step-ticked', step, text: `step ${String(step)}`, done });

const learned = (path: string) => ({ event: 'record-path-learned', path }) as const;

const typed = (version: string) => ({ event: 'operator-version', component: 'face-library', version }) as const;

describe('historyOf', () => {
  it('is empty for an empty journal', () => {
    expect(historyOf([], notice)).toEqual(emptyHistory);
  });

  it.each([
    ['a start and its finish', [entry(1, started), entry(3, finished)], [[1, 'restart-required']]],
    ['a finish alone, at its own time', [entry(3, finished)], [[3, 'restart-required']]],
    ['a start alone', [entry(1, started)], [[1, null]]],
    [
      'two starts, one finish',
      [entry(1, started), entry(2, started), entry(3, finished)],
      [
        [1, null],
        [2, 'restart-required'],
      ],
    ],
    [
      'two finishes',
      [entry(1, started), entry(2, finished), entry(3, finished)],
      [
        [1, 'restart-required'],
        [3, 'restart-required'],
      ],
    ],
    [
      'a finish behind other events',
      [entry(1, started), entry(2, { event: 'support-called' }), entry(3, finished)],
      [[1, 'restart-required']],
    ],
    [
      'presses against the clock, in the order of the journal',
      [entry(9, started), entry(10, finished), entry(2, started)],
      [
        [9, 'restart-required'],
        [2, null],
      ],
    ],
  ])('pairs %s', (_, entries, presses) => {
    expect(historyOf(entries, notice).presses.map((press) => [press.at, press.outcome])).toEqual(
      presses.map(([minute, outcome]) => [at(Number(minute)), outcome]),
    );
  });

  it.each([
    ['window-missing', false, 0],
    ['button-missing', false, 0],
    ['window-missing', true, 1],
    ['button-missing', true, 1],
    ['crash', false, 1],
    ['error', false, 1],
  ] as const)('counts a press that ended with %s, pressed %s', (outcome, pressed, count) => {
    const entries = [entry(1, started), entry(2, { event: 'download-finished', outcome, pressed })];
    expect(historyOf(entries, notice).presses).toHaveLength(count);
  });

  it('does not give a later finish to a start that ended without a press', () => {
    const missing = { event: 'download-finished', outcome: 'window-missing', pressed: false } as const;
    const entries = [entry(1, started), entry(2, missing), entry(5, { ...finished, byHand: true })];
    expect(historyOf(entries, notice).presses).toEqual([
      { kind: 'press', at: at(5), place: 2, outcome: 'restart-required', byHand: true },
    ]);
  });

  it('knows a press by hand from either entry', () => {
    const byHand = historyOf([entry(1, { ...started, byHand: true }), entry(2, finished)], notice);
    expect(byHand.presses).toEqual([{ kind: 'press', at: at(1), place: 0, outcome: 'restart-required', byHand: true }]);
  });

  it('takes the steps of the notice, done by hand, for a press of their own', () => {
    const entries = [entry(1, { event: 'hand-steps-done' }), entry(2, { event: 'hand-steps-done' }, 'other')];
    expect(historyOf(entries, notice).presses).toEqual([
      { kind: 'hand-steps', at: at(1), place: 0, outcome: null, byHand: true },
    ]);
  });

  it.each([
    ['whose end nobody saw', [], ['press', 'hand-steps']],
    ['that ended after them', [entry(3, finished)], ['press', 'hand-steps']],
    ['that a later one follows', [entry(3, started), entry(4, finished)], ['press', 'hand-steps', 'press']],
  ])('keeps them behind a press before them %s', (_, later, kinds) => {
    const entries = [entry(1, started), entry(2, { event: 'hand-steps-done' }), ...later];
    expect(historyOf(entries, notice).presses.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each<readonly [string, readonly JournalEntry[], readonly number[]]>([
    ['none', [], []],
    ['each that is ticked', [tick(0), tick(2)], [0, 2]],
    ['one that is ticked twice, once', [tick(1), tick(1)], [1]],
    ['not one that was ticked and is not any more', [tick(0), tick(1), tick(0, false)], [1]],
    ['none after all of them were put on record', [tick(0), tick(1), entry(5, { event: 'hand-steps-done' })], []],
    ['those that are ticked anew after that', [tick(0), entry(5, { event: 'hand-steps-done' }), tick(1)], [1]],
    ['none of another notice', [{ ...tick(0), notice: 'other' }], []],
    ['none that only another notice has done', [tick(0), entry(5, { event: 'hand-steps-done' }, 'other')], [0]],
  ])('has of the steps that are ticked %s', (_, entries, ticked) => {
    expect(historyOf(entries, notice).stepsTicked).toEqual(
      ticked.map((step) => ({ step, text: `step ${String(step)}` })),
    );
  });

  it('knows a report under a notice that has no number', () => {
    const entries = [entry(1, { event: 'report-sent', identificationNumber: null, elsewhere: true })];
    expect(historyOf(entries, notice).reportsSent).toEqual([
      { at: at(1), identificationNumber: null, elsewhere: true },
    ]);
  });

  it('is read once for the same entries', () => {
    const entries = [entry(1, started)];
    const known = historyOf(entries, notice);
    expect(historyOf(entries, notice, known)).toBe(known);
    expect(historyOf([...entries, entry(2, finished)], notice, known).presses).toHaveLength(1);
    expect(historyOf([...entries, entry(2, finished)], notice, known)).not.toBe(known);
  });

  it('takes only full boots, in the order of the journal', () => {
    const entries = [boot(30, 'full'), boot(10, 'unknown'), boot(20, 'fast-startup'), boot(25, 'hibernate')];
    expect(historyOf(entries, notice).fullBoots).toEqual([at(30), at(10)]);
  });

  it('keeps the newest count of the terminals, and where each report was sent from', () => {
    const entries = [
      entry(1, { event: 'terminals-counted', count: 3, allDone: false }),
      entry(2, { event: 'terminals-counted', count: 2, allDone: true }),
      entry(3, { event: 'report-sent', identificationNumber: '150', elsewhere: true }),
      entry(4, { event: 'report-sent', identificationNumber: '150', elsewhere: false }),
    ];
    expect(historyOf(entries, notice)).toMatchObject({
      terminals: { at: at(2), count: 2, allDone: true, done: null, spare: 0 },
      reportsSent: [
        { at: at(3), identificationNumber: '150', elsewhere: true },
        { at: at(4), identificationNumber: '150' },
      ],
    });
  });

  it('reads every other event that rules ask for', () => {
    const entries = [
      entry(1, { event: 'restart-requested', bootedAt: iso(-60), attempt: 1 }),
      entry(2, { event: 'restart-requested', bootedAt: null, attempt: 2 }),
      entry(3, { event: 'version-seen', component: 'face-library', source: 'version-info', version: '5.0.3' }),
      entry(4, { event: 'operator-version', component: 'face-library', version: '5.1.0' }),
      entry(5, { event: 'report-sent', identificationNumber: '150' }),
      entry(6, { event: 'support-called' }),
      entry(7, { event: 'left-on', night: '2026-01-20' }),
    ];
    expect(historyOf(entries, notice)).toEqual({
      ...emptyHistory,
      trail: entries,
      restartRequests: [
        { at: at(1), place: 0, bootedAt: at(-60), attempt: 1 },
        { at: at(2), place: 1, bootedAt: null, attempt: 2 },
      ],
      versionsSeen: [{ at: at(3), place: 2, component: 'face-library', source: 'version-info', version: '5.0.3' }],
      operatorVersions: [{ at: at(4), place: 3, component: 'face-library', version: '5.1.0' }],
      reportsSent: [{ at: at(5), identificationNumber: '150' }],
      supportCalls: [{ at: at(6), place: 5 }],
      nightsLeftOn: [{ at: at(7), night: '2026-01-20' }],
      lastEntryAt: at(7),
      begun: { download: null, restart: { at: at(2), dueAt: null } },
    });
  });

  it.each([
    ['called off', [{ event: 'restart-cancelled' }], true],
    ['refused: denied', [{ event: 'restart-answered', exitCode: 5, answer: 'denied' }], true],
    ['refused: locked', [{ event: 'restart-answered', exitCode: 1271, answer: 'locked' }], true],
    ['refused: a code that nobody knows', [{ event: 'restart-answered', exitCode: 99, answer: 'other' }], true],
    ['accepted', [{ event: 'restart-answered', exitCode: 0, answer: 'accepted' }], false],
    [
      'accepted, then called off',
      [{ event: 'restart-answered', exitCode: 0, answer: 'accepted' }, { event: 'restart-cancelled' }],
      true,
    ],
    ['not answered', [{ event: 'restart-answered', exitCode: null, answer: 'timed-out' }], false],
    ['behind another one', [{ event: 'restart-answered', exitCode: 1190, answer: 'already-scheduled' }], false],
    ['without any word of the system', [], false],
  ] as const)('knows what became of a request to restart: %s', (_, after, isOff) => {
    const asked = { event: 'restart-requested', bootedAt: null, attempt: 1 } as const;
    const entries = [asked, ...after].map((event, index) => entry(index, event));
    const request = { at: at(0), place: 0, bootedAt: null, attempt: 1 };
    expect(historyOf(entries, notice).restartRequests).toEqual([isOff ? { ...request, isOff } : request]);
  });

  it('takes all that stand for called off, whichever was meant', () => {
    const asked = { event: 'restart-requested', bootedAt: null, attempt: 1 } as const;
    const scheduled = { event: 'restart-answered', exitCode: 1190, answer: 'already-scheduled' } as const;
    const events = [asked, asked, scheduled, { event: 'restart-cancelled' }, asked] as const;
    const { restartRequests } = historyOf(
      events.map((event, index) => entry(index, event)),
      notice,
    );
    expect(restartRequests.map(({ isOff = false }) => isOff)).toEqual([true, true, false]);
  });

  it('leaves out another notice, and counts entries without one', () => {
    const called = { event: 'support-called' } as const;
    const history = historyOf([entry(1, called), entry(2, called, 'other'), entry(3, called, null)], notice);
    expect(history.supportCalls.map((call) => call.at)).toEqual([at(1), at(3)]);
  });

  it('learns the record path from any notice, the last one written', () => {
    const entries = [entry(5, learned('a')), entry(1, learned('b'), 'other')];
    expect(historyOf(entries, notice).recordPath).toBe('b');
  });

  it('never takes up a path into the exchange folders, whoever wrote it', () => {
    const entries = [entry(1, learned('C:\\record.csv')), entry(2, learned('c:/oqs/./RES/patient.xml'))];
    expect(historyOf(entries, notice).recordPath).toBe('C:\\record.csv');
    expect(historyOf(entries.slice(1), notice).recordPath).toBeNull();
  });

  it('keeps what was typed in the order of the journal when the clock was set back', () => {
    const entries = [entry(90, typed('5.1.0')), entry(1, typed('5.0.3'))];
    expect(historyOf(entries, notice).operatorVersions.map(({ version }) => version)).toEqual(['5.1.0', '5.0.3']);
  });

  it('keeps when every line was written and in which boot, of any notice and any event', () => {
    const mark = { uptimeSeconds: 480, record: 812 };
    const entries = [
      { ...entry(1, { event: 'support-called' }, 'other'), boot: mark },
      entry(2, { event: 'other', name: 'x' }),
      { ...entry(3, { event: 'clock-moved', bySeconds: 7200 }, null), boot: mark, clockMoved: true as const },
    ];
    expect(historyOf(entries, notice).trail).toMatchObject([
      { at: at(1), boot: mark },
      { at: at(2), boot: null },
      { at: at(3), boot: mark, clockMoved: true },
    ]);
  });

  it('gives the time of the last line, whatever it is', () => {
    const entries = [entry(9, { event: 'support-called' }), entry(4, { event: 'other', name: 'x' }, 'other')];
    expect(historyOf(entries, notice).lastEntryAt).toBe(at(4));
  });
});
