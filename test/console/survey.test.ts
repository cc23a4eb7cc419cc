import { describe, expect, it } from 'vitest';
import type { Survey } from '../../src/domain/facts.ts';
import type { Model } from '../../src/screens/model.ts';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { update } from '../../src/console/update.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { componentNames } from '../../src/domain/names.ja.ts';
import { witness } from '../domain/procedure/builders.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import {
  acts,
  at,
  bootedAt,
  effectTypes,
  faceLibrary,
  foreign,
  journalOf,
  morning,
  opening,
  press,
  ready,
  surveyWith,
} from './builders.ts';

function surveyed(model: Model, changes: Partial<Survey> = {}) {
  return update(model, { type: 'surveyed', scope: 'all', survey: surveyWith(changes), commands: [] });
}

/** What a reading puts on record. */
function findings(model: Model, changes: Partial<Survey> = {}): readonly JournalEvent[] {
  return acts(surveyed(model, changes)[1]).flatMap((request) => (request.action === 'record' ? request.events : []));
}

const boot = { event: 'restart-confirmed', bootedAt: '2026-01-20T08:02:00+09:00', kind: 'full' } as const;
const old = {
  event: 'version-seen',
  component: 'face-library',
  source: 'version-info',
  version: '5.0.3',
} as const;

describe('a reading', () => {
  it('ends the wait and gives the next step', () => {
    const [model] = surveyed(opening());
    expect(model).toMatchObject({ surveying: false, decision: { step: 'download-now', rule: '9' } });
  });

  it('that somebody asked for says when it is done', () => {
    const [asked] = press(ready(), 'r');
    expect(asked.message).toBe(consoleTexts.surveying);
    expect(surveyed(asked)[0].message).toBe(consoleTexts.surveyed);
    expect(surveyed({ ...asked, message: 'ほかの言葉' })[0].message).toBe('ほかの言葉');
  });

  it('is followed by another where something has changed meanwhile', () => {
    const [model, effects] = surveyed({ ...opening(), surveyAgain: true });
    expect(model).toMatchObject({ surveying: true, surveyAgain: false });
    // What was found is written before the terminal is read again, or it would be found twice.
    expect(effectTypes(effects)).toEqual(['act', 'take-survey']);
  });

  it.each([
    ['later than the last look at the clock', MINUTE, MINUTE],
    ['earlier than it', -MINUTE, 0],
  ])('moves the clock only forward: taken %s', (_, takenLater, movesBy) => {
    expect(surveyed(opening(), { takenAt: morning + takenLater })[0].now).toBe(morning + movesBy);
  });

  it('keeps the last decision where the component of the notice is missing from it', () => {
    const before = ready();
    expect(surveyed(before, { components: [] })[0].decision).toEqual(before.decision);
  });

  it('decides by the hour: what is true in the evening is not in the morning', () => {
    const evening = ready({
      now: at('19 18:40'),
      survey: { boot: { bootedAt: at('19 08:00'), lastBootKind: 'full' } },
    });
    expect(evening.decision?.step).toBe('leave-on-overnight');
    const [later] = update(evening, { type: 'clock', now: at('20 05:00'), uptimeSeconds: null });
    expect(later.decision?.step).toBe('restart');
  });

  it('says which versions have changed since the last one, and for how long that is news', () => {
    const [changed] = surveyed(ready(), { components: [faceLibrary('5.1.0')] });
    expect(changed).toMatchObject({
      changed: ['face-library'],
      message: consoleTexts.changedVersions([componentNames['face-library']]),
      decision: { step: 'send-report' },
    });
    expect(surveyed(changed, { components: [faceLibrary('5.1.0')] })[0].changed).toEqual([]);
  });

  it('does not call a version changed that cannot be read any more', () => {
    const unread = { ...faceLibrary('5.0.3'), installed: null, status: 'unknown' } as const;
    const [changed] = surveyed(ready(), { components: [unread] });
    expect(changed.message).toBe(consoleTexts.unreadVersions([componentNames['face-library']]));
  });

  it('calls nothing changed the first time, nor where it could not be read before', () => {
    expect(surveyed(opening())[0]).toMatchObject({ changed: [], message: null });
    const unread = { ...faceLibrary('5.0.3'), installed: null };
    const blind = ready({ survey: { components: [unread] } });
    expect(surveyed(blind, { components: [faceLibrary('5.0.3')] })[0].changed).toEqual([]);
  });

  it('proves a restart that was asked for before it', () => {
    const journal = journalOf([
      '20 08:00',
      { event: 'restart-requested', bootedAt: '2026-01-19T08:00:00+09:00', attempt: 1 },
    ]);
    expect(ready({ journal }).restartProof).toEqual({ type: 'proven', bootedAt });
  });
});

describe('what a reading puts on record', () => {
  it('is the boot and every version that is new to the journal, in one go', () => {
    expect(findings(opening())).toEqual([boot, old]);
  });

  it('is nothing that the journal knows already', () => {
    const journal = journalOf(['20 08:03', boot], ['20 08:03', old]);
    expect(surveyed(opening({ journal }))[1]).toEqual([]);
  });

  it.each([
    ['a minute', MINUTE, []],
    ['more than a minute', MINUTE + SECOND, [{ ...boot, bootedAt: '2026-01-20T08:03:01+09:00' }]],
  ])('takes a boot time that has drifted by %s for the same boot or not', (_, drift, recorded) => {
    const journal = journalOf(['20 08:03', boot], ['20 08:03', old]);
    const drifted = { boot: { bootedAt: bootedAt + drift, lastBootKind: 'full' } as const };
    expect(findings(opening({ journal }), drifted)).toEqual(recorded);
  });

  it('is a version that comes back after another one', () => {
    const journal = journalOf(['20 08:03', boot], ['20 08:03', old], ['20 08:04', { ...old, version: '5.1.0' }]);
    expect(findings(opening({ journal }))).toEqual([old]);
  });

  it('tells the witnesses apart, and leaves out what is unread or was typed by the operator', () => {
    const more = [
      witness('delivery-record', '5.1.0'),
      { ...witness('operator', '5.1.0'), source: 'operator' as const },
    ];
    expect(findings(opening(), { components: [faceLibrary('5.0.3', more)] })).toEqual([
      boot,
      old,
      { ...old, source: 'delivery-record', version: '5.1.0' },
    ]);
    expect(findings(opening(), { components: [faceLibrary(null)] })).toEqual([boot]);
  });

  it('is no boot where none could be read', () => {
    const unknown = { boot: { bootedAt: null, lastBootKind: 'unknown' } } as const;
    expect(findings(opening(), unknown)).toEqual([old]);
  });

  it.each([
    ['in read-only mode', opening({ about: { readOnly: true } })],
    ['while another console holds the terminal', opening({ lock: foreign })],
  ])('is nothing %s', (_, model) => {
    expect(surveyed(model)[1]).toEqual([]);
    expect(surveyed(model)[0].decision?.step).toBe('download-now');
  });
});
