import { describe, expect, it } from 'vitest';
import { menuOf } from '../rows.ts';
import { onIntent } from '../../../src/screens/index.ts';
import { model, type ModelChanges } from '../builders.ts';

function history(changes: ModelChanges = {}) {
  const journal = { state: 'changed', line: 3 } as const;
  return model({ screen: 'history', journal, ...changes });
}

function row(changes: ModelChanges = {}) {
  return menuOf(history(changes)).find(({ id }) => id === 'acknowledge');
}

describe('what was found wrong with the journal', () => {
  it.each([
    ['changed', { state: 'changed', line: 3 }, true],
    ['unsealed', { state: 'unsealed', line: 3 }, true],
    ['lost', { state: 'torn', line: 3, losses: [{ line: 3, from: 3, to: 4 }] }, true],
    ['only torn', { state: 'torn', line: 3, losses: [] }, false],
    ['intact', { state: 'intact', line: null }, false],
    ['absent', { state: 'absent', line: null }, false],
  ] as const)('can be acknowledged where there is something: %s', (_, journal, expected) => {
    expect(row({ journal }) !== undefined).toBe(expected);
  });

  it('stays in sight, blocked with its reason, where nothing may be written', () => {
    expect(row()?.blocked).toBeNull();
    expect(row({ about: { readOnly: true } })?.blocked).not.toBeNull();
    expect(row({ lock: { held: false, ownerPid: 7 } })?.blocked).toContain('7');
  });

  it('is asked about first, and then put on record up to the line that was shown', () => {
    const [asked, none] = onIntent(history(), { type: 'ask-acknowledge-journal' });
    expect(none).toEqual([]);
    const [no, yes] = asked.dialog?.choices ?? [];
    expect(no?.intent).toBeNull();
    expect(asked.dialog?.body.join()).toContain('3 行目に、書き換えられた跡');
    expect(yes?.intent).toMatchObject({ type: 'acknowledge-journal' });
    if (yes?.intent?.type !== 'acknowledge-journal') throw new Error('another intent');
    const [, effects] = onIntent({ ...asked, dialog: null }, yes.intent);
    const event = { event: 'journal-acknowledged', line: yes.intent.line };
    expect(effects).toEqual([{ type: 'act', request: { action: 'record', events: [event] } }]);
  });

  it('is not put on record by a console that may only look', () => {
    const looking = history({ about: { readOnly: true } });
    expect(onIntent(looking, { type: 'acknowledge-journal', line: 3 })[1]).toEqual([]);
  });
});
