import type { BootMark } from '../../../src/domain/boots.ts';
import { describe, expect, it } from 'vitest';
import type { RuleId, UnderWay } from '../../../src/domain/facts.ts';
import { decide } from '../../../src/domain/procedure/decide.ts';
import { exitCodes } from '../../../src/formats/answer.ts';
import type { Moment } from '../../../src/domain/boots.ts';
import type { Terminals } from '../../../src/domain/history.ts';
import type { RuleFacts } from '../../../src/domain/procedure/situation.ts';
import { january } from '../notice/builders.ts';
import {
  at,
  disagree,
  facts,
  failing,
  history,
  ok,
  outdated,
  press,
  request,
  seen,
  sent,
  timedOut,
  unknown,
  witness,
} from './builders.ts';

interface Expected {
  readonly rule: RuleId;
  readonly verdict: string;
  readonly step: string;
  readonly exit: number;
  readonly check: string | null;
  readonly night: string | null;
  readonly alternative: string | null;
  readonly prepared: boolean;
  readonly progress: UnderWay | null;
  readonly terminals?: { readonly done: number; readonly count: number };
}

const none = { check: null, night: null, alternative: null, prepared: false, progress: null };
const restartAfterPress: Expected = { rule: '1', verdict: 'action-needed', step: 'restart', exit: 1, ...none };
const wait = (progress: UnderWay): Expected => ({
  rule: '0',
  verdict: 'action-needed',
  step: 'wait',
  exit: 1,
  ...none,
  progress,
});
const counted = (changes: Partial<Terminals>): Terminals => ({
  at: at('20 08:05'),
  count: 1,
  allDone: false,
  done: null,
  spare: 0,
  ...changes,
});
const allDone: Expected = { rule: '2', verdict: 'current', step: 'all-done', exit: 0, ...none };
const sendReport: Expected = { rule: '3', verdict: 'current', step: 'send-report', exit: 0, ...none };
const restartToSettle: Expected = { rule: '4', verdict: 'action-needed', step: 'restart', exit: 1, ...none };
const byHand: Expected = { rule: '5', verdict: 'unknown', step: 'check-by-hand', exit: 3, ...none };
const readAgain: Expected = { rule: '5a', verdict: 'unknown', step: 'read-again', exit: 3, ...none };
const callSupport: Expected = { rule: '6', verdict: 'failed', step: 'call-support', exit: 2, ...none };
const restartAfterNight: Expected = { rule: '7', verdict: 'action-needed', step: 'restart', exit: 1, ...none };
const fix = (check: string): Expected => ({
  rule: '8',
  verdict: 'action-needed',
  step: 'fix-first',
  exit: 1,
  ...none,
  check,
});
const download: Expected = { rule: '9', verdict: 'action-needed', step: 'download-now', exit: 1, ...none };
const downloadOrNight: Expected = { ...download, alternative: 'leave-on-overnight' };
const leaveOn = (night: string): Expected => ({
  rule: '10',
  verdict: 'action-needed',
  step: 'leave-on-overnight',
  exit: 1,
  ...none,
  night,
});

type Row = readonly [description: string, facts: RuleFacts, expected: Expected];

function check(rows: readonly Row[]): void {
  it.each(rows)('%s', (_description, given, expected) => {
    const { reason, ...decision } = decide(given);
    expect({ ...decision, exit: exitCodes[decision.verdict] }).toEqual(expected);
    expect(reason).not.toContain('不明');
  });
}

/** Two presses, each followed by its full boot. */
const twoCycles = history({
  presses: [press('20 08:20'), press('20 12:40')],
  fullBoots: [at('20 08:25'), at('20 12:45')],
});

