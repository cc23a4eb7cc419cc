import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { update, type Message } from '../../src/console/update.ts';
import { checkIds, type CheckId, type Survey } from '../../src/domain/facts.ts';
import { failed } from '../../src/domain/fault.ts';
import { readingsOf } from '../../src/domain/versions/component-status.ts';
import { pageOf } from '../../src/screens/index.ts';
import type { Model } from '../../src/screens/model.ts';
import { selectedOf } from '../../src/screens/screen.ts';
import { select } from '../../src/screens/step.ts';
import { fakeFault } from '../fakes/ports.ts';
import { rowsOf } from '../screens/builders.ts';
import { acts, checks, faceLibrary, opening, surveyWith } from './builders.ts';

function unread({ about: { notice }, history }: Model): Survey['components'] {
  return readingsOf(null, { notice, history });
}

/** What is known of this survey when these checks have come. */
function arrived(survey: Survey, come: readonly CheckId[], model: Model): Survey {
  const boot = !come.includes('restart-state');
  return {
    ...survey,
    pending: { checks: checkIds.filter((id) => !come.includes(id)), boot },
    checks: survey.checks.filter(({ id }) => come.includes(id)),
    components: come.includes('component-versions') ? survey.components : unread(model),
    boot: boot ? { bootedAt: null, lastBootKind: 'unknown' } : survey.boot,
  };
}

/** One more check has come, in this order; then the reading is over. */
function messages(survey: Survey, order: readonly CheckId[]): readonly ((model: Model) => Message)[] {
  return [
    ...order.map((_, index) => (model: Model): Message => ({
      type: 'arrived',
      survey: arrived(survey, order.slice(0, index + 1), model),
    })),
    () => ({ type: 'surveyed', scope: 'all', survey, commands: [] }),
  ];
}

function place(model: Model): { readonly id: string | undefined; readonly line: number } {
  return {
    id: selectedOf(model, pageOf(model).rows)?.id,
    line: rowsOf(model).findIndex((text) => text.startsWith('> ')),
  };
}

const orders = fc.shuffledSubarray([...checkIds], { minLength: checkIds.length });
const surveys = fc
  .record({
    version: fc.constantFrom('5.0.3', '5.1.0'),
    bad: fc.dictionary(fc.constantFrom(...checkIds), fc.constantFrom('warn', 'fail', 'unknown')),
  })
  .map(({ version, bad }) =>
    surveyWith({
      components: unread(opening()).map((reading) => (reading.id === 'face-library' ? faceLibrary(version) : reading)),
      checks: checks(Object.fromEntries(Object.entries(bad).map(([id, status]) => [id, { status }]))),
    }),
  );

describe('what comes in, in whatever order', () => {
  it('moves neither the selection nor the line that it stands in', () => {
    fc.assert(
      fc.property(surveys, orders, fc.nat(checkIds.length), fc.nat(checkIds.length), (survey, order, row, when) => {
        const all = messages(survey, order);
        const before = all.slice(0, when).reduce((model, message) => update(model, message(model))[0], opening());
        let model = select({ ...before, size: { columns: 80, rows: 24 } }, row);
        const chosen = place(model);
        for (const message of all.slice(when)) {
          [model] = update(model, message(model));
          expect(place(model)).toEqual(chosen);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is put on record once, as soon as it is known which boot this is', () => {
    fc.assert(
      fc.property(surveys, orders, (survey, order) => {
        let model = opening();
        const written = messages(survey, order).map((message) => {
          const [next, effects] = update(model, message(model));
          model = next;
          return acts(effects).flatMap((request) => (request.action === 'record' ? request.events : []));
        });
        const names = written.map((events) => events.map(({ event }) => event));
        const boot = order.indexOf('restart-state');
        const versions = Math.max(boot, order.indexOf('component-versions'));
        expect(names.flat().toSorted()).toEqual(['restart-confirmed', 'version-seen']);
        expect(names[boot]).toContain('restart-confirmed');
        expect(names[versions]).toContain('version-seen');
      }),
      { numRuns: 50 },
    );
  });

  it('is written again with the next reading where it could not be written', () => {
    const survey = surveyWith();
    const [, record, later] = messages(survey, ['restart-state', 'component-versions', 'clock']);
    if (!record || !later) throw new Error('no messages');
    const [failing, effects] = update(opening(), record(opening()));
    const [request] = acts(effects);
    if (request?.action !== 'record') throw new Error('nothing was recorded');
    expect(acts(update(failing, later(failing))[1])).toEqual([]);
    const [free] = update(failing, { ...request, type: 'action-done', outcome: failed(fakeFault()) });
    expect(acts(update(free, later(free))[1])).toEqual([request]);
  });
});
