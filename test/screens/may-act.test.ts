import { expect, it } from 'vitest';
import { actions } from '../../src/actions/catalogue.ts';
import type { ActionId } from '../../src/actions/dangers.ts';
import { refusal } from '../../src/screens/queries.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { aboutWith, foreign, held } from '../console/builders.ts';

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
