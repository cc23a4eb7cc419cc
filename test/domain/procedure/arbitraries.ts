import * as fc from 'fast-check';
import { checkIds, downloadOutcomes, type Witness } from '../../../src/domain/facts.ts';
import { DAY, HOUR, SECOND } from '../../../src/domain/time.ts';
import type { History } from '../../../src/domain/history.ts';
import { builtInNotice } from '../../../src/domain/notice/built-in.ts';
import type { RuleFacts } from '../../../src/domain/procedure/situation.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { judgeComponent } from '../../../src/domain/versions/component-status.ts';
import { at } from './builders.ts';

/** Times around the delivery, the edges of nights and of reception more often than by chance. */
const edges = [
  '18 05:00',
  '19 20:00',
  '20 05:00',
  '20 08:30',
  '20 18:30',
  '25 20:00',
  '26 05:00',
  '30 20:00',
  '31 05:00',
];
const instant = fc.oneof(
  fc
    .tuple(fc.constantFrom(...edges), fc.constantFrom(-SECOND, 0, SECOND, HOUR))
    .map(([edge, shift]) => at(edge) + shift),
  fc.integer({ min: at('17 00:00'), max: at('31 23:00') + 5 * DAY }).map((time) => time - (time % SECOND)),
);

const version = fc.constantFrom('5.0.3', '5.0.30', '5.1.0', '5.1.0.12', '5.10.0');
const witnessOf = (source: Witness['source']) =>
  fc
    .record({
      state: fc.constantFrom(
        'answers' as const,
        'answers' as const,
        'answers' as const,
        'unreadable',
        'timed-out',
        'absent',
      ),
      version,
      changedAt: fc.option(instant),
    })
    .map(({ state, version, changedAt }) => ({
      source,
      state,
      raw: state === 'answers' ? version : null,
      version: state === 'answers' ? version : null,
      path: null,
      changedAt,
      fault: null,
    }));

const target = fc
  .tuple(witnessOf('delivery-record'), witnessOf('version-info'), fc.option(witnessOf('operator'), { freq: 3 }))
  .map((witnesses) =>
    judgeComponent(
      'face-library',
      '5.1.0',
      witnesses.filter((witness) => witness !== null),
    ),
  );

const times = fc.array(instant, { maxLength: 4 }).map((all) => all.toSorted((a, b) => a - b));

const history: fc.Arbitrary<History> = fc.record({
  trail: fc.constant([]),
  presses: fc
    .array(
      fc.record({
        at: instant,
        outcome: fc.option(fc.constantFrom(...downloadOutcomes)),
        byHand: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    .map((all) => all.toSorted((a, b) => a.at - b.at)),
  fullBoots: times,
  restartRequests: times.map((all) => all.map((at) => ({ at, bootedAt: null, attempt: 1 }))),
  versionsSeen: fc.array(
    fc.record({
      at: instant,
      component: fc.constantFrom('face-library' as const, 'link-app'),
      source: fc.constantFrom('delivery-record' as const, 'version-info'),
      version: fc.oneof(version, fc.constantFrom('5.1', '', '?')),
    }),
    { maxLength: 4 },
  ),
  operatorVersions: fc.constant([]),
  reportsSent: fc.array(fc.record({ at: instant, identificationNumber: fc.constantFrom('150', '149') }), {
    maxLength: 2,
  }),
  terminals: fc.constant(null),
  supportCalls: times.map((all) => all.map((at) => ({ at }))),
  nightsLeftOn: fc.constant([]),
  recordPath: fc.constant(null),
  lastEntryAt: fc.option(instant),
  begun: fc.record({
    download: fc.option(fc.record({ at: instant, lock: fc.option(fc.constantFrom('a', 'b')) })),
    restart: fc.option(fc.record({ at: instant, dueAt: fc.option(instant) })),
  }),
});

const notice = fc.subarray(['2026-01-19', '2026-01-20', '2026-01-25', '2026-01-30']).map((excludedNights) => {
  const builtIn = builtInNotice();
  return { ...builtIn, delivery: { ...builtIn.delivery, excludedNights } };
});

/** Facts of every kind, the component judged as the program judges it. */
export const ruleFacts: fc.Arbitrary<RuleFacts> = fc.record({
  now: instant,
  notice,
  receptionHours: fc.constantFrom(defaultSettings().receptionHours, []),
  target,
  checks: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...checkIds),
      status: fc.constantFrom('ok' as const, 'ok', 'warn', 'fail', 'unknown', 'skipped'),
    }),
    { selector: ({ id }) => id },
  ),
  bootedAt: fc.option(instant),
  livingLock: fc.option(fc.constantFrom('a', 'b')),
  history,
});
