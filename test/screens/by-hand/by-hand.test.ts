import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import { askRecordVersion } from '../../../src/screens/by-hand/update.ts';
import { openScreen } from '../../../src/screens/index.ts';
import { january, replacement } from '../../domain/notice/builders.ts';
import { update } from '../../../src/console/update.ts';
import { ok } from '../../../src/domain/fault.ts';
import { done } from '../../fakes/done.ts';
import { selectedItem } from '../rows.ts';
import { emptyField, fieldOf } from '../../../src/tui/text-field.ts';
import {
  at,
  components,
  everywhere,
  fault,
  model,
  now,
  rowsOf,
  textOf,
  unreadable,
  updated,
  witness,
  type ModelChanges,
} from '../builders.ts';

const tall = { columns: 80, rows: 40 };
const entry = { asks: 'version', component: 'face-library', field: emptyField, first: null, problem: null } as const;

function byHand(changes: ModelChanges = {}) {
  return model({ screen: 'by-hand', size: tall, survey: { components: components(unreadable) }, ...changes });
}

describe('the record that the tool shows', () => {
  const shown = done<'show-record'>({ action: 'show-record' }, ok({ path: null }));

  it('is followed by the row for the version that is seen there', () => {
    const [after] = update(byHand(), shown);
    expect(selectedItem(after)?.id).toBe('type-version');
  });

  it('moves nothing where the operator has gone on meanwhile', () => {
    const [elsewhere] = update({ ...byHand(), selected: { 'by-hand': 2 } }, shown);
    expect(elsewhere.selected['by-hand']).toBe(2);
    expect(update({ ...byHand(), screen: 'status' }, shown)[0].selected['by-hand'] ?? 0).toBe(0);
  });
});

describe('by hand', () => {
  it('says where to look, and for what', () => {
    const text = textOf(byHand());
    expect(text).toContain('「配信アプリケーション管理ツール」の「配信実績の確認」を開き、');
    expect(text).toContain('[不明] 顔認証ライブラリ (必要: 5.1.0 以上)');
  });

  it('shows what every witness says, word for word where it cannot be understood', () => {
    const witnesses = [
      witness('delivery-record', null, { raw: '顔認証ライブラリ 5.1.0 5.0.3', fault: fault('行が二通りに読めます。') }),
      witness('version-info', '5.0.3'),
      witness('operator', null, { state: 'absent', raw: null }),
    ];
    const rows = rowsOf(byHand({ survey: { components: components({ status: 'unknown', witnesses }) } }));
    const from = rows.indexOf('  配信実績: 読めません');
    expect(rows.slice(from, from + 5)).toEqual([
      '  配信実績: 読めません',
      '    行が二通りに読めます。',
      '    顔認証ライブラリ 5.1.0 5.0.3',
      '  Version.info: 5.0.3',
      '  画面で確かめた値: なし',
    ]);
  });

  it('tells what was not read in time from what cannot be read, as the status does', () => {
    const witnesses = [witness('delivery-record', null, { state: 'timed-out', raw: null })];
    const rows = rowsOf(byHand({ survey: { components: components({ status: 'unknown', witnesses }) } }));
    expect(rows).toContain('  配信実績: 時間切れ');
  });

  it('keeps the way to enter a version in view however long a witness speaks', () => {
    const raw = '読めない内容です。'.repeat(200);
    const witnesses = [witness('delivery-record', null, { raw }), witness('version-info', null, { raw })];
    const shown = byHand({
      survey: { components: components({ status: 'unknown', witnesses }) },
      byHand: entry,
      size: { columns: 60, rows: 16 },
    });
    expect(textOf(shown)).toMatch(/見えたバージョンを入力する[^]*顔認証ライブラリのバージョン:\n {2}\[ \]/);
  });

  it.each(everywhere)('asks for the version, and for one that proves a second time, at $name', (place) => {
    const first = byHand({ byHand: { ...entry, field: fieldOf('5.1') }, size: place });
    expect(textOf(first, place.ambiguous)).toMatch(/顔認証ライブラリのバージョン:\n {2}\[5\.1 \]/);
    const again = byHand({ byHand: { ...entry, first: '5.1.0' }, size: place });
    expect(textOf(again, place.ambiguous)).toMatch(/同じバージョンをもう一度入力してください:\n {2}\[ \]/);
    expect(rowsOf(again, place.ambiguous).at(-1)).toContain('[Enter]決定 [Esc]やめる');
  });

  it.each(everywhere)("asks for the record's path in a field of its own, at $name", (place) => {
    const path = { ...entry, asks: 'record-path', field: fieldOf('C:\\実績.csv') } as const;
    const shown = byHand({ byHand: path, size: place });
    expect(textOf(shown, place.ambiguous)).toMatch(/配信実績のファイルの場所.*:\n {2}\[C:\\実績\.csv \]/);
    const problem = 'ファイルがありません。'.repeat(12);
    const told = textOf(byHand({ byHand: { ...path, problem }, size: tall }), place.ambiguous);
    expect(told.replaceAll('\n', '')).toContain(problem);
  });

  it('asks to compare with what was seen, wherever that was', () => {
    for (const notice of [january, replacement]) {
      const { body } = askRecordVersion(notice, 'face-library', '5.1.0');
      expect(body).toEqual(['目で見たバージョンと同じであることを確かめてください。']);
    }
  });

  it('opens on the row that does the step: the tool shows nothing of what is replaced by hand', () => {
    const first = (notice: Notice) => selectedItem(openScreen(model({ about: { notice } }), 'by-hand'))?.id;
    expect(first(january)).toBe('show-record');
    expect(first(replacement)).toBe('type-version');
  });

  it('says below the field what is wrong with it', () => {
    const problem = '数字を点で区切って入力してください(例: 5.0.3)。';
    const text = textOf(byHand({ byHand: { ...entry, field: fieldOf('五'), problem } }));
    expect(text).toContain(`  [五 ]\n${problem}`);
  });

  const typed = { event: 'operator-version', component: 'face-library', version: '5.1.0', at: at('20 08:05') } as const;

  it.each(everywhere)('says that what was typed does not count, and why, at $name', (place) => {
    const boot = { bootedAt: at('20 08:30'), lastBootKind: 'full' } as const;
    const read = { components: components(unreadable), boot };
    const journal = { present: { at: now, boot: null } };
    const said = textOf(byHand({ size: place, survey: read, events: [typed], journal }), place.ambiguous);
    expect(said.replaceAll(/\s/g, '')).toContain(
      '1/20(火)08:05に入力したバージョン5.1.0は、端末の起動時刻が今の時刻より先なので、数えられません。',
    );
  });

  it('says nothing of the kind of what counts', () => {
    const witnesses = [...unreadable.witnesses, witness('operator', '5.1.0')];
    const counted = byHand({ survey: { components: components({ ...updated, witnesses }) }, events: [typed] });
    expect(textOf(counted)).toContain('画面で確かめた値: 5.1.0');
    expect(textOf(counted)).not.toContain('数えられません');
    expect(textOf(byHand())).not.toContain('数えられません');
  });

  it('keeps what may not be done, with its reason', () => {
    const rows = rowsOf(byHand({ about: { readOnly: true } }));
    for (const label of ['> 「配信実績の確認」を開く', '  見えたバージョンを入力する']) {
      expect(rows[rows.indexOf(label) + 1]).toMatch(/^ {4}できません: 参照専用/);
    }
  });
});