describe('rule 0: something runs', () => {
  const up = (uptimeSeconds: number): BootMark => ({ uptimeSeconds, record: null });
  const pressed = { presses: [press('20 08:05', null)] };
  const watched = { download: { at: at('20 08:05'), lock: 'theirs' }, restart: null };
  const downloading = history({ ...pressed, begun: watched });
  const forDownload = wait({ what: 'download', since: at('20 08:05'), dueAt: null });
  check([
    ['a download whose console is at work', facts({ history: downloading, livingLock: 'theirs' }), forDownload],
    [
      'by the uptime where the clock was set since',
      facts({
        history: history({ ...pressed, begun: { download: { ...watched.download, boot: up(600) }, restart: null } }),
        livingLock: 'theirs',
        now: at('20 12:07'),
        present: { at: at('20 12:07'), boot: up(720) },
      }),
      wait({ what: 'download', since: at('20 12:05'), dueAt: null }),
    ],
    ['whatever the versions say', facts({ history: downloading, livingLock: 'theirs', target: ok() }), forDownload],
    ['also where no boot is known', facts({ history: downloading, livingLock: 'theirs', bootedAt: null }), forDownload],
    ['not once that console is gone', facts({ history: downloading, livingLock: null }), restartAfterPress],
    [
      'not where another console has taken over',
      facts({ history: downloading, livingLock: 'ours' }),
      restartAfterPress,
    ],
    [
      'not for a press without a lock, by hand or of an earlier version',
      facts({
        history: history({ ...pressed, begun: { download: { at: at('20 08:05'), lock: null }, restart: null } }),
        livingLock: 'theirs',
      }),
      restartAfterPress,
    ],
    ['not where none was begun', facts({ livingLock: 'theirs' }), download],
  ]);

  const restart = { at: at('20 08:10'), dueAt: at('20 08:11') };
  const counting = history({ presses: [press('20 08:05')], begun: { download: null, restart } });
  const forRestart = wait({ what: 'restart', since: restart.at, dueAt: restart.dueAt });
  check([
    [
      'a restart, from the second in which it was asked for',
      facts({ now: at('20 08:10:00'), history: counting }),
      forRestart,
    ],
    ['until its last second', facts({ now: at('20 08:10:59'), history: counting }), forRestart],
    ['not once it is due', facts({ now: at('20 08:11:00'), history: counting }), restartAfterPress],
    [
      'a little longer on a screen that waits for it',
      facts({ now: at('20 08:11:29'), history: counting, restartGraceMs: 30_000 }),
      forRestart,
    ],
    [
      'but not for long',
      facts({ now: at('20 08:11:30'), history: counting, restartGraceMs: 30_000 }),
      restartAfterPress,
    ],
    ['not by a clock that was set back', facts({ now: at('20 08:09:59'), history: counting }), restartAfterPress],
    [
      'not where nobody wrote when it is due',
      facts({ history: history({ ...counting, begun: { download: null, restart: { ...restart, dueAt: null } } }) }),
      restartAfterPress,
    ],
    [
      'before a download that it would end',
      facts({ history: history({ ...pressed, begun: { ...watched, restart } }), livingLock: 'theirs' }),
      forRestart,
    ],
  ]);
});

describe('rule 1: pressed and not restarted since', () => {
  const pressed = history({ presses: [press('20 08:05')] });
  check([
    ['a press after the boot waits for its restart', facts({ history: pressed }), restartAfterPress],
    ['also while it is already up to date', facts({ history: pressed, target: ok() }), restartAfterPress],
    [
      'also when the report was already sent',
      facts({
        target: ok(),
        history: history({ presses: [press('20 08:05')], reportsSent: [sent('20 08:06', '150')] }),
      }),
      restartAfterPress,
    ],
    ['also while the version is unknown', facts({ history: pressed, target: unknown() }), restartAfterPress],
    [
      'also while the versions disagree',
      facts({ history: pressed, target: disagree('20 05:01', '20 05:01') }),
      restartAfterPress,
    ],
    [
      'also after an error, a hang, a crash, an unknown dialog',
      facts({ history: history({ presses: [press('20 08:05', 'error')] }) }),
      restartAfterPress,
    ],
    [
      'also where the record breaks off before the outcome',
      facts({ history: history({ presses: [press('20 08:05', null)] }) }),
      restartAfterPress,
    ],
    ['also where a check fails', facts({ history: pressed, checks: failing('network') }), restartAfterPress],
    ['also where no boot is known at all', facts({ history: pressed, bootedAt: null }), restartAfterPress],
    [
      'already-latest on a terminal that is up to date needs no restart',
      facts({ target: ok(), history: history({ presses: [press('20 08:05', 'already-latest')] }) }),
      sendReport,
    ],
    [
      'already-latest on an old terminal does',
      facts({ history: history({ presses: [press('20 08:05', 'already-latest')] }) }),
      restartAfterPress,
    ],
    [
      'already-latest where the version has changed since: the tool did find something newer',
      facts({
        target: {
          ...ok(),
          witnesses: [witness('delivery-record', '5.1.0'), witness('version-info', '5.1.0', '20 08:06')],
        },
        history: history({ presses: [press('20 08:05', 'already-latest')] }),
      }),
      restartAfterPress,
    ],
    [
      'already-latest where only the record was written anew',
      facts({
        target: {
          ...ok(),
          witnesses: [witness('delivery-record', '5.1.0', '20 08:06'), witness('version-info', '5.1.0')],
        },
        history: history({ presses: [press('20 08:05', 'already-latest')] }),
      }),
      sendReport,
    ],
    [
      'only the last press has to be the already-latest one',
      facts({
        target: ok(),
        history: history({ presses: [press('20 08:04', 'error'), press('20 08:05', 'already-latest')] }),
      }),
      sendReport,
    ],
    [
      'an earlier already-latest does not excuse the last press',
      facts({
        target: ok(),
        history: history({ presses: [press('20 08:04', 'already-latest'), press('20 08:05', 'error')] }),
      }),
      restartAfterPress,
    ],
    [
      'a boot one second before the press is none since',
      facts({ history: pressed, bootedAt: at('20 08:04:59') }),
      restartAfterPress,
    ],
    ['a boot in the second of the press is one', facts({ history: pressed, bootedAt: at('20 08:05') }), download],
    [
      'a journaled boot counts where the present one is not known',
      facts({ bootedAt: null, history: history({ presses: [press('20 08:05')], fullBoots: [at('20 08:07')] }) }),
      download,
    ],
    [
      'the last press is the last in the record, whatever its time: the clock was set back',
      facts({ bootedAt: at('20 08:06'), history: history({ presses: [press('20 08:07'), press('20 08:05')] }) }),
      download,
    ],
  ]);
});

