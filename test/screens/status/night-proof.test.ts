import { expect, it } from 'vitest';
import type { BootKind, CheckStatus, Survey } from '../../../src/domain/facts.ts';
import { nightProof, type NightDoubt } from '../../../src/screens/status/night-proof.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import { at, checks, journalOf, opening, ready } from '../../console/builders.ts';

type Entry = readonly [time: string, event: JournalEvent];

const iso = (time: string): string => `2026-01-${time.replace(' ', 'T')}:00+09:00`;
const left = (night: string): Entry => ['20 18:40', { event: 'left-on', night }];
const booted = (time: string): Entry => ['21 07:50', { event: 'restart-confirmed', bootedAt: iso(time), kind: 'full' }];
const asked = (time: string, bootBefore: string | null): Entry => [
  time,
  { event: 'restart-requested', bootedAt: bootBefore === null ? null : iso(bootBefore), attempt: 1 },
];

const tuesday = left('2026-01-20');
const up = { type: 'up', night: '2026-01-20' };
const unknown = { type: 'unknown', night: '2026-01-20', doubt: 'later-boot' };
const down = (time: string) => ({ type: 'down', night: '2026-01-20', bootedAt: at(time) });

it.each([
  ['it was up all the time', [tuesday], '20 08:02', up],
  ['it was started as the night began', [tuesday], '20 20:00', up],
  ['it was started in the night', [tuesday], '20 23:10', down('20 23:10')],
  [
    'it was started in the night, and again in the morning',
    [tuesday, booted('20 23:10')],
    '21 07:45',
    down('20 23:10'),
  ],
  ['it was started as the night ended', [tuesday], '21 05:00', unknown],
  ['it was started in the morning, nobody knows what was before', [tuesday], '21 07:45', unknown],
  ['it was restarted from here in the morning', [tuesday, asked('21 07:40', '20 08:02')], '21 07:45', up],
  ['a restart was asked for before the night', [tuesday, asked('20 19:00', '20 08:02')], '21 07:45', unknown],
  ['that restart did not come', [tuesday, asked('21 07:40', '20 08:02')], '20 08:02', up],
  ['what was restarted in the morning had been off', [tuesday, asked('21 07:40', '21 07:30')], '21 07:45', unknown],
  ['nobody knows since when it was up before that restart', [tuesday, asked('21 07:40', null)], '21 07:45', unknown],
  ['only the night put on record last counts', [left('2026-01-19'), tuesday], '20 08:02', up],
  ['no night was put on record', [], '20 08:02', null],
  ['the night is not in the notice', [left('2026-02-20')], '20 08:02', null],
  ['nothing is delivered in that night', [left('2026-01-25')], '20 08:02', null],
  ['the boot time cannot be told', [tuesday], null, null],
] as const)('the morning after: %s', (_, entries, boot, proof) => {
  const bootedAt = boot === null ? null : at(boot);
  const model = ready({
    now: at('21 07:55'),
    journal: journalOf(...entries),
    survey: { boot: { bootedAt, lastBootKind: 'full' } },
  });
  expect(nightProof(model)).toEqual(proof);
});

const restarted = [tuesday, asked('21 07:40', '20 08:02')];
const booting = (lastBootKind: BootKind, boot = '20 08:02') => ({
  boot: { bootedAt: at(boot), lastBootKind },
});
const power = (sleepMinutesOnAc: number | null, fastStartup: boolean | null, status: CheckStatus = 'ok') => ({
  power: { sleepMinutesOnAc, fastStartup },
  checks: checks({ 'power-settings': { status } }),
});

it.each<readonly [string, readonly Entry[], Partial<Survey>, NightDoubt | null]>([
  ['the last boot was a fast startup', [tuesday], booting('fast-startup'), 'no-full-boot'],
  ['it was woken from hibernation', [tuesday], booting('hibernate'), 'no-full-boot'],
  ['the last boot is of an unknown kind', [tuesday], booting('unknown'), 'no-full-boot'],
  ['it may sleep', [tuesday], power(30, false, 'warn'), 'may-sleep'],
  ['it never sleeps', [tuesday], power(0, false), null],
  ['sleep cannot be read', [tuesday], power(null, false, 'unknown'), 'sleep-unread'],
  ['the check could not run', [tuesday], { ...power(null, null, 'unknown'), power: null }, 'sleep-unread'],
  ['only fast startup cannot be read', [tuesday], power(0, null, 'unknown'), null],
  ['fast startup is on, and the last boot was full', [tuesday], power(0, true), null],
  [
    'fast startup is on, and how it was started before the restart is lost',
    restarted,
    { ...booting('full', '21 07:45'), ...power(0, true) },
    'fast-startup',
  ],
  [
    'whether fast startup was on before the restart cannot be read',
    restarted,
    { ...booting('full', '21 07:45'), ...power(0, null, 'unknown') },
    'fast-startup-unread',
  ],
  [
    'it may sleep, and was restarted in the morning',
    restarted,
    { ...booting('full', '21 07:45'), ...power(30, false) },
    'may-sleep',
  ],
])('is not sure where the boot times do not show all: %s', (_, entries, survey, doubt) => {
  const proof = nightProof(ready({ now: at('21 07:55'), journal: journalOf(...entries), survey }));
  expect(proof).toEqual(doubt === null ? up : { ...unknown, doubt });
});

