import { checkIds } from '../../../src/domain/facts.ts';
import { idleRestart } from '../../../src/screens/restart/countdown.ts';
import {
  at as time,
  check,
  checks,
  components,
  now,
  unreadable,
  updated,
  witness,
  type ModelChanges,
} from '../../screens/builders.ts';
import { allHostile, hostile } from './hostile.ts';
import { played, type State, type Under } from './state.ts';

const HOUR = 3_600_000;

/** Two cycles that did not help. */
const twoCycles: ModelChanges = {
  now: time('22 08:10'),
  survey: { boot: { bootedAt: time('22 08:00'), lastBootKind: 'full' } },
  events: ['20', '21'].flatMap((day) => [
    { event: 'download-started', at: time(`${day} 08:00`) } as const,
    { event: 'download-finished', outcome: 'error', pressed: true, at: time(`${day} 08:01`) } as const,
    {
      event: 'restart-confirmed',
      bootedAt: `2026-01-${day}T08:05:00+09:00`,
      kind: 'full',
      at: time(`${day} 08:06`),
    } as const,
  ]),
};
const sent = { event: 'report-sent', identificationNumber: '150', at: time('20 08:07') } as const;
const disagreeing = components({
  status: 'disagree',
  installed: '5.0.3',
  witnesses: [witness('delivery-record', '5.1.0'), witness('version-info', '5.0.3')],
});
const everyStatus = checks({ clock: 'fail', network: 'warn', session: 'unknown', 'disk-space': 'skipped' });

/** Every verdict and every next step, and what the status screen shows of checks and other consoles. */
export function statusStates({ state, notice, component }: Under): readonly State[] {
  return [
    state('status', 'download-now: outdated in the morning'),
    state('status', 'nothing has been read yet', { survey: null, decision: null, surveying: true }),
    state('status', 'the versions are read, the rest is waited for', {
      survey: {
        takenAt: now - 3_000,
        components: components(updated),
        checks: checks().slice(0, 2),
        pending: { checks: checkIds.slice(2), boot: true },
      },
      decision: null,
      surveying: true,
    }),
    state('status', 'old, and one check is waited for after a press that is on record', {
      events: [{ event: 'download-started', at: now }],
      survey: {
        takenAt: now - 3_000,
        checks: checks().filter(({ id }) => id !== 'network'),
        pending: { checks: ['network'], boot: false },
      },
      surveying: true,
    }),
    state('status', 'download-now in hours of reception', { now: time('20 10:00') }),
    state('status', 'leave-on-overnight: before the first night', { now: time('19 18:30') }),
    state('status', 'fix-first: the network fails', { survey: { checks: checks({ network: 'fail' }) } }),
    state('status', 'restart: pressed, not restarted', {
      events: [{ event: 'download-started', at: now }],
    }),
    state('status', 'restart: the witnesses disagree', { survey: { components: disagreeing } }),
    state('status', 'check-by-hand: nothing can be read', { survey: { components: components(unreadable) } }),
    state('status', 'call-support: two cycles failed', twoCycles),
    state('status', 'send-report: current', { survey: { components: components(updated) } }),
    state('status', 'all-done: the report was sent', {
      survey: { components: components(updated) },
      events: [sent],
    }),
    state('status', 'all-day delivery has begun', { now: time('31 09:00') }),
    state('status', 'checks in every state, all shown', {
      survey: { checks: everyStatus },
      showAllChecks: true,
    }),
    state('status', 'every check fails', {
      survey: { checks: checkIds.map((id) => check(id, 'fail')) },
    }),
    state('status', 'a version has just changed', {
      survey: { components: components(updated) },
      changed: notice.targets.map((target) => target.component),
      message: `${component}のバージョンが変わりました。`,
    }),
    state('status', 'a restart is proven', {
      restartProof: { type: 'proven', bootedAt: time('20 08:02') },
    }),
    state('status', 'a restart is not proven', {
      restartProof: { type: 'not-yet', requestedAt: now - HOUR, accepted: true },
    }),
    state('status', 'a restart counts down', {
      restart: { ...idleRestart, phase: 'counting', dueAt: now + 42_000 },
    }),
    state('status', 'read-only', { about: { readOnly: true } }),
    state('status', 'a second console', { lock: { held: false, ownerPid: 4711 } }),
    state('status', 'a second console, once the first has ended', {
      lock: { held: false, ownerPid: 4711, hasEnded: true },
    }),
    state('status', 'another console, whose process is not known', { lock: { held: false, ownerPid: null } }),
    state('status', 'a practice terminal', { about: { label: '模擬' } }),
    state('status', 'the terminal has no name', { survey: { terminal: null } }),
    played(state('status', 'x'), 'a key without a meaning', { id: 'other' }),
    played(state('status', 'x'), 'kana: Japanese input is on', { id: 'kana' }),
    ...Object.entries(hostile).map(([name, text]) =>
      state(
        'status',
        `text from outside everywhere: ${name}`,
        {
          survey: {
            terminal: { name: text, os: text },
            components: components({ installed: text, witnesses: [witness('version-info', text)] }),
            checks: [check('network', 'fail', { summary: text, remedy: text, evidence: { [text]: text } })],
          },
          message: text,
        },
        allHostile,
      ),
    ),
  ];
}