describe('rules 2 and 3: up to date, reported or not', () => {
  check([
    [
      'reported with this number',
      facts({ target: ok(), history: history({ reportsSent: [sent('20 08:09', '150')] }) }),
      allDone,
    ],
    [
      'one of several reports has this number',
      facts({ target: ok(), history: history({ reportsSent: [sent('20 08:08', '150'), sent('20 08:09', '151')] }) }),
      allDone,
    ],
    [
      'a newer version is as good',
      facts({ target: ok('5.10.0'), history: history({ reportsSent: [sent('20 08:09', '150')] }) }),
      allDone,
    ],
    [
      'reported with another number is not reported',
      facts({ target: ok(), history: history({ reportsSent: [sent('20 08:09', '149')] }) }),
      sendReport,
    ],
    ['not reported', facts({ target: ok() }), sendReport],
    [
      'not all of the clinic are done: this one is',
      facts({ target: ok(), history: history({ terminals: counted({ count: 3 }) }) }),
      { ...sendReport, terminals: { done: 1, count: 3 } },
    ],
    [
      'as many as were said are done',
      facts({ target: ok(), history: history({ terminals: counted({ count: 3, done: 2 }) }) }),
      { ...sendReport, terminals: { done: 2, count: 3 } },
    ],
    [
      'a single one needs no other',
      facts({ target: ok(), history: history({ terminals: counted({ count: 1 }) }) }),
      sendReport,
    ],
    [
      'a spare one may follow',
      facts({ target: ok(), history: history({ terminals: counted({ count: 2, allDone: true, spare: 1 }) }) }),
      sendReport,
    ],
    [
      'an old one counts nobody',
      facts({ history: history({ terminals: counted({ count: 3 }), nightsLeftOn: [] }) }),
      download,
    ],
    [
      'a failing check changes nothing once it is up to date',
      facts({ target: ok(), checks: failing('network', 'clock') }),
      sendReport,
    ],
    ['nor does a night without a restart', facts({ target: ok(), bootedAt: at('19 08:00') }), sendReport],
    [
      'nor do two cycles',
      facts({ target: ok(), now: at('20 13:00'), bootedAt: at('20 12:45'), history: twoCycles }),
      sendReport,
    ],
    ['nor does the hour: before the first night', facts({ target: ok(), now: at('18 10:00') }), sendReport],
    [
      'a report does not make an old version current',
      facts({ history: history({ reportsSent: [sent('20 08:09', '150')] }) }),
      download,
    ],
  ]);
});

