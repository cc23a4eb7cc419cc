import * as fc from 'fast-check';
import { screenIds } from '../../src/screens/keys.ts';
import { expect, it } from 'vitest';
import type { ActionRequest } from '../../src/actions/catalogue.ts';
import { dangers, type ActionId } from '../../src/actions/dangers.ts';
import type { Dialog, Intent } from '../../src/screens/intent.ts';
import { menuOf, selectedIndex, selectedItem } from '../screens/rows.ts';
import { update, type Message } from '../../src/console/update.ts';
import type { Model } from '../../src/screens/model.ts';
import { placeOf } from '../../src/screens/index.ts';
import { foreign, held, morning, opening, patience } from './builders.ts';
import { happenings, messageOf, scripts, type Happening } from './happenings.ts';

/** Where an intent leads when it acts. */
const actionOf: Readonly<Partial<Record<Intent['type'], ActionId>>> = {
  'press-download': 'press-download',
  'request-restart': 'request-restart',
  'cancel-restart': 'cancel-restart',
  'cancel-and-leave': 'cancel-restart',
  'pressed-by-hand': 'note-press-by-hand',
  'tool-answered': 'note-tool-answer',
  'open-tool': 'open-tool',
  'show-record': 'show-record',
  'record-version': 'record',
  'leave-on': 'record',
  'support-called': 'record',
  'report-sent': 'record',
  // How many terminals there are is typed there.
  'edit-report': 'record',
  'save-report': 'write-file',
  'save-bundle': 'write-file',
  'save-sheet': 'write-file',
  'save-history-page': 'write-file',
  'learn-record-path': 'record',
  'save-setting': 'save-setting',
  'agree-file': 'agree-file',
};

/** What must never happen without a question before it: it changes the terminal for good, or what the rules go by. */
function needsQuestion(request: ActionRequest): boolean {
  // How many terminals there are is typed.
  const unasked: ReadonlySet<string> = new Set(['left-on', 'terminals-counted']);
  if (request.action === 'record') return request.events.some(({ event }) => !unasked.has(event));
  return ['press-download', 'request-restart', 'note-press-by-hand', 'save-setting', 'agree-file'].includes(
    request.action,
  );
}

/** The world as it goes: the model, real time, the pieces of input, and when the open question came up. */
interface World {
  readonly model: Model;
  readonly now: number;
  readonly chunk: number;
  readonly asked: { readonly at: number; readonly chunk: number | null } | null;
  readonly did: readonly ActionId[];
}

function begin(options: { readonly readOnly: boolean; readonly locked: boolean }): World {
  const model = opening({ about: { readOnly: options.readOnly }, lock: options.locked ? foreign : held });
  return { model, now: morning, chunk: 0, asked: null, did: [] };
}

function next(world: World, happening: Happening): World {
  const now = world.now + happening.later;
  const chunk = happening.sameChunk ? world.chunk : world.chunk + 1;
  const message = messageOf(happening, { now, chunk, inText: placeOf(world.model) === 'text' });
  const [model, effects] = update(world.model, message);
  const did = effects.flatMap((effect) => {
    if (effect.type !== 'act' || dangers[effect.request.action] === 'nothing') return [];
    mayHaveActed({ ...world, now, chunk }, message, effect.request);
    return [effect.request.action];
  });
  holdsTogether(model);
  const isNew = model.dialog !== null && model.dialog.opened !== world.model.dialog?.opened;
  const opened = isNew ? { at: now, chunk: message.type === 'pressed' ? chunk : null } : world.asked;
  return { model, now, chunk, asked: model.dialog ? opened : null, did: [...world.did, ...did] };
}

/**
 * An action comes from a survey's findings, or from Enter: on a row that is not blocked, or in a question that has
 * stood.
 */
