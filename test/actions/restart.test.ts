import { describe, expect, it } from 'vitest';
import { restartProof } from '../../src/screens/restart/proof.ts';
import { SECOND, toIso } from '../../src/domain/time.ts';
import { situations } from '../../src/guide/situations.ts';
import { historyOf } from '../../src/journal/history.ts';
import type { JournalEntry } from '../../src/journal/events.ts';
import { commandFaults } from '../../src/ports/command-faults.ts';
import { restartComment } from '../../src/actions/actions.ja.ts';
import { createFakeCommands, type ExpectedCall, type RunAnswer } from '../fakes/commands.ts';
import { fakeFault, fakeNow, fakeUptime } from '../fakes/ports.ts';
import { powerCut } from '../journal/memory-store.ts';
import { bench, DELAY, typesOf } from './bench.ts';
import { cancelDone, done } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';

const bootedAt = Date.parse('2026-01-19T07:58:00+09:00');
const request = { action: 'request-restart', bootedAt, attempt: 2, replace: false } as const;
const replace = { ...request, replace: true } as const;
const requested = {
  event: 'restart-requested',
  bootedAt: '2026-01-19T07:58:00+09:00',
  attempt: 2,
  dueAt: toIso(fakeNow + DELAY * SECOND, 540),
};
const cancel = { action: 'cancel-restart' } as const;
const unanswered = situations['restart:unanswered'];

function proofOf(entries: readonly JournalEntry[], bootedAt: number) {
  return restartProof(entries, { history: historyOf(entries, ''), bootedAt });
}

const asks: ExpectedCall['args'] = ['/r', '/t', String(DELAY), '/d', 'p:4:2', '/c', restartComment];

/** shutdown.exe, answering to a request and to a cancellation; each comes once, or never. */
function shutdown(answers: { readonly restart?: RunAnswer; readonly cancel?: RunAnswer }) {
  const calls: ExpectedCall[] = [];
  if (answers.restart) calls.push({ program: 'shutdown', args: asks, times: 1, run: answers.restart });
  if (answers.cancel) calls.push({ program: 'shutdown', args: ['/a'], times: 1, run: answers.cancel });
  return createFakeCommands(calls);
}

