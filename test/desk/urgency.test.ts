import { describe, expect, it } from 'vitest';
import type { Contact } from '../../src/desk/entry.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { readRoster } from '../../src/desk/roster.ts';
import { listText } from '../../src/desk/list-text.ts';
import { noFilter } from '../../src/desk/filter.ts';
import { entry, inShort, JAPAN, NOW, standing } from './build.ts';

const soon = NOW + 2 * DAY;

function contact(given: Partial<Contact> = {}): Contact {
  return { name: null, phone: null, person: null, opens: null, spare: false, ...given };
}

describe('the order', () => {
  it('is that of what must happen before the clinics open', () => {
    const entries = (
      [
        ['all-done', {}],
        ['send-report', {}],
        ['leave-on-overnight', {}],
        ['download-now', { at: NOW - 9 * DAY }],
        ['unknown', {}],
        ['contradictory', {}],
        ['fix-first', { deadline: soon }],
        ['failed', {}],
        ['restart', {}],
      ] as const
    ).map(([state, given], index) => entry({ state, clinic: `C${String(index)}`, ...given }));
    const roster = [{ clinic: 'C9', terminal: 'ONS01' }];
    const { rows } = standing({ entries, roster });
    expect(rows.map(({ urgency, state }) => [urgency, state])).toEqual([
      ['restart', 'restart'],
      ['failed', 'failed'],
      ['late', 'fix-first'],
      ['contradictory', 'contradictory'],
      ['unknown', 'unknown'],
      ['silent', 'no-answer'],
      ['silent', 'download-now'],
      ['later', 'leave-on-overnight'],
      ['report', 'send-report'],
      ['done', 'all-done'],
    ]);
  });

  it('has those first that open first, then those that do not say when', () => {
    const roster = readRoster('clinic,terminal,opens\nA,1,\nB,1,9:30\nC,1,昼\nD,1,8:00', '/r').entries;
    const entries = ['A', 'B', 'C', 'D'].map((clinic) => entry({ clinic, terminal: '1', state: 'restart' }));
    const { rows, clinics } = standing({ entries, roster });
    expect(inShort(rows).map((text) => text.charAt(0))).toEqual(['D', 'B', 'A', 'C']);
    expect(clinics.map(({ name }) => name)).toEqual(['D', 'B', 'A', 'C']);
  });

  it('has the overdue ones first, and does not ask when each was checked', () => {
    const roster = readRoster('clinic,terminal,opens\nA,1,10:00\nB,1,9:30\nC,1,8:30\nD,1,8時半', '/r').entries;
    // Before 07:30 nobody is alarmed by a restart that is still to come, and from then on everybody is.
    const early = NOW - HOUR;
    const late = NOW - HOUR / 4;
    const entries = [
      entry({ clinic: 'A', terminal: '1', state: 'restart', at: early, deadline: NOW - DAY }),
      entry({ clinic: 'B', terminal: '1', state: 'restart', at: late }),
      entry({ clinic: 'C', terminal: '1', state: 'restart', at: early }),
      entry({ clinic: 'D', terminal: '1', state: 'restart', at: late }),
    ];
    const { rows } = standing({ entries, roster });
    expect(rows.map(({ clinic, severity }) => [clinic, severity])).toEqual([
      ['A', 'critical'],
      ['C', 'warning'],
      ['D', 'critical'],
      ['B', 'critical'],
    ]);
  });

  it('has spare machines behind all that are in use, and they do not hold their clinic back', () => {
    const roster = ['A,1,', 'A,2,予備', 'B,1,予備'].join('\n');
    const entries = [
      entry({ clinic: 'A', terminal: '1', state: 'all-done' }),
      entry({ clinic: 'A', terminal: '2', state: 'restart' }),
      entry({ clinic: 'B', terminal: '1', state: 'failed' }),
      entry({ clinic: 'C', terminal: '1', state: 'leave-on-overnight' }),
    ];
    const given = { entries, roster: readRoster(`clinic,terminal,spare\n${roster}`, '/r').entries };
    const { rows, clinics, counts } = standing(given);
    expect(rows.map(({ urgency }) => urgency)).toEqual(['later', 'spare', 'spare', 'done']);
    expect(clinics.map(({ name, allDone, done }) => [name, allDone, done])).toEqual([
      ['C', false, 0],
      ['B', false, 0],
      ['A', true, 1],
    ]);
    expect(counts).toMatchObject({ done: 1, spare: 2, clinicsDone: 1 });
    expect(
      listText({
        standing: standing(given),
        filter: noFilter,
        now: NOW,
        offsetMinutes: JAPAN,
        staleHours: 48,
        reasons: true,
      }),
    ).toContain('A  全台済み 1/1\n  [要]   2: 再起動が必要(1時間前) 予備機');
  });
});

describe('the severity of a terminal', () => {
  it.each([
    ['restart', {}, 'warning'],
    ['restart', { at: NOW - 10 * 60_000 }, 'critical'],
    ['failed', {}, 'critical'],
    ['download-now', { deadline: NOW - HOUR }, 'critical'],
    ['unknown', { deadline: NOW - HOUR }, 'critical'],
    ['unknown', {}, 'unknown'],
    ['check-failed', {}, 'unknown'],
    ['contradictory', {}, 'unknown'],
    ['download-now', {}, 'warning'],
    ['all-done', { deadline: NOW - HOUR }, 'ok'],
    ['all-done', { at: NOW - 9 * DAY }, 'warning'],
  ] as const)('%s with %j is %s', (state, given, severity) => {
    const { rows, counts } = standing({ entries: [entry({ state, ...given })] });
    expect(rows).toMatchObject([{ severity }]);
    expect(counts.bySeverity[severity]).toBe(1);
  });

  it('is a warning for who is silent', () => {
    expect(standing({ roster: [{ clinic: 'A', terminal: '1' }] }).rows).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('whom to call', () => {
  it('is told of every terminal of the clinic, by its own line first', () => {
    const roster = [
      { clinic: 'A', terminal: '1', contact: contact({ name: 'さくら', phone: '03', person: '山田' }) },
      { clinic: 'A', terminal: '2', contact: contact({ phone: '04', spare: true }) },
      { clinic: 'A', terminal: '3' },
      { clinic: 'B', terminal: '1' },
    ];
    const entries = [entry({ clinic: 'A', terminal: '9' })];
    const { rows } = standing({ entries, roster });
    const told = new Map(rows.map((row) => [`${row.clinic ?? ''}${row.terminal}`, row.contact]));
    expect(told.get('A1')).toEqual(contact({ name: 'さくら', phone: '03', person: '山田' }));
    expect(told.get('A2')).toEqual(contact({ name: 'さくら', phone: '04', person: '山田', spare: true }));
    expect(told.get('A3')).toEqual(contact({ name: 'さくら', phone: '03', person: '山田' }));
    expect(told.get('A9')).toEqual(told.get('A3'));
    expect(told.get('B1')).toEqual(contact());
  });

  it('stands in the list', () => {
    const roster = readRoster(
      '医療機関コード,医院名,端末,電話,担当,開院\n0110,さくら医院,1,03-1,山田,8時半',
      '/r',
    ).entries;
    const input = { filter: noFilter, now: NOW, offsetMinutes: JAPAN, staleHours: 48, reasons: true };
    expect(listText({ ...input, standing: standing({ roster }) })).toContain(
      '0110 さくら医院  0/1\n  電話 03-1 担当 山田 開院 8時半\n',
    );
  });
});
