import { describe, expect, it } from 'vitest';
import type { ComponentReading } from '../../../src/domain/facts.ts';
import { emptyHistory } from '../../../src/domain/history.ts';
import { readingsOf } from '../../../src/domain/versions/component-status.ts';
import { byHandTexts as texts } from '../../../src/screens/by-hand/by-hand.ja.ts';
import type { Model } from '../../../src/screens/model.ts';
import { acts, choose, onScreen, play, press, ready, row, rowIds, typed } from '../../console/builders.ts';
import { connection, january } from '../../domain/notice/builders.ts';
import { everywhere, textOf, witness } from '../builders.ts';

/** What Version.info says of each of these, and nothing of the others. */
function readings(versions: Readonly<Record<string, string | null>>): readonly ComponentReading[] {
  const witnesses = Object.fromEntries(
    Object.entries(versions).map(([id, version]) => [id, [witness('version-info', version)]]),
  );
  return readingsOf(witnesses, { notice: connection, history: emptyHistory });
}

/** The screen under a notice with two targets, of which the second cannot be read. */
function byHand(): Model {
  const components = readings({ 'link-app': '4.1.0', 'browser-extension': null });
  const model = ready({ about: { notice: connection }, survey: { components } });
  return { ...onScreen(model, 'by-hand'), size: { columns: 80, rows: 40 } };
}

const TYPE_EXTENSION = 'type-version:browser-extension';

describe('by hand, with several targets', () => {
  it('shows the witnesses of each, and has a row for each', () => {
    const model = byHand();
    expect(model.decision?.step).toBe('check-by-hand');
    const text = textOf(model);
    expect(text).toContain('[済]   連携アプリケーション (必要: 4.1.0 以上)\n  Version.info: 4.1.0');
    expect(text).toContain('[不明] ブラウザ拡張機能 (必要: 2.0.0.0 以上)\n  Version.info: 読めません');
    expect(rowIds(model)).toEqual(['show-record', 'type-version', TYPE_EXTENSION, 'type-record-path', 'to-status']);
    expect(row(model, 'type-version').label).toBe(texts.itemType('連携アプリケーション'));
    expect(row(model, TYPE_EXTENSION).label).toBe(texts.itemType('ブラウザ拡張機能'));
  });

  it.each(everywhere)('keeps the version that is asked for beside a name as long as the window, at $name', (place) => {
    const name = '顔認証付きカードリーダー用ファームウェア更新支援プログラム(全メーカー共通版)';
    const model = byHand();
    const components = model.survey?.components.map((each) =>
      each.id === 'browser-extension' ? { ...each, name } : each,
    );
    const long = {
      ...model,
      size: { ...place, rows: 40 },
      survey: model.survey && { ...model.survey, components: components ?? [] },
    };
    expect(textOf(long, place.ambiguous)).toContain('(必要: 2.0.0.0 以上)\n  Version.info: 読めません');
    expect(textOf(onScreen(long, 'download'), place.ambiguous)).toContain('? -> 2.0.0.0\n');
  });

  it('does not send to the delivery record alone for what is replaced by hand', () => {
    expect(textOf(byHand())).toContain('「配信実績の確認」を開き、');
    const notice = { ...connection, by: 'hand' as const, steps: ['入れ替える'] };
    const components = readings({ 'link-app': '4.1.0', 'browser-extension': null });
    const hand = onScreen(ready({ about: { notice }, survey: { components } }), 'by-hand');
    expect(textOf(hand)).toContain('配信実績に出る部品なら');
    expect(textOf(hand)).not.toContain('「配信実績の確認」を開き、');
  });

  it.each([
    ['type-version', '連携アプリケーション', '4.0.2', 'link-app'],
    [TYPE_EXTENSION, 'ブラウザ拡張機能', '1.9.0', 'browser-extension'],
  ])('%s takes the version of %s, and records it as that', (id, name, version, component) => {
    const [entry] = choose(byHand(), id);
    expect(textOf(entry)).toContain(texts.prompt(name));
    const [question] = play(entry, typed(version), 'enter');
    expect(question.dialog?.title).toBe(texts.ask.title(name, version));
    expect(acts(play(question, 'right', 'enter')[1])).toEqual([
      { action: 'record', events: [{ event: 'operator-version', component, version }] },
    ]);
  });

  it.each([
    ['type-version', '4.1.0', true],
    ['type-version', '2.0.0.0', false],
    [TYPE_EXTENSION, '2.0.0.0', true],
    [TYPE_EXTENSION, '1.99.0', false],
  ])('%s: %s proves its own target: %s; only then it is typed twice', (id, version, proves) => {
    const [once] = play(choose(byHand(), id)[0], typed(version), 'enter');
    expect(once.dialog === null).toBe(proves);
    const [twice] = play(once, ...(proves ? [typed(version), 'enter' as const] : []));
    expect(twice.dialog).not.toBeNull();
  });

  it('begins anew for the same target where the second time differs', () => {
    const [differs] = play(choose(byHand(), TYPE_EXTENSION)[0], typed('2.0.0.0'), 'enter', typed('2.0.0.1'), 'enter');
    expect(differs.byHand).toMatchObject({ component: 'browser-extension', first: null, problem: texts.different });
  });

  it('forgets for which it was typed when that is left', () => {
    const [left] = press(choose(byHand(), TYPE_EXTENSION)[0], 'escape');
    expect(left.byHand).toMatchObject({ component: null, field: null });
  });
});

describe('by hand, with one target', () => {
  it('has one row that names no component', () => {
    const model = onScreen(ready({ about: { notice: january } }), 'by-hand');
    expect(rowIds(model).filter((id) => id.startsWith('type-version'))).toEqual(['type-version']);
    expect(row(model, 'type-version').label).toBe(texts.itemType(null));
  });
});