describe('rule 4: the witnesses disagree, and a restart may settle it', () => {
  const changed = disagree('20 08:04', '18 05:00');
  const bothSeen = [seen('20 08:05', 'delivery-record', '5.1.0'), seen('20 08:06', 'version-info', '5.0.3')];
  const askedAt = (time: string) => history({ versionsSeen: bothSeen, restartRequests: [request(time)] });
  check([
    ['changed since the boot', facts({ target: changed }), restartToSettle],
    ['a boot one second before the change', facts({ target: changed, bootedAt: at('20 08:03:59') }), restartToSettle],
    ['a boot in the second of the change', facts({ target: changed, bootedAt: at('20 08:04') }), byHand],
    ['a boot after the change', facts({ target: changed, bootedAt: at('20 08:05') }), byHand],
    [
      'a journaled boot after the change',
      facts({ target: changed, bootedAt: null, history: history({ fullBoots: [at('20 08:05')] }) }),
      byHand,
    ],
    [
      'the newest change counts, whichever witness it is',
      facts({ target: disagree('18 05:00', '20 08:04') }),
      restartToSettle,
    ],
    ['a witness without a date leaves the other one', facts({ target: disagree(null, '20 05:01') }), byHand],
    ['no change is dated: no boot can be shown since', facts({ target: disagree(null, null) }), restartToSettle],
    ['no boot is known', facts({ target: disagree('20 05:01', '18 05:00'), bootedAt: null }), restartToSettle],
    [
      'a restart was asked for in the second in which both values were known',
      facts({ target: changed, history: askedAt('20 08:06') }),
      byHand,
    ],
    [
      'a restart was asked for one second before',
      facts({ target: changed, history: askedAt('20 08:05:59') }),
      restartToSettle,
    ],
    [
      'the restart that was asked for was called off or refused',
      facts({
        target: changed,
        history: history({ versionsSeen: bothSeen, restartRequests: [{ ...request('20 08:07'), isOff: true }] }),
      }),
      restartToSettle,
    ],
    [
      'it was, and one before it was not',
      facts({
        target: changed,
        history: history({
          versionsSeen: bothSeen,
          restartRequests: [request('20 08:07'), { ...request('20 08:08'), isOff: true }],
        }),
      }),
      byHand,
    ],
    [
      'it was, and the machine was restarted otherwise, by a clock that puts the change after it',
      facts({
        target: disagree('20 12:00', '18 05:00'),
        bootedAt: at('20 08:08'),
        history: history({ versionsSeen: bothSeen, restartRequests: [{ ...request('20 08:07'), isOff: true }] }),
      }),
      byHand,
    ],
    [
      'seeing the values again does not start it anew',
      facts({
        target: changed,
        history: history({
          versionsSeen: [...bothSeen, seen('20 08:09', 'version-info', '5.0.3')],
          restartRequests: [request('20 08:07')],
        }),
      }),
      byHand,
    ],
    [
      'only one of the values was recorded',
      facts({
        target: changed,
        history: history({
          versionsSeen: [seen('20 08:05', 'delivery-record', '5.1.0')],
          restartRequests: [request('20 08:07')],
        }),
      }),
      restartToSettle,
    ],
    [
      'both values were recorded, but of the same witness',
      facts({
        target: changed,
        history: history({
          versionsSeen: [seen('20 08:05', 'version-info', '5.1.0'), seen('20 08:05', 'version-info', '5.0.3')],
          restartRequests: [request('20 08:07')],
        }),
      }),
      restartToSettle,
    ],
    [
      'the recorded versions are compared as numbers',
      facts({
        target: changed,
        history: history({
          versionsSeen: [seen('20 08:05', 'delivery-record', '5.1'), seen('20 08:05', 'version-info', '05.0.03')],
          restartRequests: [request('20 08:07')],
        }),
      }),
      byHand,
    ],
    [
      'other versions that were recorded are none of these',
      facts({
        target: changed,
        history: history({
          versionsSeen: [seen('20 08:05', 'delivery-record', '5.1.1'), seen('20 08:05', 'version-info', '?')],
          restartRequests: [request('20 08:07')],
        }),
      }),
      restartToSettle,
    ],
    [
      'the same versions of another component do not count',
      facts({
        target: changed,
        history: history({
          versionsSeen: bothSeen.map((entry) => ({ ...entry, component: 'link-app' as const })),
          restartRequests: [request('20 08:07')],
        }),
      }),
      restartToSettle,
    ],
    [
      'a witness that does not answer is not waited for',
      facts({
        target: {
          ...changed,
          witnesses: [
            ...changed.witnesses,
            { ...witness('operator', '5.1.0', '20 08:10'), state: 'absent', version: null },
          ],
        },
        history: askedAt('20 08:07'),
      }),
      byHand,
    ],
  ]);
});

describe('rule 5a: unknown, because a witness was not read in time', () => {
  const late = timedOut();
  const [lateWitness] = late.witnesses;
  if (!lateWitness) throw new Error('no witness');
  const beside = (status: 'unknown' | 'outdated', version: string) =>
    facts({
      target: { ...late, status, installed: version, witnesses: [witness('delivery-record', version), lateWitness] },
    });
  check([
    ['nothing was read in time', facts({ target: late }), readAgain],
    [
      'also where a report was sent',
      facts({ target: late, history: history({ reportsSent: [sent('20 08:09', '150')] }) }),
      readAgain,
    ],
    ['a new witness beside a late one', beside('unknown', '5.1.0'), readAgain],
    ['an old witness beside a late one is old', beside('outdated', '5.0.3'), download],
    [
      'a press waits for its restart first',
      facts({ target: late, history: history({ presses: [press('20 08:05')] }) }),
      restartAfterPress,
    ],
    ['what cannot be read in any time is checked by hand', facts({ target: unknown() }), byHand],
  ]);

  it('says what was known before, and when, and that it may not be so any more', () => {
    const { reason } = decide(facts({ target: timedOut({ version: '5.1.0', at: at('20 08:05') }) }));
    expect(reason).toContain('時間内に読み取れませんでした');
    expect(reason).toContain('5.1.0(1/20(火) 08:05)');
  });
});

