import { describe, expect, it } from 'vitest';
import { inReception, refusal } from '../../src/screens/queries.ts';
import { placeOf } from '../../src/screens/index.ts';
import { restartAttempt } from '../../src/screens/restart/update.ts';
import { targetReading } from '../../src/domain/procedure/situation.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import {
  aboutWith,
  at,
  choose,
  faceLibrary,
  foreign,
  held,
  journalOf,
  onScreen,
  opening,
  play,
  press,
  ready,
  surveyWith,
} from '../console/builders.ts';
import { actions } from '../../src/actions/catalogue.ts';
import type { ActionId } from '../../src/actions/dangers.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';

describe('where the keys go', () => {
  const asked = press(onScreen(ready(), 'download'), 'enter')[0];
  const typing = choose(onScreen(ready(), 'by-hand'), 'type-version')[0];

  it.each([
    ['to the screen', ready(), 'status'],
    ['to the question', asked, 'dialog'],
    ['to the screen again once it is answered', press(asked, 'escape')[0], 'download'],
    ['to the version that is typed', typing, 'text'],
    ['to the question before what is typed', { ...typing, dialog: asked.dialog }, 'dialog'],
    ['to the search', press(onScreen(ready(), 'guide'), '/')[0], 'text'],
    ['to the list that the search found', play(onScreen(ready(), 'guide'), '/', 'enter')[0], 'guide'],
  ])('%s', (_, model, place) => {
    expect(placeOf(model)).toBe(place);
  });
});

it('finds the component that the notice is about, or none', () => {
  const link = { ...faceLibrary('4.0.2'), id: 'link-app' } as const;
  const library = faceLibrary('5.0.3');
  const find = (...components: readonly (typeof library)[]) =>
    targetReading(surveyWith({ components }), builtInNotice());
  expect(find(link, library)).toBe(library);
  expect(find(link)).toBeNull();
});

it.each([
  ['20 08:29', false],
  ['20 08:30', true],
  ['20 18:30', false],
  ['25 10:00', false],
])('receives patients at %s: %s', (now, open) => {
  expect(inReception(ready({ now: at(now) }))).toBe(open);
});

it('receives patients when the settings say so', () => {
  const settings = { ...defaultSettings(), receptionHours: [{ weekdays: [0], from: '09:00', to: '12:00' }] };
  expect(inReception(ready({ now: at('25 10:00'), about: { settings } }))).toBe(true);
});

describe('the number of the next restart', () => {
  const journal = journalOf(
    ['20 08:01', { event: 'restart-requested', bootedAt: null, attempt: 1 }],
    ['20 08:02', { event: 'restart-requested', bootedAt: null, attempt: 1 }],
    ['20 08:05', { event: 'restart-requested', bootedAt: null, attempt: 2 }],
  );

  it.each([
    ['the first', ready(), 1],
    ['those since the boot count', ready({ journal }), 3],
    ['all count where no boot is known', opening({ journal }), 4],
  ])('%s', (_, model, number) => {
    expect(restartAttempt(model)).toBe(number);
  });
});

const acting: readonly ActionId[] = [
  'press-download',
  'request-restart',
  'cancel-restart',
  'note-press-by-hand',
  'note-tool-answer',
  'open-tool',
  'show-record',
  'record',
  'write-file',
  'save-setting',
  'agree-file',
];
const harmless: readonly ActionId[] = ['open-document', 'copy', 'look-at-record'];

it('knows every action of the catalogue', () => {
  expect([...acting, ...harmless].toSorted()).toEqual(Object.keys(actions).toSorted());
});

it.each(harmless)('lets everybody %s', (action) => {
  for (const readOnly of [true, false])
    for (const lock of [held, foreign]) expect(refusal({ about: aboutWith({ readOnly }), lock }, action)).toBeNull();
});

it.each(acting)('lets nobody %s who may only look, and says why', (action) => {
  const about = aboutWith();
  const readOnly = aboutWith({ readOnly: true });
  expect(refusal({ about, lock: held }, action)).toBeNull();
  expect(refusal({ about, lock: foreign }, action)).toBe(consoleTexts.locked(4711));
  expect(refusal({ about, lock: { held: false, ownerPid: null } }, action)).toBe(consoleTexts.locked(null));
  expect(refusal({ about: readOnly, lock: held }, action)).toBe(consoleTexts.readOnly);
  expect(refusal({ about: readOnly, lock: foreign }, action)).toBe(consoleTexts.readOnly);
});

it.each(acting)('names where it is taken over, for %s, once the console that acted has ended', (action) => {
  const lock = { ...foreign, hasEnded: true };
  const reason = refusal({ about: aboutWith(), lock }, action);
  expect(reason).toBe(
    '操作していた oqs-console は終わったようです。[1] 「状態」の「この画面から操作する」で引き継げます。',
  );
  expect(refusal({ about: aboutWith({ readOnly: true }), lock }, action)).toBe(consoleTexts.readOnly);
});
