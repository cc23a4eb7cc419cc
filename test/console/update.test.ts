import { describe, expect, it } from 'vitest';
import type { CheckStatus } from '../../src/domain/facts.ts';
import { update, type Message } from '../../src/console/update.ts';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { journalHeadTexts } from '../../src/journal/journal.ja.ts';
import { shortReasons } from '../../src/report/report.ja.ts';
import type { Model } from '../../src/screens/model.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { refusal } from '../../src/screens/queries.ts';
import { fakeFault } from '../fakes/ports.ts';
import {
  acts,
  bootedAt,
  checks,
  choose,
  effectTypes,
  faceLibrary,
  foreign,
  held,
  journalOf,
  morning,
  onScreen,
  opening,
  ready,
  surveyWith,
} from './builders.ts';
import type { SurveyScope } from '../../src/probes/survey.ts';
import { cancelDone, done } from '../fakes/done.ts';
import { ok } from '../../src/domain/fault.ts';

describe('asking for a reading', () => {
  const occasions = [
    ['the regular time', { type: 'refresh' }, 'regular', false],
    ['a lock that was lost', { type: 'lock', lock: foreign }, 'all', true],
    ['a record that was shown', done({ action: 'show-record' }, ok({ path: null })), 'all', true],
    ['a restart called off', cancelDone(ok({ answer: 'accepted', exitCode: 0 })), 'all', true],
  ] as const satisfies readonly (readonly [string, Message, SurveyScope, boolean])[];

  it.each(occasions)('%s starts one', (_, message, scope) => {
    const [model, effects] = update(ready(), message);
    expect(model.surveying).toBe(true);
    expect(effects.filter(({ type }) => type === 'take-survey')).toEqual([
      { type: 'take-survey', scope, history: model.history },
    ]);
  });

  it.each(occasions)('%s starts no second one beside it', (_, message, _scope, mustFollow) => {
    const [model, effects] = update(opening(), message);
    expect(effectTypes(effects)).not.toContain('take-survey');
    expect(model.surveyAgain).toBe(mustFollow);
  });

  it.each([
    ['nothing else', ready()],
    ['everything', opening()],
  ])(
    'a file that changed has the versions alone read, while %s is being read, one reading after the other',
    (_, start) => {
      const [now, first] = update(start, { type: 'files-changed' });
      expect(first).toEqual([{ type: 'take-survey', scope: 'versions', history: now.history }]);
      expect(now.surveying).toBe(start.surveying);
      const [again, second] = update(now, { type: 'files-changed' });
      expect(second).toEqual([]);
      const over = { type: 'surveyed', scope: 'versions', survey: surveyWith(), commands: [] } as const;
      const [, third] = update(again, over);
      expect(third.filter(({ type }) => type === 'take-survey')).toHaveLength(1);
      expect(update(now, over)[1].filter(({ type }) => type === 'take-survey')).toEqual([]);
    },
  );
});

describe('the lock', () => {
  it('that is taken over is put on record, and leaves the first row selected', () => {
    const watching = ready({ lock: foreign });
    const [model, effects] = update(
      { ...watching, selected: { ...watching.selected, status: 2 } },
      { type: 'lock', lock: held },
    );
    expect(acts(effects)).toEqual([
      { action: 'record', events: [{ event: 'console-started', version: model.about.consoleVersion }] },
    ]);
    expect(model.selected.status).toBe(0);
  });

  it('that another console holds puts nothing on record', () => {
    expect(acts(update(ready({ lock: foreign }), { type: 'lock', lock: foreign })[1])).toEqual([]);
  });

  it('that is still held changes nothing', () => {
    const model = ready();
    expect(update(model, { type: 'lock', lock: held })).toEqual([model, []]);
  });

  it('that another console holds now leaves one that only looks, says so, and names that one on', () => {
    const [lost] = update({ ...ready(), livingLock: 'ours' }, { type: 'lock', lock: foreign });
    expect(lost).toMatchObject({ lock: foreign, message: consoleTexts.lockLost(4711) });
    const [seen] = update(lost, { type: 'living-lock', token: 'theirs' });
    expect(seen.lock).toMatchObject(foreign);
    expect(refusal(seen, 'press-download')).toBe(consoleTexts.locked(4711));
  });
});