describe('rule 5: disagreeing or unknown', () => {
  check([
    ['unknown', facts({ target: unknown() }), byHand],
    ['unknown in the middle of the first night', facts({ target: unknown(), now: at('19 23:00') }), byHand],
    ['unknown, and a restart is due', facts({ target: unknown(), bootedAt: at('19 08:00') }), byHand],
    ['unknown, and a check fails', facts({ target: unknown(), checks: failing('network') }), byHand],
    [
      'unknown after two cycles',
      facts({ target: unknown(), now: at('20 13:00'), bootedAt: at('20 12:45'), history: twoCycles }),
      byHand,
    ],
    ['disagreeing after a boot', facts({ target: disagree('20 05:01', '18 05:00') }), byHand],
    [
      'a target that asks for nothing is not shown to be old',
      facts({ target: { ...outdated(), status: 'not-required' } }),
      byHand,
    ],
    ['outdated is neither', facts({ target: outdated() }), download],
  ]);
});

describe('rule 6: two cycles and still old', () => {
  const after = { now: at('20 12:50'), bootedAt: at('20 12:45') };
  const calledAt = (time: string) => history({ ...twoCycles, supportCalls: [{ at: at(time) }] });
  check([
    ['two cycles', facts({ ...after, history: twoCycles }), callSupport],
    [
      'the present boot closes the second cycle, though nobody journaled it',
      facts({ ...after, history: history({ ...twoCycles, fullBoots: [at('20 08:25')] }) }),
      callSupport,
    ],
    [
      'a failing check does not come before it',
      facts({ ...after, history: twoCycles, checks: failing('network') }),
      callSupport,
    ],
    [
      'nor does a night without a restart',
      facts({ now: at('21 08:00'), bootedAt: at('20 12:45'), history: twoCycles }),
      callSupport,
    ],
    [
      'one cycle is not enough',
      facts({ bootedAt: at('20 08:25'), now: at('20 08:26'), history: history({ presses: [press('20 08:20')] }) }),
      download,
    ],
    [
      'two presses before one boot are one cycle',
      facts({
        ...after,
        history: history({ presses: [press('20 12:30'), press('20 12:40')], fullBoots: [at('20 12:45')] }),
      }),
      downloadOrNight,
    ],
    [
      'two boots after one press are one cycle',
      facts({
        ...after,
        history: history({ presses: [press('20 08:20')], fullBoots: [at('20 08:25'), at('20 12:45')] }),
      }),
      downloadOrNight,
    ],
    [
      'a boot in the second of the press closes its cycle',
      facts({
        ...after,
        history: history({
          presses: [press('20 08:20'), press('20 12:45')],
          fullBoots: [at('20 08:20'), at('20 12:45')],
        }),
      }),
      callSupport,
    ],
    [
      'a boot in the second of the next press belongs to that one',
      facts({ ...after, history: history({ presses: [press('20 08:20'), press('20 12:45')] }) }),
      downloadOrNight,
    ],
    [
      'the boot one second before the next press still closes the first',
      facts({
        ...after,
        history: history({ presses: [press('20 08:20'), press('20 12:45')], fullBoots: [at('20 12:44:59')] }),
      }),
      callSupport,
    ],
    [
      'a cycle that begins when delivery begins counts',
      facts({
        history: history({
          presses: [press('19 20:00'), press('20 05:01')],
          fullBoots: [at('19 20:05'), at('20 08:02')],
        }),
      }),
      callSupport,
    ],
    [
      'a cycle that begins one second earlier does not',
      facts({
        history: history({
          presses: [press('19 19:59:59'), press('20 05:01')],
          fullBoots: [at('19 20:05'), at('20 08:02')],
        }),
      }),
      download,
    ],
    ['called before both', facts({ ...after, history: calledAt('20 08:19') }), callSupport],
    ['called in the second of the first press', facts({ ...after, history: calledAt('20 08:20') }), callSupport],
    ['called one second after the first press', facts({ ...after, history: calledAt('20 08:20:01') }), downloadOrNight],
    ['called after both', facts({ ...after, history: calledAt('20 12:46') }), downloadOrNight],
    [
      'two more cycles after the call',
      facts({
        now: at('21 08:20'),
        bootedAt: at('21 08:15'),
        history: history({
          presses: [...twoCycles.presses, press('20 18:40'), press('21 08:10')],
          fullBoots: [...twoCycles.fullBoots, at('20 18:45')],
          supportCalls: [{ at: at('20 12:50') }],
        }),
      }),
      callSupport,
    ],
    [
      'the last of several calls counts',
      facts({
        ...after,
        history: history({ ...twoCycles, supportCalls: [{ at: at('20 08:00') }, { at: at('20 12:46') }] }),
      }),
      downloadOrNight,
    ],
  ]);
});

