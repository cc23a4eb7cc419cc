import { describe, expect, it } from 'vitest';
import { menuOf } from '../rows.ts';
import type { Model } from '../../../src/screens/model.ts';
import { fieldOf } from '../../../src/tui/text-field.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { settingGroups, settingKeys, type SettingKey } from '../../../src/settings/setting-keys.ts';
import { settingMeanings, settingTexts } from '../../../src/settings/setting-fields.ja.ts';
import { settingsTexts as texts } from '../../../src/settings/settings.ja.ts';
import type { Ambiguous } from '../../../src/text/cells.ts';
import { at, everywhere, model, rowsOf, textOf, type ModelChanges } from '../builders.ts';

const tall = { columns: 80, rows: 120 };
const defaults = defaultSettings();
const record = 'C:\\ProgramData\\とても長い名前のフォルダ\\配信実績の記録\\delivery-record-2026.csv';
const changed = {
  settings: { ...defaults, paths: { ...defaults.paths, deliveryRecord: record } },
  settingsFile: { path: 'C:\\ProgramData\\oqs-console\\settings.json', decides: ['paths.deliveryRecord'] },
} as const;
const problem = {
  file: 'settings',
  message: '0 より大きい数を書いてください',
  where: 'C:\\ProgramData\\oqs-console\\settings.json:12: limits.checkTimeoutSeconds',
  place: 'settings.json:12: limits.checkTimeoutSeconds',
  remedy: '設定ファイルを直すか、ファイルを外して既定の設定で使ってください。',
} as const;

/** The screen with this row selected, or the first. */
function settings(
  changes: ModelChanges = {},
  id: string = menuOf(model({ ...changes, screen: 'settings' }))[0]?.id ?? '',
): Model {
  const shown = model({ size: tall, ...changes, screen: 'settings' });
  const index = menuOf(shown).findIndex((row) => row.id === id);
  if (index < 0) throw new Error(`no row ${id}`);
  return { ...shown, selected: { ...shown.selected, settings: index } };
}

function editing(key: SettingKey, text: string, changes: ModelChanges = {}): Model {
  return settings(
    { ...changes, settingsForm: { editing: { key, field: fieldOf(text) }, saving: null, failed: null } },
    key,
  );
}

/** Without the gaps: what is read, however it is wrapped. */
const joined = (text: string): string => text.replaceAll(/\s/g, '');

/** What is said of the selected row: below it, or beside the list where there is room. */
function detailOf(shown: Model, ambiguous: Ambiguous): string {
  const rows = rowsOf(shown, ambiguous);
  const beside = rows.filter((row) => row.includes(' | ')).map((row) => row.slice(row.indexOf(' | ')));
  return joined((beside.length > 0 ? beside : rows).join('').replaceAll('|', ''));
}

describe('the settings', () => {
  it('stand by group, each with its name, its value, and whether that is the default', () => {
    const text = textOf(settings({ about: changed }));
    for (const { id } of settingGroups) expect(text).toContain(`\n${texts.groups[id]}\n`);
    for (const key of settingKeys) expect(text).toContain(` ${settingTexts[key].label} `);
    expect(text).toMatch(/> \[既定\] 受付時間 +月-土 8:30-18:30\n/);
    expect(text).toMatch(
      / {2}\[変更\] 配信実績のファイル +C:\\ProgramData\\[^.]+\n? *[^.]+\.csv\n +この設定を既定に戻す\n/,
    );
    expect(text).toMatch(/\[既定\] 医院の番号 +\(なし\)\n/);
  });

  it.each(everywhere)(
    'say of the selected one what it is for, its value whole, where it is from, an example, its key: $name',
    (place) => {
      const shown = settings({ about: changed, size: { ...place, rows: 40 } }, 'paths.deliveryRecord');
      const words = detailOf(shown, place.ambiguous);
      const { example } = settingTexts['paths.deliveryRecord'];
      const meaning = settingMeanings['paths.deliveryRecord'];
      const standard = texts.detail.standard(texts.none);
      for (const part of [meaning, record, standard, example, 'paths.deliveryRecord', changed.settingsFile.path])
        expect(words).toContain(joined(part));
    },
  );

  it.each(everywhere)('keep the selected row in view, first to last, at $name', (place) => {
    const rows = menuOf(settings({ about: changed }));
    for (const { id } of rows) {
      const shown = rowsOf(settings({ about: changed, size: place }, id), place.ambiguous);
      const [selected, ...more] = shown.filter((row) => row.startsWith('> '));
      expect(more).toEqual([]);
      const label = rows.find((row) => row.id === id)?.label ?? '';
      expect(selected).toContain(label);
    }
  });

  it('say where the others stand, whole', () => {
    const text = joined(textOf(settings({ about: changed }, 'settings-file')));
    expect(text).toContain(`>${joined(texts.others.label)}`);
    for (const words of texts.others.told(changed.settingsFile.path)) expect(text).toContain(joined(words));
  });

  it('tell where the record is where an earlier run learned it', () => {
    const events = [{ event: 'record-path-learned', path: 'C:\\a.csv', at: at('20 08:00') } as const];
    expect(textOf(settings({ events }, 'paths.deliveryRecord'))).toContain('前に覚えた場所: C:\\a.csv');
    expect(textOf(settings({}, 'paths.deliveryRecord'))).not.toContain('前に覚えた場所:');
  });
});

