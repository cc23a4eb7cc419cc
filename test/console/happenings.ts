import * as fc from 'fast-check';
import type { ActionId } from '../../src/actions/dangers.ts';
import { downloadOutcomes, type ComponentReading } from '../../src/domain/facts.ts';
import type { Message } from '../../src/console/update.ts';
import { SECOND } from '../../src/domain/time.ts';
import { characterKeys, namedKeys, type KeyId, type KeyPress } from '../../src/tui/keys.ts';
import { restartAnswers } from '../../src/domain/outcomes.ts';
import { fakeFault } from '../fakes/ports.ts';
import { checks, faceLibrary, foreign, held, journalOf, morning, RESTART_DELAY, surveyWith } from './builders.ts';
import { cancelDone, done, restartDone, settingDone } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';

/**
 * Something that happens `later` milliseconds after what came before; a key in the same piece of input or in a new one.
 */
export interface Happening {
  readonly later: number;
  readonly sameChunk: boolean;
  readonly what: Message | { readonly type: 'key'; readonly key: KeyPress };
}

/** The message as the console gets it: with the time, and characters as text where a field has the focus. */
export function messageOf(
  { what }: Happening,
  world: { readonly now: number; readonly chunk: number; readonly inText: boolean },
): Message {
  const { now, chunk, inText } = world;
  switch (what.type) {
    case 'key': {
      const isCharacter = characterKeys.some((each) => each === what.key.id);
      const press = inText && isCharacter ? ({ id: 'text', text: what.key.id } as const) : what.key;
      return { type: 'pressed', press, chunk, now };
    }
    case 'clock':
      return { type: 'clock', now, uptimeSeconds: null };
    case 'surveyed':
      return { ...what, survey: { ...what.survey, takenAt: now } };
    case 'action-done':
      return what.action === 'request-restart' && what.outcome.ok
        ? { ...what, outcome: ok({ ...what.outcome.value, dueAt: now + RESTART_DELAY * SECOND }) }
        : what;
    default:
      return what;
  }
}

const keyIds = [...namedKeys.filter((key) => key !== 'ctrl-c'), ...characterKeys] as const;
const keyPress: fc.Arbitrary<KeyPress> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...keyIds).map((id): KeyPress => ({ id })) },
  { weight: 6, arbitrary: fc.constantFrom<KeyId>('enter', 'down', 'right').map((id): KeyPress => ({ id })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('5.1.0', '5.0.3', '，', 'x').map((text): KeyPress => ({ id: 'text', text })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<KeyPress>({ id: 'ctrl-c' }, { id: 'kana' }, { id: 'other' }, { id: 'line-end' }),
  },
);

const later = fc.constantFrom(0, 1, 100, 299, 300, 1_000, 61_000, 12 * 3_600_000);
const soon = fc.constantFrom(0, 1, 150, 299, 300, 1_000);
const key = (pause: fc.Arbitrary<number>, press: fc.Arbitrary<KeyPress>): fc.Arbitrary<Happening> =>
  fc
    .tuple(pause, fc.boolean(), press)
    .map(([ms, sameChunk, pressed]) => ({ later: ms, sameChunk, what: { type: 'key', key: pressed } }));

const screen: fc.Arbitrary<readonly Happening[]> = key(
  soon,
  fc.constantFrom<KeyId>('2', '3', '4', '5', '6').map((id) => ({ id })),
).map((each) => [each]);

const components: fc.Arbitrary<readonly ComponentReading[]> = fc
  .constantFrom('5.0.3', '5.0.3', '5.1.0', null)
  .map((version) => [faceLibrary(version)]);
const survey = fc
  .record({
    components,
    checks: fc.constantFrom(checks(), checks({ network: { status: 'fail', guideId: 'network-edns' } }), []),
    boot: fc.constantFrom(morning - 60_000, morning - 24 * 3_600_000, null).map((bootedAt) => ({
      bootedAt,
      lastBootKind: 'full' as const,
    })),
  })
  .map((changes) => surveyWith(changes));

const journals = [
  journalOf(),
  journalOf(['20 08:05', { event: 'download-started' }]),
  journalOf(['20 08:05', { event: 'download-started', lock: 'theirs' }]),
  journalOf([
    '20 08:10',
    { event: 'restart-requested', bootedAt: null, attempt: 1, dueAt: '2026-01-20T20:11:00+09:00' },
  ]),
  journalOf(['20 08:05', { event: 'operator-version', component: 'face-library', version: '5.1.0' }]),
];
const fault = fakeFault('timed-out');
const scheduled: Message = restartDone(
  ok({
    answer: 'already-scheduled',
    exitCode: 1190,
    dueAt: 0,
    uptimes: null,
    comesBack: true,
  }),
);

const message: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 4,
    arbitrary: survey.map((read): Message => ({ type: 'surveyed', scope: 'all', survey: read, commands: [] })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...downloadOutcomes), fc.boolean()).map(([outcome, pressed]): Message => ({
      type: 'tool',
      event: { type: 'finished', outcome, pressed, message: null },
    })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...restartAnswers).map((answer): Message =>
      restartDone(
        ok({
          answer,
          exitCode: 0,
          dueAt: 0,
          uptimes: null,
          comesBack: true,
        }),
      ),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Message>(
      { type: 'clock', now: 0, uptimeSeconds: null },
      { type: 'refresh' },
      { type: 'settle' },
      { type: 'files-changed' },
      { type: 'lock', lock: foreign },
      { type: 'lock', lock: held },
      { type: 'living-lock', token: 'theirs' },
      { type: 'living-lock', token: null },
      { type: 'look-on' },
      { type: 'journal-failed', fault },
      { type: 'tool', event: { type: 'says', text: '…' } },
      done({ action: 'press-download' }, failed(fault)),
      done({ action: 'open-tool' }, failed(fault)),
      done({ action: 'show-record' }, ok({ path: null })),
      done<'look-at-record'>({ action: 'look-at-record', path: 'x' }, failed(fault)),
      settingDone(failed(fault)),
      settingDone(ok({ path: 'settings.json' })),
      cancelDone(ok({ answer: 'accepted', exitCode: 0 })),
      restartDone(failed(fault)),
      cancelDone(failed(fault)),
      { type: 'resized', columns: 40, rows: 10 },
      ...journals.map((reading) => ({ type: 'journal', reading }) as const),
    ),
  },
);