describe('rule 7: a night is over, and no restart since', () => {
  const before = at('19 08:00');
  check([
    [
      'one second before the end of the first night',
      facts({ now: at('20 04:59:59'), bootedAt: before }),
      leaveOn('2026-01-19'),
    ],
    ['at the end of the first night', facts({ now: at('20 05:00:00'), bootedAt: before }), restartAfterNight],
    ['in the morning after', facts({ bootedAt: before }), restartAfterNight],
    ['a boot in the middle of the night is too early', facts({ bootedAt: at('20 02:00') }), restartAfterNight],
    ['a boot one second before its end is too early', facts({ bootedAt: at('20 04:59:59') }), restartAfterNight],
    ['a boot at its end is not', facts({ bootedAt: at('20 05:00:00') }), download],
    [
      'a journaled boot after its end is a restart, whatever the machine says of itself',
      facts({ bootedAt: before, history: history({ fullBoots: [at('20 08:00')] }) }),
      download,
    ],
    [
      'the journal remembers the last boot where the machine cannot tell it',
      facts({ bootedAt: null, history: history({ fullBoots: [before] }) }),
      restartAfterNight,
    ],
    ['where no boot is known, none can be said to be missing', facts({ bootedAt: null }), download],
    [
      'restarted in the day, the next night over again',
      facts({ now: at('21 05:00'), bootedAt: at('20 08:02') }),
      restartAfterNight,
    ],
    ['that night still running', facts({ now: at('21 04:59:59'), bootedAt: at('20 08:02') }), download],
    ['it comes before a failing check', facts({ bootedAt: before, checks: failing('network') }), restartAfterNight],
    [
      'the excluded night of 1/25: no restart is due after it',
      facts({ now: at('26 05:00'), bootedAt: at('25 08:00') }),
      download,
    ],
    ['while it runs neither', facts({ now: at('26 03:00'), bootedAt: at('25 08:00') }), download],
    [
      'the night of 1/24 ended on 1/25 05:00',
      facts({ now: at('26 03:00'), bootedAt: at('25 04:59:59') }),
      restartAfterNight,
    ],
    [
      'in the last night, booted after the one before',
      facts({ now: at('31 03:00'), bootedAt: at('30 08:00') }),
      download,
    ],
    ['the last night is over', facts({ now: at('31 05:00'), bootedAt: at('30 08:00') }), restartAfterNight],
    ['one second before', facts({ now: at('31 04:59:59'), bootedAt: at('30 08:00') }), download],
    [
      'long after the last night',
      facts({ now: Date.parse('2026-03-02T09:00:00+09:00'), bootedAt: at('30 08:00') }),
      restartAfterNight,
    ],
  ]);
});

describe('rule 8: a check stands in the way', () => {
  check([
    ['the clock', facts({ checks: failing('clock') }), fix('clock')],
    ['the delivery task', facts({ checks: failing('delivery-task') }), fix('delivery-task')],
    ['the network', facts({ checks: failing('network') }), fix('network')],
    ['the disk', facts({ checks: failing('disk-space') }), fix('disk-space')],
    ['the management tool', facts({ checks: failing('management-tool') }), fix('management-tool')],
    [
      'all of them: the clock first',
      facts({ checks: failing('management-tool', 'disk-space', 'network', 'delivery-task', 'clock') }),
      fix('clock'),
    ],
    [
      'the order is the rule’s, not the list’s',
      facts({ checks: failing('disk-space', 'network', 'management-tool').toReversed() }),
      fix('network'),
    ],
    ['the disk before the tool', facts({ checks: failing('management-tool', 'disk-space') }), fix('disk-space')],
    [
      'before the first night too',
      facts({ now: at('19 10:00'), bootedAt: at('19 08:00'), checks: failing('delivery-task') }),
      fix('delivery-task'),
    ],
    [
      'the tool one second before the end of the first night is not needed yet',
      facts({ now: at('20 04:59:59'), bootedAt: at('19 08:00'), checks: failing('management-tool') }),
      leaveOn('2026-01-19'),
    ],
    [
      'the tool at the end of the first night is',
      facts({ now: at('20 05:00'), bootedAt: at('20 05:00'), checks: failing('management-tool') }),
      fix('management-tool'),
    ],
    [
      'before that a failing tool does not hide the disk',
      facts({ now: at('19 10:00'), bootedAt: null, checks: failing('management-tool', 'disk-space') }),
      fix('disk-space'),
    ],
    [
      'other checks do not stand in the way',
      facts({ checks: failing('component-versions', 'power-settings', 'card-reader', 'session') }),
      download,
    ],
    [
      'warn, unknown and skipped are no failure',
      facts({
        checks: [
          { id: 'clock', status: 'warn' },
          { id: 'network', status: 'unknown' },
          { id: 'delivery-task', status: 'skipped' },
        ],
      }),
      download,
    ],
    ['no checks at all', facts({ checks: [] }), download],
  ]);
});