describe('a setting that is typed', () => {
  it.each(everywhere)('has its field and what helps to type it in view at $name', (place) => {
    const shown = editing('receptionHours', '月-土 8:30-18:30', { size: place });
    const text = textOf(shown, place.ambiguous);
    expect(text).toContain('    [月-土 8:30-18:30 ]');
    expect(text).toContain(texts.editHint);
    expect(text).toContain('[Enter]決定 [Esc]やめる');
    expect(joined(text)).toContain(place.columns < 110 ? joined(settingTexts.receptionHours.example) : '例:');
  });

  it('is told what is wrong with it while it is typed', () => {
    const text = textOf(editing('receptionHours', '五'));
    expect(text).toMatch(/\[五 \]\n {4}曜日と時間を/);
    expect(text).not.toContain(texts.editHint);
  });

  it('that could not be saved says why, whole, below its own row alone', () => {
    const reason = `設定を保存できませんでした。${'理由です。'.repeat(30)}`;
    const settingsForm = { editing: null, saving: null, failed: { key: 'receptionHours', reason } } as const;
    const size = { columns: 60, rows: 40 };
    expect(joined(textOf(settings({ settingsForm, size })))).toContain(reason);
    expect(joined(textOf(settings({ settingsForm, size }, 'clinicId')))).not.toContain('理由です。');
  });
});

describe('a file that cannot be used', () => {
  const told = 'settings.json:12: limits.checkTimeoutSeconds に誤り。既定で動作中。詳しくは「設定」(s)';

  it.each(everywhere)('is told whole by the first row: line, field, reason, way out, at $name', (place) => {
    const shown = settings({ about: { problems: [problem] }, size: place });
    const text = textOf(shown, place.ambiguous);
    expect(text).toContain(`> ${texts.problem.heading.settings}`);
    for (const part of [problem.where, problem.message, problem.remedy])
      expect(detailOf(shown, place.ambiguous)).toContain(joined(part));
    expect(joined(rowsOf(shown, place.ambiguous).slice(-4, -1).join(''))).toContain(joined(told));
  });

  it('is told on every screen, until there is something newer to say', () => {
    const about = { problems: [problem] };
    expect(rowsOf(model({ about })).slice(-3, -1).join('')).toBe(told);
    expect(rowsOf(model({ about, message: '読み直しました。' })).at(-2)).toBe('読み直しました。');
  });

  it('keeps its settings from being changed, and the selected row says why', () => {
    const shown = settings({ about: { problems: [problem] } }, 'clinicId');
    const rows = rowsOf(shown);
    const from = rows.findIndex((row) => row.startsWith('> [既定] 医院の番号'));
    expect(rows[from + 1]).toMatch(/^ {4}できません: 設定ファイルに誤りがあります/);
    expect(rows.filter((row) => row.includes('できません: '))).toHaveLength(1);
  });
});