describe('why a row could not be chosen', () => {
  const [told] = choose(onScreen(opening(), 'report'), 'sent');
  const survey = surveyWith({ components: [faceLibrary('5.1.0')] });

  it('is told as long as it is so, and no longer', () => {
    expect(told.message).toBe(consoleTexts.blocked(shortReasons['version-not-read']));
    const tick: Message = { type: 'clock', now: told.now + SECOND, uptimeSeconds: null };
    expect(update(told, tick)[0].message).toBe(told.message);
    expect(update(told, { type: 'surveyed', scope: 'all', survey, commands: [] })[0].message).toBeNull();
  });

  it('leaves what is told of anything else', () => {
    const other = { ...told, message: consoleTexts.fileWritten('/a') };
    expect(update(other, { type: 'clock', now: other.now + 1, uptimeSeconds: null })[0].message).toBe(other.message);
  });
});

describe('services that come up late', () => {
  const survey = (status: CheckStatus) => ({ checks: checks({ network: { status } }) });
  const settle = (status: CheckStatus, uptime: number) => {
    const boot = { bootedAt: morning - uptime, lastBootKind: 'full' } as const;
    return update(ready({ survey: { ...survey(status), boot } }), { type: 'settle' })[1].length;
  };

  it.each([
    ['fail', 5 * MINUTE, 1],
    ['unknown', 5 * MINUTE, 1],
    ['fail', 10 * MINUTE, 1],
    ['fail', 10 * MINUTE + SECOND, 0],
    ['warn', 5 * MINUTE, 0],
    ['ok', 5 * MINUTE, 0],
  ] as const)('a check that is %s, %i ms after the boot, is asked again %i times', (status, uptime, times) => {
    expect(settle(status, uptime)).toBe(times);
  });

  it('are not waited for where nothing has been read, or no boot is known', () => {
    const unknown = { ...survey('fail'), boot: { bootedAt: null, lastBootKind: 'unknown' } as const };
    expect(update(opening(), { type: 'settle' })[1]).toEqual([]);
    expect(update(ready({ survey: unknown }), { type: 'settle' })[1]).toEqual([]);
  });
});

describe('the journal', () => {
  const pressed = journalOf(['20 08:05', { event: 'download-started' }]);

  it('changes the next step as soon as it is written', () => {
    const [model, effects] = update(ready(), { type: 'journal', reading: pressed });
    expect(model).toMatchObject({ journal: pressed, decision: { step: 'restart', rule: '1' } });
    expect(effects).toEqual([]);
  });

  it.each([
    ['a version seen by eye', { event: 'operator-version', component: 'face-library', version: '5.1.0' }],
    ['where the record is', { event: 'record-path-learned', path: 'C:\\record.csv' }],
  ] as const)('has the terminal read again once it tells %s', (_, event) => {
    const [model, effects] = update(ready(), { type: 'journal', reading: journalOf(['20 08:05', event]) });
    expect(effects).toEqual([{ type: 'take-survey', scope: 'versions', history: model.history }]);
  });

  it('does not count what belongs to another notice', () => {
    const entries = pressed.entries.map((entry) => ({ ...entry, notice: '2027-01-other' }));
    const [model] = update(ready(), { type: 'journal', reading: { ...pressed, entries } });
    expect(model.decision?.step).toBe('download-now');
    expect(model.journal.entries).toHaveLength(1);
  });

  it('says so when a line is written and its seal is not, and what to try', () => {
    const fault = fakeFault('denied', '書けません。');
    const reading = { ...pressed, headFault: fault };
    const [model] = update(ready(), { type: 'journal', reading });
    expect(model).toMatchObject({ journal: reading, decision: { step: 'restart', rule: '1' } });
    expect(model.message).toBe(journalHeadTexts.notRenewed(fault));
    expect(model.message).toContain(fault.tryNext);
    expect(update(ready(), { type: 'journal', reading: pressed })[0].message).toBe(ready().message);
  });

  it('says so when it cannot be written, and what to try', () => {
    const fault = fakeFault('denied', '書けません。');
    expect(update(ready(), { type: 'journal-failed', fault })[0].message).toBe(
      consoleTexts.journalFailed(`${fault.headline} ${fault.tryNext}`),
    );
  });
});

