import * as fc from 'fast-check';
import { checkIds, downloadOutcomes, type Witness } from '../../../src/domain/facts.ts';
import { DAY, HOUR, SECOND } from '../../../src/domain/time.ts';
import { componentsOf } from '../../../src/domain/notice/components.ts';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import type { History } from '../../../src/domain/history.ts';
import type { RuleFacts } from '../../../src/domain/procedure/situation.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { judgeComponent, targetsIn } from '../../../src/domain/versions/component-status.ts';
import { extension, january } from '../notice/builders.ts';
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

/** What the witnesses of a component say, as the program judges it against the version that the notice asks for. */
const witnesses = fc
  .tuple(witnessOf('delivery-record'), witnessOf('version-info'), fc.option(witnessOf('operator'), { freq: 3 }))
  .map((all) => all.filter((witness) => witness !== null));

const times = fc.array(instant, { maxLength: 4 }).map((all) => all.toSorted((a, b) => a - b));

const history: fc.Arbitrary<History> = fc.record({
  trail: fc.constant([]),
  presses: fc
    .array(
      fc.record({
        kind: fc.constantFrom('press' as const, 'press', 'hand-steps'),
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
      component: fc.constantFrom('face-library' as const, 'link-app', extension.id),
      source: fc.constantFrom('delivery-record' as const, 'version-info'),
      version: fc.oneof(version, fc.constantFrom('5.1', '', '?')),
    }),
    { maxLength: 4 },
  ),
  operatorVersions: fc.constant([]),
  reportsSent: fc.array(fc.record({ at: instant, identificationNumber: fc.constantFrom('150', '149', null) }), {
    maxLength: 2,
  }),
  terminals: fc.constant(null),
  supportCalls: times.map((all) => all.map((at) => ({ at }))),
  stepsTicked: fc.constant([]),
  isDone: fc.boolean(),
  nightsLeftOn: fc.constant([]),
  recordPath: fc.constant(null),
  lastEntryAt: fc.option(instant),
  begun: fc.record({
    download: fc.option(fc.record({ at: instant, lock: fc.option(fc.constantFrom('a', 'b')) })),
    restart: fc.option(fc.record({ at: instant, dueAt: fc.option(instant) })),
  }),
});

const { report } = january;

/**
 * The notice of January, and such as differ from it in how it comes, what it asks for, what completes it and how it is
 * reported.
 */
const notice: fc.Arbitrary<Notice> = fc
  .record({
    excludedNights: fc.subarray(['2026-01-19', '2026-01-20', '2026-01-25', '2026-01-30']),
    allDayFrom: fc.constantFrom('2026-01-31', '2026-02-03', null),
    way: fc.constantFrom('nights', 'nights', 'any time', 'by hand'),
    restart: fc.constantFrom(true, true, false),
    asks: fc.constantFrom(1, 1, 2),
    report: fc.constantFrom<Notice['report']>(report, report, { ...report, number: null }, null),
  })
  .map(({ excludedNights, allDayFrom, way, restart, asks, report: reported }) => ({
    ...january,
    components: [extension],
    targets: [...january.targets, { component: extension.id, version: '5.1.0' }].slice(0, asks),
    delivery: way === 'nights' ? { ...january.delivery, excludedNights, allDayFrom } : null,
    ...(way === 'by hand' ? { by: 'hand', steps: ['する'] } : { by: 'tool', steps: [] }),
    restart,
    report: reported,
  }));

/** Facts of every kind, the component judged as the program judges it. */
export const ruleFacts: fc.Arbitrary<RuleFacts> = fc
  .record({
    now: instant,
    readAt: instant,
    notice,
    receptionHours: fc.constantFrom(defaultSettings().receptionHours, []),
    seen: fc.tuple(witnesses, witnesses),
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
  })
  .map(({ seen, ...facts }) => {
    const readings = componentsOf(facts.notice).map((component) => {
      const place = facts.notice.targets.findIndex((target) => target.component === component.id);
      return judgeComponent(component, facts.notice.targets[place]?.version ?? null, seen[place] ?? []);
    });
    return { ...facts, targets: targetsIn(readings, facts.notice) };
  });