/** By the boot's own mark, `hours` before now. */
function upFor(hours: number, entries: readonly Entry[], survey: Partial<Survey>) {
  const now = at('21 07:55');
  const model = ready({ now, journal: journalOf(...entries), survey });
  const present = { at: now, boot: { uptimeSeconds: hours * 3_600, record: null } };
  return nightProof({ ...model, journal: { ...model.journal, present } });
}

it.each([
  ['is as long as the boot is ago', 24, up],
  ['reaches back to the start of the night', 11.92, up],
  ['is shorter than the night is ago: the clock was behind when the boot was put on record', 0.25, 'clock-moved'],
  ['is a little shorter than that', 11.5, 'clock-moved'],
] as const)('is held against the uptime, which %s', (_, hours, proof) => {
  const found = upFor(hours, [tuesday], booting('full', '20 08:02'));
  expect(found).toEqual(proof === 'clock-moved' ? { ...unknown, doubt: proof } : proof);
});

it('holds the uptime at the restart against it, where it was restarted from here in the morning', () => {
  const marked = (hours: number): Entry => {
    const [time, event] = asked('21 07:40', '20 08:02');
    const line = { ...event, boot: { uptimeSeconds: hours * 3_600, record: 7 } };
    return [time, line];
  };
  const survey = { boot: { bootedAt: at('21 07:45'), lastBootKind: 'full' as const, record: 8 } };
  expect(upFor(0.16, [tuesday, marked(23.6)], survey)).toEqual(up);
  expect(upFor(0.16, [tuesday, marked(0.5)], survey)).toEqual({ ...unknown, doubt: 'clock-moved' });
});

const planned = (time: string) => ({ type: 'planned-restart', night: '2026-01-20', restartedAt: at(time) });

it.each<readonly [string, readonly Entry[], string, task: string | null, object]>([
  ['its task had just begun', [tuesday], '21 03:01', '21 03:00', planned('21 03:01')],
  ['it took ten minutes', [tuesday], '21 03:10', '21 03:00', planned('21 03:10')],
  ['it took longer than a restart does', [tuesday], '21 03:11', '21 03:00', down('21 03:11')],
  ['it began well before its task', [tuesday], '21 02:58', '21 03:00', down('21 02:58')],
  ['the task ran in another night', [tuesday], '21 03:01', '20 03:00', down('21 03:01')],
  ['the task did not run, or there is none', [tuesday], '21 03:01', null, down('21 03:01')],
  ['another boot lies in the same night', [tuesday, booted('20 23:10')], '21 03:01', '21 03:00', down('20 23:10')],
  [
    'it was restarted from here in the morning',
    [tuesday, booted('21 03:01'), asked('21 07:40', '21 03:01')],
    '21 07:45',
    '21 03:00',
    planned('21 03:01'),
  ],
  [
    'it was started once more in the morning, nobody knows why',
    [tuesday, booted('21 03:01')],
    '21 07:45',
    '21 03:00',
    unknown,
  ],
])('a planned restart in the night is no interruption: %s', (_, entries, boot, task, proof) => {
  const survey = { ...booting('full', boot), plannedRestartAt: task === null ? null : at(task) };
  const model = ready({ now: at('21 07:55'), journal: journalOf(...entries), survey });
  expect(nightProof(model)).toEqual(proof);
});

it('is not sure of a night with a planned restart where it may have slept', () => {
  const survey = { ...booting('full', '21 03:01'), ...power(30, false), plannedRestartAt: at('21 03:00') };
  const model = ready({ now: at('21 07:55'), journal: journalOf(tuesday), survey });
  expect(nightProof(model)).toEqual({ ...unknown, doubt: 'may-sleep' });
});

it('knows of a boot in the night whatever the settings are', () => {
  const survey = { ...booting('fast-startup', '20 23:10'), ...power(30, true) };
  const model = ready({ now: at('21 07:55'), journal: journalOf(tuesday), survey });
  expect(nightProof(model)).toEqual(down('20 23:10'));
});

it.each([
  ['while the night lasts', '21 04:59', null],
  ['once it is over', '21 05:00', up],
])('%s', (_, now, proof) => {
  expect(nightProof(ready({ now: at(now), journal: journalOf(tuesday) }))).toEqual(proof);
});

it('says nothing before the terminal was read', () => {
  expect(nightProof(opening({ now: at('21 07:55'), journal: journalOf(tuesday) }))).toBeNull();
});
