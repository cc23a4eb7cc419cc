import { describe, expect, it } from 'vitest';
import { selectedItem } from '../rows.ts';
import type { Model } from '../../../src/screens/model.ts';
import { placeOf } from '../../../src/screens/index.ts';
import { update } from '../../../src/console/update.ts';
import { idleDownload } from '../../../src/screens/download/update.ts';
import { idleRestart } from '../../../src/screens/restart/countdown.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { settingsTexts as texts } from '../../../src/settings/settings.ja.ts';
import { fakeFault } from '../../fakes/ports.ts';
import {
  acts,
  choose,
  effectTypes,
  foreign,
  onRow,
  onScreen,
  play,
  press,
  ready,
  row,
  rowIds,
  typed,
} from '../../console/builders.ts';
import { settingDone } from '../../fakes/done.ts';
import { failed, ok } from '../../../src/domain/fault.ts';

const settings = (): Model => onScreen(ready(), 'settings');
const edit = (key: string): Model => choose(settings(), key)[0];
const changed = { ...defaultSettings(), clinicId: 'A-1' };

describe('editing a setting', () => {
  it('begins with the value that it has, and keys are text from then on', () => {
    const model = edit('receptionHours');
    expect(model.settingsForm.editing).toMatchObject({ key: 'receptionHours', field: { text: '月-土 8:30-18:30' } });
    expect(placeOf(model)).toBe('text');
    expect(press(model, typed('9'))[0]).toMatchObject({ screen: 'settings' });
  });

  it('asks with the old and the new value, no first, and saves after yes', () => {
    const [question, none] = play(edit('clinicId'), typed('A-1'), 'enter');
    expect(none).toEqual([]);
    expect(question.dialog).toMatchObject({
      selected: 0,
      body: [texts.askOld(texts.none), texts.askNew('A-1'), texts.askEffect],
    });
    const [saving, effects] = play(question, 'right', 'enter');
    expect(acts(effects)).toEqual([{ action: 'save-setting', change: { key: 'clinicId', value: 'A-1' } }]);
    expect(saving).toMatchObject({
      message: texts.saving,
      settingsForm: { saving: { key: 'clinicId', text: 'A-1' }, editing: null },
    });
    // Until the answer is there nothing more is changed.
    expect(row(saving, 'clinicId').blocked).toBe(texts.saving);
  });

  it('saves nothing after no, and the setting stays as it was', () => {
    const [declined, effects] = play(edit('clinicId'), typed('A-1'), 'enter', 'enter');
    expect(effects).toEqual([]);
    expect(declined).toMatchObject({ dialog: null, settingsForm: { editing: null, saving: null } });
  });

  it('does not ask for what is no setting, nor for what is the same', () => {
    const [bad, none] = play(edit('receptionHours'), typed('x'), 'enter');
    expect({ dialog: bad.dialog, none }).toEqual({ dialog: null, none: [] });
    expect(bad.settingsForm.editing).not.toBeNull();
    const [same] = play(edit('receptionHours'), 'enter');
    expect(same).toMatchObject({ dialog: null, message: texts.unchanged, settingsForm: { editing: null } });
  });

  it('is given up with Esc, and by going elsewhere', () => {
    expect(play(edit('clinicId'), typed('A'), 'escape')[0]).toMatchObject({
      screen: 'settings',
      settingsForm: { editing: null },
    });
    expect(onScreen(edit('clinicId'), 'status').settingsForm.editing).toBeNull();
  });
});

describe('a setting that was changed', () => {
  const model = onScreen(ready({ about: { settings: changed } }), 'settings');

  it('has a row that leads back to its default, and only it has one', () => {
    expect(rowIds(model).filter((id) => id.startsWith('reset:'))).toEqual(['reset:clinicId']);
    expect(rowIds(settings()).filter((id) => id.startsWith('reset:'))).toEqual([]);
  });

  it('goes out of the file again', () => {
    const [question] = choose(model, 'reset:clinicId');
    expect(question.dialog?.body).toContain(texts.askNewDefault(texts.none));
    expect(selectedItem(question)?.id).toBe('clinicId');
    expect(acts(play(question, 'right', 'enter')[1])).toEqual([
      { action: 'save-setting', change: { key: 'clinicId', value: undefined } },
    ]);
  });

  it('goes out of the file as well where its default was typed', () => {
    const [question] = play(choose(model, 'clinicId')[0], 'backspace', 'backspace', 'backspace', 'enter');
    expect(acts(play(question, 'right', 'enter')[1])).toEqual([
      { action: 'save-setting', change: { key: 'clinicId', value: undefined } },
    ]);
  });
});