describe('rule 9: the first night is over', () => {
  const booted = { bootedAt: null };
  check([
    ['at its end', facts({ ...booted, now: at('20 05:00:00') }), download],
    ['one second before', facts({ ...booted, now: at('20 04:59:59') }), leaveOn('2026-01-19')],
    ['one second before opening', facts({ now: at('20 08:29:59') }), download],
    ['at opening', facts({ now: at('20 08:30:00') }), downloadOrNight],
    ['one second before closing', facts({ now: at('20 18:29:59') }), downloadOrNight],
    ['at closing', facts({ now: at('20 18:30:00') }), download],
    ['on Saturday', facts({ now: at('24 10:00'), bootedAt: at('24 08:00') }), downloadOrNight],
    ['on Sunday', facts({ now: at('25 10:00'), bootedAt: at('25 08:00') }), download],
    ['in the night', facts({ now: at('20 20:00') }), download],
    [
      'on the last day the last night remains',
      facts({ now: at('30 12:00'), bootedAt: at('30 08:00') }),
      downloadOrNight,
    ],
    [
      'open through the last night: it remains until its end',
      facts({
        now: at('31 04:59:59'),
        bootedAt: at('30 08:00'),
        receptionHours: [{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '00:00' }],
      }),
      downloadOrNight,
    ],
    [
      'and no longer',
      facts({
        now: at('31 05:00:00'),
        bootedAt: at('31 05:00:00'),
        receptionHours: [{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '00:00' }],
      }),
      download,
    ],
    ['no night remains', facts({ now: at('31 12:00'), bootedAt: at('31 08:00') }), download],
    ['a clinic without hours of reception', facts({ now: at('20 12:00'), receptionHours: [] }), download],
  ]);
});

describe('rule 10: wait for the first night', () => {
  const booted = { bootedAt: at('19 08:00') };
  check([
    ['weeks before', facts({ ...booted, now: at('01 10:00') }), leaveOn('2026-01-19')],
    ['one second before it begins', facts({ ...booted, now: at('19 19:59:59') }), leaveOn('2026-01-19')],
    ['as it begins', facts({ ...booted, now: at('19 20:00:00') }), leaveOn('2026-01-19')],
    ['after midnight', facts({ ...booted, now: at('20 00:00:00') }), leaveOn('2026-01-19')],
    ['in its last second', facts({ ...booted, now: at('20 04:59:59') }), leaveOn('2026-01-19')],
    [
      'in hours of reception nothing stands beside it',
      facts({ ...booted, now: at('19 12:00') }),
      leaveOn('2026-01-19'),
    ],
    ['where no boot is known', facts({ bootedAt: null, now: at('19 12:00') }), leaveOn('2026-01-19')],
    ['not once it is over', facts({ now: at('20 05:00:00'), bootedAt: at('20 05:00:00') }), download],
  ]);

  const notice = facts().notice;
  const withoutFirst = { ...notice, delivery: { ...january.delivery, excludedNights: ['2026-01-19'] } };
  describe('where the first night is excluded, the first that delivers counts', () => {
    check([
      ['the morning after the excluded one', facts({ notice: withoutFirst }), leaveOn('2026-01-20')],
      [
        'one second before the end of the delivering one',
        facts({ notice: withoutFirst, now: at('21 04:59:59') }),
        leaveOn('2026-01-20'),
      ],
      ['at its end', facts({ notice: withoutFirst, now: at('21 05:00'), bootedAt: at('21 05:00') }), download],
    ]);
  });
});