function mayHaveActed(world: World, message: Message, request: ActionRequest): void {
  const { model } = world;
  expect(model.about.readOnly).toBe(false);
  if (message.type === 'lock') {
    // Taking over is put on record by whoever did not hold the lock before.
    expect({ now: message.lock.held, before: model.lock.held }).toEqual({ now: true, before: false });
    expect(request).toMatchObject({ action: 'record', events: [{ event: 'console-started' }] });
    return;
  }
  expect(model.lock.held).toBe(true);
  if (message.type === 'surveyed') {
    expect(request.action).toBe('record');
    const events = request.action === 'record' ? request.events.map(({ event }) => event) : [];
    const { calledOff, download } = model;
    const allowed = [
      'restart-confirmed',
      'version-seen',
      // Endings that the journal does not tell of.
      ...(calledOff === null ? [] : ['restart-cancelled']),
      ...(download.finish === null ? [] : ['download-finished']),
    ];
    expect(allowed).toEqual(expect.arrayContaining(events));
    return;
  }
  if (request.action === 'write-file' && request.purpose === 'clinic') {
    // The clinic's name and number are kept when the operator leaves their fields.
    expect(model.report.editing).not.toBeNull();
    expect(message.type).toBe('pressed');
    return;
  }
  if (request.action === 'cancel-restart' && placeOf(model) === 'countdown' && isEscape(message)) return;
  expect(message).toMatchObject({ type: 'pressed', press: { id: 'enter' } });
  if (model.dialog) answered(world, model.dialog, request);
  else {
    expect(needsQuestion(request)).toBe(false);
    const row = selectedItem(model);
    expect(row?.blocked).toBeNull();
    expect(row?.intent && actionOf[row.intent.type]).toBe(request.action);
  }
}

/** The one key besides Enter that acts: it calls off what counts down before the operator's eyes. */
function isEscape(message: Message): boolean {
  return message.type === 'pressed' && message.press.id === 'escape';
}

function answered({ now, chunk, asked }: World, dialog: Dialog, request: ActionRequest): void {
  expect(now - (asked?.at ?? Infinity)).toBeGreaterThanOrEqual(patience);
  expect(chunk).not.toBe(asked?.chunk);
  // The first choice never acts, so the operator has moved to this one.
  expect(dialog.selected).toBeGreaterThan(0);
  const intent = dialog.choices[dialog.selected]?.intent;
  expect(intent && actionOf[intent.type]).toBe(request.action);
}

function holdsTogether(model: Model): void {
  const rows = menuOf(model);
  const at = selectedIndex(model);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(at).toBeLessThan(Math.max(1, rows.length));
  expect(selectedItem(model) === null).toBe(rows.length === 0);
  if (model.dialog) expect(model.dialog.choices[model.dialog.selected]).toBeDefined();
  // The way back never grows beyond every screen once, and the guide's list behind one of its entries.
  expect(model.trail.length).toBeLessThanOrEqual(screenIds.length + 1);
  expect(model.byHand.field === null || model.screen === 'by-hand').toBe(true);
}

const onlookers = fc.constantFrom(
  { readOnly: true, locked: true },
  { readOnly: true, locked: false },
  { readOnly: false, locked: true },
);
const lives = fc.array(happenings, { minLength: 5, maxLength: 25 }).map((parts) => parts.flat());

it('acts only on a confirmed wish, never without the lock, and never loses its place', () => {
  fc.assert(
    fc.property(lives, (life) => {
      expect(() => life.reduce(next, begin({ readOnly: false, locked: false }))).not.toThrow();
    }),
    { numRuns: 200 },
  );
});

it('does nothing at all to the terminal or the journal while it only looks', () => {
  fc.assert(
    fc.property(onlookers, lives, (onlooker, life) => {
      // Nobody gives this console the lock.
      const unhelped = life.filter(({ what }) => what.type !== 'lock');
      expect(unhelped.reduce(next, begin(onlooker)).did).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it.each(scripts)('lets an operator who takes the time do it: %s', (action, script) => {
  expect(script.reduce(next, begin({ readOnly: false, locked: false })).did).toContain(action);
});