describe('when the file was written', () => {
  it('the console opens anew where it was, says so, and keeps what was ticked', () => {
    const model: Model = {
      ...onRow(settings(), 'clinicId'),
      eveningTicks: ['reader-power'],
      settingsForm: { editing: null, saving: { key: 'clinicId', text: 'A-1' }, failed: null },
    };
    const [saved, effects] = update(model, settingDone(ok({ path: 'x' })));
    expect(effectTypes(effects)).toEqual(['reopen']);
    expect(effects[0]).toMatchObject({
      opening: { screen: 'settings', message: texts.saved, eveningTicks: ['reader-power'], selected: model.selected },
    });
    expect(saved.settingsForm.saving).toBeNull();
  });

  describe('or was not', () => {
    const fault = fakeFault('denied', '権限がありません。');
    const failing = settingDone(failed(fault));
    const saving = (): Model => play(edit('clinicId'), typed('A-1'), 'enter', 'right', 'enter')[0];

    it('the field stands there again with what was typed, and the reason until the next key', () => {
      const [model, effects] = update(saving(), failing);
      expect(effects).toEqual([]);
      expect(model.settingsForm).toMatchObject({
        saving: null,
        editing: { key: 'clinicId', field: { text: 'A-1' } },
        failed: { key: 'clinicId', reason: expect.stringContaining('権限がありません。') as unknown },
      });
      expect(press(model, typed('2'))[0].settingsForm).toMatchObject({
        editing: { field: { text: 'A-12' } },
        failed: null,
      });
    });

    it('only the reason is told to an operator who has turned to something else', () => {
      const [moved] = update(press(saving(), 'down')[0], failing);
      expect(moved.settingsForm).toMatchObject({ editing: null, failed: { key: 'clinicId' } });
      const [left] = update(onScreen(saving(), 'status'), failing);
      expect(left).toMatchObject({ screen: 'status', settingsForm: { editing: null, saving: null, failed: null } });
      expect(left.message).toContain('権限がありません。');
    });
  });
});

describe('no setting is changed', () => {
  const problem = {
    file: 'settings',
    message: '数字で書いてください',
    where: 'C:\\x\\settings.json:3: clinicId',
    place: 'settings.json:3: clinicId',
    remedy: '直してください。',
  } as const;

  it.each<readonly [string, Model, string]>([
    ['in read-only mode', ready({ about: { readOnly: true } }), consoleTexts.readOnly],
    ['while another console holds the terminal', ready({ lock: foreign }), consoleTexts.locked(4711)],
    [
      'while the file is a bad one: it must not be lost',
      ready({ about: { problems: [problem] } }),
      texts.blocked.badFile(problem.place),
    ],
    ['during a download', { ...ready(), download: { ...idleDownload, phase: 'running' } }, texts.blocked.downloading],
    [
      "before the tool's answer is told",
      { ...ready(), download: { ...idleDownload, phase: 'by-hand-pressed' } },
      texts.blocked.answering,
    ],
    ['during a countdown', { ...ready(), restart: { ...idleRestart, phase: 'counting' } }, texts.blocked.restarting],
  ])('%s, and the row says so', (_, model, reason) => {
    const [blocked, effects] = choose(onScreen(model, 'settings'), 'clinicId');
    expect(row(onScreen(model, 'settings'), 'clinicId').blocked).toBe(reason);
    expect(blocked).toMatchObject({ message: consoleTexts.blocked(reason), settingsForm: { editing: null } });
    expect(effects).toEqual([]);
  });

  it('where a download began after the question was asked', () => {
    const [question] = play(edit('clinicId'), typed('A-1'), 'enter', 'right');
    const [refused, effects] = press({ ...question, download: { ...idleDownload, phase: 'running' } }, 'enter');
    expect(effects).toEqual([]);
    expect(refused.message).toBe(consoleTexts.blocked(texts.blocked.downloading));
    expect(refused.settingsForm.saving).toBeNull();
  });

  it('where a file cannot be used that is not the settings', () => {
    const model = onScreen(ready({ about: { problems: [{ ...problem, file: 'guide' }] } }), 'settings');
    expect(row(model, 'clinicId').blocked).toBeNull();
    expect(rowIds(model)[0]).toBe('problem:0');
  });
});
