import { screenIds } from '../../src/screens/keys.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusedField, view } from '../../src/screens/index.ts';
import { emptyField, fieldOf } from '../../src/tui/text-field.ts';
import { checkIds, componentIds, downloadOutcomes, eveningTicks, type Witness } from '../../src/domain/facts.ts';
import type { Model } from '../../src/screens/model.ts';
import { restartAnswers } from '../../src/domain/outcomes.ts';
import { settingKeys } from '../../src/settings/setting-keys.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { fitLine, lineText, lineWidth } from '../../src/tui/line.ts';
import { anyText } from '../tui/texts.ts';
import { at, check, component, fault, model, witness } from './builders.ts';
import { guideEntries } from '../guide/january-guide.ts';

const long = fc.oneof(
  anyText,
  anyText.map((text) => text.repeat(20)),
);
const texts = fc.array(long, { maxLength: 12 });
const time = fc.integer({ min: at('18 00:00'), max: at('31 23:59') });
const state = fc.constantFrom<Witness['state']>('answers', 'unreadable', 'absent');

const components = fc.tuple(
  ...componentIds.map((id) =>
    fc
      .record({
        status: fc.constantFrom('ok', 'outdated', 'disagree', 'unknown', 'not-required'),
        installed: fc.option(long),
        required: fc.option(long),
        witnesses: fc.array(
          fc
            .tuple(fc.constantFrom('delivery-record', 'version-info', 'operator'), state, long, fc.option(long))
            .map(([source, said, raw, why]) =>
              witness(source, raw, { state: said, raw, fault: why === null ? null : fault(why) }),
            ),
          { maxLength: 3 },
        ),
      })
      .map((changes) => component(id, changes)),
  ),
);

const checks = fc.tuple(
  ...checkIds.map((id) =>
    fc
      .tuple(fc.constantFrom('ok', 'warn', 'fail', 'unknown', 'skipped'), long, fc.option(long), long)
      .map(([status, summary, remedy, evidence]) =>
        check(id, status, { summary, remedy, evidence: { [evidence]: evidence, list: [evidence] } }),
      ),
  ),
);

const survey = fc.record({
  takenAt: time,
  components,
  checks,
  terminal: fc.option(fc.record({ name: long, os: long })),
  session: fc.constant({ remote: true, locked: false, elevated: true, user: 'x' }),
});

const dialog = fc.record({
  title: long,
  body: texts,
  choices: fc.array(
    long.map((label) => ({ label, intent: null })),
    { minLength: 1, maxLength: 3 },
  ),
  selected: fc.nat(2),
  opened: fc.constant({ at: 0, chunk: 0 }),
});

const download = fc.record({
  phase: fc.constantFrom('idle', 'running', 'finished', 'failed', 'by-hand', 'by-hand-pressed'),
  startedAt: fc.option(time),
  said: fc.option(fc.record({ at: time, boot: fc.constant(null) })),
  step: fc.constantFrom('opening', 'pressing', 'pressed', null),
  words: texts,
  outcome: fc.option(fc.constantFrom(...downloadOutcomes)),
  fault: fc.option(long.map((text) => fault(text, text))),
  finish: fc.constant(null),
});

const restart = fc.record({
  phase: fc.constantFrom('idle', 'asking', 'counting', 'refused', 'overdue', 'failed'),
  dueAt: fc.option(time),
  uptimes: fc.option(fc.record({ from: fc.nat(), to: fc.nat() })),
  askedAt: fc.option(time),
  answer: fc.option(fc.constantFrom(...restartAnswers)),
  exitCode: fc.option(fc.integer()),
  comesBack: fc.boolean(),
  fault: fc.option(long.map((text) => fault(text, text))),
});