describe('boots by their marks, whatever the clock says', () => {
  const mark = (uptimeSeconds: number, record: number | null = 812) => ({ uptimeSeconds, record });
  const line = (time: string, uptimeSeconds: number, record: number | null = 812): Moment => ({
    at: at(time),
    boot: mark(uptimeSeconds, record),
  });
  const placed = <T>(event: T, place: number) => ({ ...event, place });
  /** Pressed two hours fast, at 10:10. */
  const fast = history({ trail: [line('20 10:10', 600)], presses: [placed(press('20 10:10'), 0)] });
  /** Pressed at 08:10. */
  const right = history({ trail: [line('20 08:10', 600)], presses: [placed(press('20 08:10'), 0)] });
  const clockFirst: Expected = { ...fix('clock'), rule: '1' };

  check([
    [
      'rule 1: the clock was put forward, and nothing restarted',
      facts({ now: at('20 10:20'), bootedAt: at('20 10:00'), present: line('20 10:20', 1_200), history: right }),
      restartAfterPress,
    ],
    [
      'rule 1: a press in the future, restarted since',
      facts({ now: at('20 08:20'), bootedAt: at('20 08:19'), present: line('20 08:20', 60, 813), history: fast }),
      download,
    ],
    [
      'rule 1: a press in the future, restarted since, known by the uptime',
      facts({ now: at('20 08:20'), bootedAt: at('20 08:19'), present: line('20 08:20', 60, null), history: fast }),
      download,
    ],
    [
      'rule 1: a press in the future, and no restart: the clock first',
      facts({ now: at('20 08:15'), bootedAt: at('20 08:00'), present: line('20 08:15', 900), history: fast }),
      clockFirst,
    ],
    [
      'rule 1: the same in a journal without marks',
      facts({ now: at('20 08:15'), history: history({ presses: [press('20 10:10')] }) }),
      clockFirst,
    ],
    [
      'rule 1: a press that lies ahead by no more than the clock may be corrected by',
      facts({ now: at('20 08:09'), bootedAt: at('20 08:00'), present: line('20 08:09', 660), history: right }),
      restartAfterPress,
    ],
    [
      'rule 1: a press in the future that found nothing newer needs nothing',
      facts({
        now: at('20 08:15'),
        target: ok(),
        present: line('20 08:15', 900),
        history: { ...fast, presses: [placed(press('20 10:10', 'already-latest'), 0)] },
      }),
      sendReport,
    ],
    [
      'rule 4: the clock was put forward after the change',
      facts({
        now: at('20 10:20'),
        bootedAt: at('20 10:02'),
        present: line('20 10:20', 1_080),
        target: disagree('20 08:04', '18 05:00'),
        history: history({ trail: [line('20 08:05', 180)] }),
      }),
      restartToSettle,
    ],
    [
      'rule 4: asked for after both values were seen, though the clock was set back in between',
      facts({
        target: disagree('20 08:04', '18 05:00'),
        history: history({
          versionsSeen: [
            placed(seen('20 10:05', 'delivery-record', '5.1.0'), 0),
            placed(seen('20 10:05', 'version-info', '5.0.3'), 1),
          ],
          restartRequests: [placed(request('20 08:07'), 2)],
        }),
      }),
      byHand,
    ],
    [
      'rule 6: two cycles by their records, though the clock jumped about',
      facts({
        now: at('20 12:50'),
        bootedAt: at('20 12:45'),
        present: line('20 12:50', 300, 814),
        history: history({
          trail: [line('20 14:20', 600, 812), line('20 12:40', 600, 813)],
          presses: [placed(press('20 14:20'), 0), placed(press('20 12:40'), 1)],
        }),
      }),
      callSupport,
    ],
    [
      'rule 6: two presses in one boot are no two cycles, though the clock was put forward between them',
      facts({
        now: at('20 12:50'),
        bootedAt: at('20 12:45'),
        present: line('20 12:50', 300, 813),
        history: history({
          trail: [line('20 08:20', 600, 812), line('20 12:40', 700, 812)],
          presses: [placed(press('20 08:20'), 0), placed(press('20 12:40'), 1)],
          fullBoots: [at('20 12:30')],
        }),
      }),
      downloadOrNight,
    ],
    [
      'rule 6: called after both, by the order of the journal',
      facts({
        now: at('20 12:50'),
        bootedAt: at('20 12:45'),
        present: line('20 12:50', 300, 814),
        history: history({
          trail: [line('20 12:20', 600, 812), line('20 12:40', 600, 813), line('20 08:00', 700, 813)],
          presses: [placed(press('20 12:20'), 0), placed(press('20 12:40'), 1)],
          supportCalls: [{ at: at('20 08:00'), place: 2 }],
        }),
      }),
      downloadOrNight,
    ],
    [
      'rule 7: the clock was put forward over the end of the night after the boot',
      facts({
        now: at('20 07:00'),
        bootedAt: at('20 06:30'),
        present: line('20 07:00', 1_800),
        history: history({ trail: [line('20 04:40', 600)] }),
      }),
      restartAfterNight,
    ],
  ]);
});