const told = (ms: number, what: Message): Happening => ({ later: ms, sameChunk: false, what });

/**
 * Open a question and agree to it, hastily or not: what a paste or an impatient hand does. Now and then something comes
 * between, or it is the answer to a restart that opens the question.
 */
const agreeing: fc.Arbitrary<readonly Happening[]> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: key(soon, fc.constant({ id: 'enter' })) },
      { weight: 1, arbitrary: later.map((ms) => told(ms, scheduled)) },
    ),
    fc.option(message, { freq: 2 }),
    key(soon, fc.constant({ id: 'right' })),
    key(soon, fc.constant({ id: 'enter' })),
  )
  .map(([open, between, choose, confirm]) => [open, ...(between === null ? [] : [told(0, between)]), choose, confirm]);

/** On the last row something happens that may leave fewer of them. */
const atTheEnd: fc.Arbitrary<readonly Happening[]> = fc
  .tuple(key(soon, fc.constant({ id: 'end' })), later, message)
  .map(([end, ms, what]) => [end, told(ms, what)]);

/** A key, a handful of keys, or a message. */
export const happenings: fc.Arbitrary<readonly Happening[]> = fc.oneof(
  { weight: 4, arbitrary: key(later, keyPress).map((each) => [each]) },
  { weight: 3, arbitrary: agreeing },
  { weight: 1, arbitrary: atTheEnd },
  { weight: 2, arbitrary: screen },
  { weight: 3, arbitrary: fc.tuple(later, message).map(([ms, what]) => [told(ms, what)]) },
);

function calmly(...whats: readonly (KeyId | Message | { readonly text: string })[]): readonly Happening[] {
  return whats.map((what) => ({
    later: SECOND,
    sameChunk: false,
    what:
      typeof what === 'string'
        ? { type: 'key', key: { id: what } }
        : 'text' in what
          ? { type: 'key', key: { id: 'text', text: what.text } }
          : what,
  }));
}

const read: Message = { type: 'surveyed', scope: 'all', survey: surveyWith(), commands: [] };
const unreachable: Message = {
  type: 'tool',
  event: { type: 'finished', outcome: 'button-missing', pressed: false, message: null },
};

const accepted = restartDone(ok({ answer: 'accepted', exitCode: 0, dueAt: 0, uptimes: null, comesBack: true }));

/** For every action the keys that lead to it: what the properties watch for does happen. */
export const scripts: readonly (readonly [ActionId, readonly Happening[]])[] = [
  ['press-download', calmly(read, '4', 'enter', 'right', 'enter')],
  ['request-restart', calmly(read, '5', 'enter', 'right', 'enter')],
  ['cancel-restart', calmly(read, '5', 'enter', 'right', 'enter', accepted, 'enter')],
  ['cancel-restart', calmly(read, '5', 'enter', 'right', 'enter', accepted, '1', '5', 'escape')],
  ['note-press-by-hand', calmly(read, unreachable, '4', 'down', 'enter', 'right', 'enter')],
  ['note-tool-answer', calmly(read, unreachable, '4', 'down', 'enter', 'right', 'enter', 'enter')],
  ['open-tool', calmly(read, unreachable, '4', 'enter')],
  ['show-record', calmly(read, '3', 'enter')],
  ['save-setting', calmly('s', 'down', 'enter', { text: 'A-1' }, 'enter', 'right', 'enter')],
  ['record', calmly('3', 'down', 'enter', { text: '5.0.3' }, 'enter', 'right', 'enter')],
];
