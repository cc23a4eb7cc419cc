import { describe, expect, it } from 'vitest';
import type { RecordFinding } from '../../../src/domain/facts.ts';
import type { ActionDone } from '../../../src/actions/catalogue.ts';
import { failed, ok } from '../../../src/domain/fault.ts';
import { done } from '../../fakes/done.ts';
import { update, type Message } from '../../../src/console/update.ts';
import type { Model } from '../../../src/screens/model.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { recordPathTexts as texts } from '../../../src/actions/actions.ja.ts';
import { connection, january } from '../../domain/notice/builders.ts';
import { fakeFault } from '../../fakes/ports.ts';
import { acts, choose, foreign, journalOf, onScreen, play, press, ready, row, typed } from '../../console/builders.ts';

const PATH = 'C:\\配信\\実績.csv';
const nothing: RecordFinding = {
  'distribution-app': null,
  'link-app': null,
  'face-library': null,
  'reader-app': null,
};

const entry = (model = ready()): Model => choose(onScreen(model, 'by-hand'), 'type-record-path')[0];
const looking = (): Model => play(entry(), typed(PATH), 'enter')[0];
const understood: RecordFinding = { ...nothing, 'face-library': '5.0.3' };
const looked = (outcome: ActionDone<'look-at-record'>['outcome'] = ok(understood), path = PATH): Message =>
  done<'look-at-record'>({ action: 'look-at-record', path }, outcome);

describe("the delivery record's path", () => {
  it.each([PATH, `"${PATH}"`, ` ${PATH} `])('%j is looked at before anything is kept', (text) => {
    const [model, effects] = play(entry(), typed(text), 'enter');
    expect(acts(effects)).toEqual([{ action: 'look-at-record', path: PATH }]);
    expect(model.byHand.problem).toBe(texts.looking);
  });

  it.each([
    ['', texts.notWhole],
    ['実績.csv', texts.notWhole],
    ['..\\実績.csv', texts.notWhole],
    ['\\\\.\\COM1', texts.notWhole],
    ['C:\\OQS\\Req\\a.csv', texts.exchangeFolder],
    ['"c:/oqs/./FACE/a.csv"', texts.exchangeFolder],
  ])('%j is not even looked at', (text, problem) => {
    const [model, effects] = play(entry(), typed(text), 'enter');
    expect(effects).toEqual([]);
    expect(model.byHand).toMatchObject({ asks: 'record-path', problem });
    expect(press(model, typed('x'))[0].byHand.problem).toBeNull();
  });

  it('is asked for with the components of the notice, too, by their names', () => {
    const model = play(
      entry(ready({ about: { notice: { ...connection, targets: january.targets } } })),
      typed(PATH),
      'enter',
    )[0];
    const found = ok({ ...nothing, 'link-app': '4.1.0', 'browser-extension': '2.0.0.0' });
    expect(update(model, looked(found))[0].dialog?.body).toEqual([
      texts.path(PATH),
      texts.understood,
      texts.version('連携アプリケーション', '4.1.0'),
      texts.version('ブラウザ拡張機能', '2.0.0.0'),
    ]);
  });

  it('is asked for with what was found, no first, and kept after yes', () => {
    const [question] = update(looking(), looked());
    expect(question.dialog).toMatchObject({ title: texts.ask.title, selected: 0 });
    expect(question.dialog?.body).toEqual([
      texts.path(PATH),
      texts.understood,
      texts.version('顔認証ライブラリ', '5.0.3'),
    ]);
    const [after, effects] = play(question, 'right', 'enter');
    expect(acts(effects)).toEqual([{ action: 'record', events: [{ event: 'record-path-learned', path: PATH }] }]);
    expect(after).toMatchObject({ screen: 'by-hand', message: consoleTexts.recording, byHand: { field: null } });
    expect(acts(play(question, 'enter')[1])).toEqual([]);
  });

  it('of a file that is not understood is asked for with what would follow', () => {
    const [question] = update(looking(), looked(ok(nothing)));
    expect(question.dialog?.body).toEqual([texts.path(PATH), texts.notUnderstood, texts.consequence]);
  });

  it('of a file that cannot be read is told below the field, which stays', () => {
    const fault = fakeFault('absent', 'ファイルがありません。');
    const [model, effects] = update(looking(), looked(failed(fault)));
    expect(model.byHand).toMatchObject({
      field: { text: PATH },
      problem: expect.stringContaining('ありません') as unknown,
    });
    expect({ dialog: model.dialog, effects }).toEqual({ dialog: null, effects: [] });
  });

  it.each<readonly [string, Model]>([
    ['gave it up', press(looking(), 'escape')[0]],
    ['typed on', press(looking(), typed('x'))[0]],
    ['went elsewhere', onScreen(looking(), 'status')],
    ['types the version now', choose(press(looking(), 'escape')[0], 'type-version')[0]],
  ])('asks nothing of an operator who %s', (_, model) => {
    expect(update(model, looked())).toEqual([model, []]);
  });

  it('begins with the path that is known', () => {
    const journal = journalOf(['20 08:00', { event: 'record-path-learned', path: PATH }]);
    expect(entry(ready({ journal })).byHand.field?.text).toBe(PATH);
  });

  it('is not asked for where the settings say it, nor of an onlooker: the row says why', () => {
    const settings = defaultSettings();
    const paths = { ...settings.paths, deliveryRecord: 'C:\\a.csv' };
    const reasonIn = (model: Model): string | null => row(onScreen(model, 'by-hand'), 'type-record-path').blocked;
    expect(reasonIn(ready({ about: { settings: { ...settings, paths } } }))).toBe(texts.byName('C:\\a.csv'));
    expect(reasonIn(ready({ lock: foreign }))).toBe(consoleTexts.locked(4711));
    expect(reasonIn(ready())).toBeNull();
  });
});