describe('the lock', () => {
  it.each([
    [held, consoleTexts.lockTaken],
    [foreign, consoleTexts.locked(4711)],
    [{ held: false, ownerPid: null }, consoleTexts.locked(null)],
  ] as const)('%j is told in words', (lock, message) => {
    expect(update(ready({ lock: foreign }), { type: 'lock', lock })[0]).toMatchObject({ lock, message });
  });
});

describe('a console that only looks', () => {
  const seeing = (model: Model, ...tokens: readonly (string | null)[]): Model =>
    tokens.reduce((before, token) => update(before, { type: 'living-lock', token })[0], model);
  const looking = ready({ lock: foreign });

  it.each([
    ['its owner is at work', ['a'], { ...foreign, hasEnded: false }],
    ['its owner has ended', ['a', null], { ...foreign, hasEnded: true }],
    ['it had ended before it was looked for', [null], { ...foreign, hasEnded: true }],
    ['somebody else came after it', ['a', null, 'b'], { held: false, ownerPid: null, hasEnded: false }],
    ['somebody else took over from it', ['a', 'b'], { held: false, ownerPid: null, hasEnded: false }],
  ] as const)('knows of the lock: %s', (_, tokens, lock) => {
    expect(seeing(looking, ...tokens).lock).toEqual(lock);
  });

  it('never takes over by itself, and holds its own lock whoever is seen', () => {
    expect(update(seeing(looking, 'a'), { type: 'living-lock', token: null })[1]).toEqual([]);
    expect(seeing(ready(), 'own', null).lock).toBe(held);
  });

  it('says that the owner still is at work where it wanted to take over, until that one has ended', () => {
    const asked = update(seeing(looking, 'a'), { type: 'lock', lock: foreign })[0];
    expect(asked.message).toBe(consoleTexts.stillLocked);
    expect(seeing(asked, 'a').message).toBe(consoleTexts.stillLocked);
    expect(seeing(asked, null).message).toBeNull();
  });

  it('believes the lock that was refused, until another owner was seen and is gone', () => {
    const refused = update(seeing(looking, null), { type: 'lock', lock: foreign })[0];
    expect(seeing(refused, null).lock).toMatchObject({ hasEnded: false });
    expect(seeing(refused, null).message).toBe(consoleTexts.locked(4711));
    expect(seeing(refused, null, 'a', null).lock).toMatchObject({ hasEnded: true });
  });

  it('no longer tells of the owner why a row is blocked once that one has ended', () => {
    const refused = choose(onScreen(seeing(looking, 'a'), 'restart'), 'restart')[0];
    expect(refused.message).toBe(consoleTexts.blocked(consoleTexts.locked(4711)));
    expect(seeing(refused, null).message).toBeNull();
  });
});

describe('the clock and the size', () => {
  it('leave the very same model where nothing moved', () => {
    const model = ready();
    expect(update(model, { type: 'clock', now: model.now, uptimeSeconds: null })[0]).toBe(model);
  });

  it('may go back', () => {
    expect(update(ready(), { type: 'clock', now: bootedAt, uptimeSeconds: null })[0].now).toBe(bootedAt);
  });

  it('fit the screen to its new size', () => {
    const [model, effects] = update(ready(), { type: 'resized', columns: 120, rows: 40 });
    expect(model.size).toEqual({ columns: 120, rows: 40 });
    expect(effects).toEqual([]);
  });
});
