import { describe, expect, it } from 'vitest';
import { downloadRefusal, idleDownload } from '../../src/screens/download/update.ts';
import { restartRefusal } from '../../src/screens/restart/update.ts';
import { settingsRefusal } from '../../src/screens/settings/rows.ts';
import type { Model } from '../../src/screens/model.ts';
import { placeOf } from '../../src/screens/index.ts';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { running } from '../../src/screens/queries.ts';
import { update } from '../../src/console/update.ts';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { byHandTexts } from '../../src/screens/by-hand/by-hand.ja.ts';
import { downloadTexts } from '../../src/screens/download/download.ja.ts';
import { restartTexts } from '../../src/screens/restart/restart.ja.ts';
import { settingsTexts } from '../../src/settings/settings.ja.ts';
import { acts, at, foreign, journalOf, morning, onScreen, press, ready, row } from '../console/builders.ts';
import { cancelDone } from '../fakes/done.ts';
import { ok } from '../../src/domain/fault.ts';

type Entry = readonly [time: string, event: JournalEvent];
const started: Entry = ['20 08:09', { event: 'download-started', lock: 'theirs' }];
const requested: Entry = [
  '20 08:10',
  { event: 'restart-requested', bootedAt: null, attempt: 1, dueAt: '2026-01-20T08:11:00+09:00' },
];

/** A console on whose terminal the journal tells of this, while a console with the lock `theirs` is at work. */
function told(...entries: readonly Entry[]): Model {
  const model = ready({ journal: journalOf(...entries) });
  return update(model, { type: 'living-lock', token: 'theirs' })[0];
}

const idle = ready();
const downloading: Model = { ...idle, download: { ...idleDownload, phase: 'running', startedAt: morning } };
const countingDown = (dueAt: number | null = morning + MINUTE): Model => ({
  ...idle,
  restart: { ...idleRestart, phase: 'counting', dueAt },
});

describe('what runs', () => {
  it.each<readonly [string, Model, object | null]>([
    ['nothing', idle, null],
    ['our own download, before the journal is read', downloading, { what: 'download', since: morning }],
    ['a download that the journal tells of', told(started), { what: 'download', since: at('20 08:09') }],
    ['our own countdown', countingDown(), { what: 'restart', dueAt: morning + MINUTE }],
    ['one of unknown time', countingDown(null), { what: 'restart', dueAt: null }],
    ['a request that is not answered', told(requested), { what: 'restart', dueAt: morning + MINUTE }],
    [
      'our own request while the system is asked',
      { ...told(requested), restart: { ...idleRestart, phase: 'asking' } },
      { what: 'restart', dueAt: morning + MINUTE },
    ],
    ['a countdown over a download', { ...countingDown(), download: downloading.download }, { what: 'restart' }],
    ['a restart that is overdue', { ...idle, restart: { ...idleRestart, phase: 'overdue' } }, null],
  ])('%s', (_, model, expected) => {
    expect({ runs: running(model) }).toMatchObject({ runs: expected });
  });

  it('ends the moment the lock is nobody’s: whoever watched is gone', () => {
    const model = told(started);
    expect(model.decision).toMatchObject({ rule: '0', step: 'wait', progress: { what: 'download' } });
    const [gone] = update(model, { type: 'living-lock', token: null });
    expect(gone.decision).toMatchObject({ rule: '1', step: 'restart', progress: null });
    expect(row(onScreen(gone, 'restart'), 'open-tool').blocked).toBeNull();
  });
});

describe('what is blocked meanwhile', () => {
  it.each([
    ['our own', downloading],
    ['as the journal tells', told(started)],
  ])('by a download: %s', (_, model) => {
    expect(restartRefusal(model)).toBe(restartTexts.blockedByDownload);
    expect(downloadRefusal(model)).toBe(downloadTexts.blocked.running);
    expect(settingsRefusal(model)).toBe(settingsTexts.blocked.downloading);
    const shown = onScreen(model, 'by-hand');
    expect(row(shown, 'show-record').blocked).toBe(byHandTexts.blockedByDownload);
  });

  it.each([
    ['our own', countingDown()],
    ['as the journal tells', told(requested)],
  ])('by a countdown: %s', (_, model) => {
    expect(downloadRefusal(model)).toBe(downloadTexts.blocked.restarting);
    expect(settingsRefusal(model)).toBe(settingsTexts.blocked.restarting);
    expect(row(onScreen(model, 'by-hand'), 'show-record').blocked).toBeNull();
  });
});

describe('Esc', () => {
  it.each([
    ['our own', countingDown()],
    ['one that the journal tells of', told(requested)],
  ])('calls a countdown off where it is shown: %s', (_, model) => {
    const shown = onScreen(model, 'restart');
    expect(placeOf(shown)).toBe('countdown');
    const [after, effects] = press(shown, 'escape');
    expect(acts(effects)).toEqual([{ action: 'cancel-restart' }]);
    expect(after.screen).toBe('restart');
    const [done] = update(after, cancelDone(ok({ answer: 'accepted', exitCode: 0 })));
    expect(done.message).toBe(restartTexts.cancelled);
  });

  it.each(['status', 'download', 'history', 'help'] as const)('goes back from %s, where the bar stays', (screen) => {
    const [after, effects] = press(onScreen(countingDown(), screen), 'escape');
    expect(acts(effects)).toEqual([]);
    expect(after.screen).toBe('status');
    expect(running(after)).toMatchObject({ what: 'restart' });
  });

  it.each<readonly [string, Model]>([
    ['a console that only looks', { ...countingDown(), lock: foreign }],
    ['the system is still being asked', { ...idle, restart: { ...idleRestart, phase: 'asking' } }],
    ['nothing counts down', idle],
    ['it is overdue', { ...idle, restart: { ...idleRestart, phase: 'overdue' } }],
  ])('goes back from the restart where %s', (_, model) => {
    const [after, effects] = press(onScreen(model, 'restart'), 'escape');
    expect(acts(effects)).toEqual([]);
    expect(after.screen).toBe('status');
  });

  it('finds the seconds again that an earlier run left, whatever the delay is set to now', () => {
    const accepted: Entry = ['20 08:10', { event: 'restart-answered', answer: 'accepted', exitCode: 0 }];
    const late: Entry = [
      '20 08:10',
      { event: 'restart-requested', bootedAt: null, attempt: 1, dueAt: '2026-01-20T08:20:00+09:00' },
    ];
    const now = morning + 15 * SECOND;
    const back = ready({ now, journal: journalOf(late, accepted) });
    expect(back.restart).toMatchObject({ phase: 'counting', dueAt: at('20 08:20') });
  });
});