describe('the request to restart', () => {
  it('is on the disk before the system is asked, and the answer before anybody hears of it', async () => {
    const { run, log } = await bench();
    await run(request);
    expect(log).toEqual([
      'written restart-requested',
      'sealed',
      'said journal',
      'power.restart 60',
      'written restart-answered',
      'sealed',
      'said journal',
      'said request-restart done',
    ]);
  });

  it('keeps the boot time that the next start compares with its own', async () => {
    const { run, events, reading } = await bench();
    await run(request);
    expect(events()[0]).toEqual(requested);
    const { entries } = reading();
    expect(proofOf(entries, bootedAt)).toEqual({ type: 'not-yet', requestedAt: fakeNow, accepted: true });
    expect(proofOf(entries, fakeNow + 90_000)).toEqual({ type: 'proven', bootedAt: fakeNow + 90_000 });
  });

  it('goes on where the boot time is not known', async () => {
    const { run, events } = await bench();
    await run({ ...request, bootedAt: null });
    expect(events()[0]).toEqual({ ...requested, bootedAt: null });
  });

  it.each([
    [0, 'accepted'],
    [5, 'denied'],
    [87, 'bad-parameter'],
    [1115, 'already-going-down'],
    [1116, 'nothing-to-cancel'],
    [1190, 'already-scheduled'],
    [1191, 'others-signed-in'],
    [1271, 'locked'],
    [1300, 'denied'],
    [1314, 'denied'],
    [42, 'other'],
  ] as const)('exit code %i is written as %s', async (exitCode, answer) => {
    const commands = shutdown({ restart: { exitCode } });
    const { run, events } = await bench({ commands });
    const messages = await run(request);
    commands.verify();
    expect(events()).toEqual([requested, { event: 'restart-answered', exitCode, answer }]);
    expect(messages.at(-1)).toEqual(
      done(
        request,
        ok({
          answer,
          exitCode,
          dueAt: fakeNow + DELAY * 1_000,
          uptimes: { from: fakeUptime, to: fakeUptime + DELAY },
          comesBack: true,
        }),
      ),
    );
  });

  it.each([
    ['is not there', commandFaults.absent('shutdown', 'shutdown.exe'), 'absent', null],
    ['must not be started', commandFaults.denied('shutdown'), 'denied', null],
    ['does not answer', commandFaults.timedOut('shutdown', 10_000), 'timed-out', unanswered],
    ['crashes', commandFaults.crashed('shutdown', 'SIGKILL'), 'crashed', unanswered],
  ] as const)('a shutdown.exe that %s is written too', async (_, fault, answer, guideId) => {
    const { run, events, reading } = await bench({ commands: shutdown({ restart: { fault } }) });
    const messages = await run(request);
    expect(messages.at(-1)).toEqual(done(request, failed({ ...fault, guideId })));
    expect(events()).toEqual([requested, { event: 'restart-answered', exitCode: null, answer }]);
    expect(proofOf(reading().entries, bootedAt)).toEqual({ type: 'none' });
  });

  it('ends when the console is left, and writes that nobody waited for the answer', async () => {
    const leaving = new AbortController();
    const { run, events, until } = await bench({ commands: shutdown({ restart: 'hang' }) });
    const running = run(request, leaving.signal);
    await until('power.restart 60');
    leaving.abort();
    expect((await running).at(-1)).toMatchObject({
      action: 'request-restart',
      outcome: { fault: { code: 'cancelled' } },
    });
    expect(events().at(-1)).toEqual({ event: 'restart-answered', exitCode: null, answer: 'cancelled' });
  });

  it.each([request, replace])('asks the system nothing when the journal cannot be written', async (asked) => {
    const { run, store, log } = await bench();
    store.refuse('append');
    expect(await run(asked)).toEqual([{ type: 'journal-failed', fault: powerCut }, done(asked, failed(powerCut))]);
    expect(log.filter((line) => line.startsWith('power.'))).toEqual([]);
  });

  it('replaces a scheduled restart by cancelling it and asking once more', async () => {
    const { run, log, events } = await bench({
      commands: shutdown({ cancel: { exitCode: 0 }, restart: { exitCode: 0 } }),
    });
    await run(replace);
    expect(log.slice(0, 5)).toEqual([
      'written restart-requested',
      'sealed',
      'said journal',
      'power.cancelRestart',
      'power.restart 60',
    ]);
    expect(events()).toEqual([requested, { event: 'restart-answered', exitCode: 0, answer: 'accepted' }]);
  });

  it.each([
    ['there was nothing to cancel any more', 1116, 0, 'accepted'],
    ['it could not be cancelled', 5, 1190, 'already-scheduled'],
  ] as const)('asks once more even where %s', async (_, cancelled, exitCode, answer) => {
    const commands = shutdown({ cancel: { exitCode: cancelled }, restart: { exitCode } });
    const { run, events } = await bench({ commands });
    await run(replace);
    commands.verify();
    expect(events().at(-1)).toEqual({ event: 'restart-answered', exitCode, answer });
  });

  it('asks for no second restart where nobody knows whether the first one was cancelled, and writes that', async () => {
    const fault = commandFaults.timedOut('shutdown', 10_000);
    const { run, log, events } = await bench({ commands: shutdown({ cancel: { fault } }) });
    const messages = await run(replace);
    expect(messages.at(-1)).toEqual(done(replace, failed({ ...fault, guideId: unanswered })));
    expect(log).not.toContain('power.restart 60');
    expect(events()).toEqual([requested, { event: 'restart-answered', exitCode: null, answer: 'timed-out' }]);
  });
});

describe('the way out of the countdown', () => {
  it.each([
    [0, 'accepted', true],
    [1116, 'nothing-to-cancel', true],
    [5, 'denied', false],
    [1115, 'already-going-down', false],
  ] as const)('exit code %i: %s', async (exitCode, answer, written) => {
    const { run, events } = await bench({ commands: shutdown({ cancel: { exitCode } }) });
    const messages = await run(cancel);
    expect(events()).toEqual(written ? [{ event: 'restart-cancelled' }] : []);
    expect(messages.at(-1)).toEqual(cancelDone(ok({ answer, exitCode })));
  });

  it('is on the disk before anybody hears of it', async () => {
    const { run, log } = await bench();
    await run(cancel);
    expect(log).toEqual([
      'power.cancelRestart',
      'written restart-cancelled',
      'sealed',
      'said journal',
      'said cancel-restart done',
    ]);
  });

  it('stays open where the journal cannot be written: a restart that is unwanted must not happen for that', async () => {
    const { run, store, log } = await bench();
    store.refuse('append');
    expect(typesOf(await run(cancel))).toEqual(['journal-failed', 'cancel-restart done']);
    expect(log).toContain('power.cancelRestart');
  });

  it('says why where it failed', async () => {
    const fault = fakeFault('denied');
    const { run, events } = await bench({ troubles: { 'power.cancelRestart': fault } });
    expect(await run(cancel)).toEqual([cancelDone(failed(fault))]);
    expect(events()).toEqual([]);
  });
});