/** Whatever the console can be in, with text from outside everywhere. */
const anyModel: fc.Arbitrary<Model> = fc
  .record({
    survey: fc.option(survey),
    now: time,
    about: fc.record({
      label: fc.constantFrom('模擬', null),
      readOnly: fc.boolean(),
      paths: fc.array(fc.record({ name: long, path: long }), { maxLength: 4 }),
      problems: fc.array(
        fc.record({
          file: fc.constantFrom('settings', 'guide', 'clinic'),
          message: long,
          where: long,
          place: long,
          remedy: long,
        }),
        { maxLength: 2 },
      ),
    }),
    events: fc.array(
      long.map((message) => ({
        event: 'download-finished' as const,
        outcome: 'error' as const,
        pressed: true,
        message,
        at: at('20 08:00'),
      })),
      { maxLength: 5 },
    ),
    message: fc.option(long),
    screen: fc.constantFrom(...screenIds),
    row: fc.nat(80),
    dialog: fc.option(dialog, { freq: 4 }),
    download,
    restart,
    guide: fc.record({
      entryId: fc.option(fc.constantFrom(...guideEntries.map(({ id }) => id), 'gone')),
      query: long.map(fieldOf),
      searching: fc.boolean(),
      seen: texts,
    }),
    byHand: fc.record({
      asks: fc.constantFrom('version', 'record-path'),
      component: fc.constantFrom('face-library', null),
      field: fc.option(long.map(fieldOf)),
      first: fc.constantFrom(null, '5.1.0'),
      problem: fc.option(long),
    }),
    eveningTicks: fc.subarray([...eveningTicks]),
    showAllChecks: fc.boolean(),
    historyList: fc.record({
      view: fc.constantFrom('journal', 'commands'),
      query: fc.constant(emptyField),
      searching: fc.boolean(),
    }),
    commands: fc.array(
      fc.record({
        at: time,
        program: fc.constant('registry' as const),
        args: texts,
        asker: fc.constant(null),
        ended: long,
        durationMs: fc.constant(1),
      }),
      { maxLength: 4 },
    ),
    settingsForm: fc.record({
      editing: fc.option(fc.record({ key: fc.constantFrom(...settingKeys), field: long.map(fieldOf) })),
      saving: fc.constant(null),
      failed: fc.option(fc.record({ key: fc.constantFrom(...settingKeys), reason: long })),
    }),
    changed: fc.subarray([...componentIds]),
  })
  .map(({ row, ...changes }) => {
    const made = model(changes);
    return { ...made, selected: { ...made.selected, [made.screen]: row } };
  });

const size = fc.oneof(
  fc.constantFrom({ columns: 60, rows: 16 }, { columns: 80, rows: 24 }, { columns: 120, rows: 40 }),
  fc.record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 60 }) }),
);
const worlds = fc.constantFrom<Ambiguous>('narrow', 'wide');

describe('whatever the console holds', () => {
  it('no line is wider than the screen, and the last row stays free', () => {
    fc.assert(
      fc.property(anyModel, size, worlds, (shown, place, ambiguous) => {
        const lines = view({ ...shown, size: place }, ambiguous);
        expect(lines).toHaveLength(place.rows - 1);
        for (const line of lines) {
          expect(lineWidth(line, ambiguous)).toBe(place.columns);
          // What draws the lines fits them once more: that must change nothing.
          expect(lineText(fitLine(line, place.columns, ambiguous))).toBe(lineText(line));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('nothing that is shown can move the cursor', () => {
    fc.assert(
      fc.property(anyModel, worlds, (shown, ambiguous) => {
        for (const line of view(shown, ambiguous)) expect(lineText(line)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it('one row at most is selected, and it is in view', () => {
    fc.assert(
      fc.property(anyModel, worlds, (shown, ambiguous) => {
        const rows = view({ ...shown, dialog: null, size: { columns: 60, rows: 16 } }, ambiguous);
        const markers = rows.filter((line) => line.some((span) => span.text.startsWith('> ') && span.bold === true));
        const field = focusedField(shown) !== null;
        const none = shown.screen === 'restart' && shown.restart.phase === 'asking';
        // A text field, where one is open, is what must be in view; an entry of the guide opens at its top.
        const entry = shown.screen === 'guide' && shown.guide.entryId !== null;
        const least = field || none || entry ? 0 : 1;
        expect(markers.length).toBeGreaterThanOrEqual(least);
        expect(markers.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });
});
