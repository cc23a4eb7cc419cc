import { describe, expect, it } from 'vitest';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { onIntent } from '../../../src/screens/index.ts';
import { historyTexts } from '../../../src/journal/history.ja.ts';
import { HISTORY_HEAD } from '../rows.ts';
import { emptyField, fieldOf } from '../../../src/tui/text-field.ts';
import { readJournal } from '../../../src/journal/read.ts';
import { headBehindInWords, problemTexts } from '../../../src/journal/journal.ja.ts';
import type { CommandRecord } from '../../../src/ports/ports.ts';
import { at, everywhere, fault, model, now, rowsOf, textOf, type ModelChanges } from '../builders.ts';

const tall = { columns: 80, rows: 40 };
const told = '資材の取得に失敗しました → もう一度お試しください。 (EDQ-0001) '.repeat(3).trim();
const events = [
  { event: 'download-started', at: at('20 08:00') },
  { event: 'download-finished', outcome: 'error', pressed: true, message: told, at: at('20 08:01') },
  { event: 'support-called', at: at('20 08:02') },
] as const;

function history(changes: ModelChanges = {}) {
  return model({ screen: 'history', size: tall, events, ...changes });
}

function command(changes: Partial<CommandRecord> = {}): CommandRecord {
  const run = { at: now, program: 'shutdown', args: ['/r', '/t', '60'], asker: null } as const;
  return { ...run, ended: '0', durationMs: 5, ...changes };
}

describe('the journal', () => {
  it('is read in words, newest first, with times and weekdays', () => {
    const rows = rowsOf(history()).filter((row) => /1\/20\(火\) 08:0\d /.test(row) && row.startsWith(' '));
    expect(rows.map((row) => row.slice(0, 40).trim())).toEqual([
      '1/20(火) 08:02 電話で問い合わせました。',
      expect.stringContaining('1/20(火) 08:01 「今すぐダウンロード」の結果'),
      '1/20(火) 08:00 「今すぐダウンロード」を押します。',
    ]);
  });

  it.each(everywhere)('gives what the tool said word for word where it is selected, at $name', (place) => {
    const shown = history({ size: place });
    const rows = rowsOf({ ...shown, selected: { ...shown.selected, history: HISTORY_HEAD + 1 } }, place.ambiguous);
    const text = rows
      .map((row) => row.trim())
      .join('')
      .replaceAll(' ', '');
    expect(text).toContain(told.replaceAll(' ', ''));
  });

  it.each(everywhere)('has every entry in view when it is selected, at $name', (place) => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      event: 'console-started' as const,
      version: `1.0.${String(index)}`,
      at: at('20 07:00') + index * 60_000,
    }));
    const shown = history({ events: many, size: place });
    for (let index = 1; index <= many.length; index += 1) {
      const rows = rowsOf(
        { ...shown, selected: { ...shown.selected, history: HISTORY_HEAD - 1 + index } },
        place.ambiguous,
      );
      const version = `(1.0.${String(many.length - index)})`;
      expect(rows.find((row) => row.startsWith('> '))).toContain(version);
    }
  });

  it.each<readonly [string, ModelChanges['journal'], string]>([
    ['is whole', {}, '作業記録に、欠けや書き換えはありません。'],
    ['was changed', { state: 'changed', line: 3 }, '作業記録の 3 行目に、書き換えられた跡があります。'],
    ['broke off', { state: 'torn', line: 4 }, '作業記録の 4 行目が途中で切れています。'],
    [
      'has lost its seal',
      { state: 'unsealed', line: 4 },
      '作業記録の 4 行目の後で、封(journal.head)がなくなっています。',
    ],
  ])('says when it %s', (_, journal, expected) => {
    expect(rowsOf(history(journal ? { journal } : {}))[4]).toContain(expected);
  });

  it('says why the head is behind, that the last line is safe, and what to do', () => {
    const { tail } = readJournal(null, null);
    const behind = { tail: { ...tail, head: 'one-behind' }, headFault: fault('封を書けません。') } as const;
    const text = textOf(history({ journal: behind })).replaceAll(/\s/g, '');
    for (const said of headBehindInWords(behind)) expect(text).toContain(said.replaceAll(/\s/g, ''));
    expect(text).toContain('封を書けません。');
    expect(text).toContain('作業記録に、欠けや書き換えはありません。');
    expect(textOf(history())).not.toContain('一行遅れています');
  });

  it('excludes no gap where the head was missing once', () => {
    const problems = [{ line: 2, text: problemTexts.unsealed(2) }];
    const rows = rowsOf(history({ journal: { problems } }));
    expect(rows.slice(4, 9).join('').replaceAll(/\s/g, '')).toContain(problemTexts.unsealed(2).replaceAll(' ', ''));
    expect(rows.join('')).not.toContain('作業記録に、欠けや書き換えはありません');
  });

  it('names every line that is not as it was written', () => {
    const problems = [
      { line: 2, text: problemTexts.changed(2) },
      { line: 5, text: problemTexts.torn(5) },
    ];
    const rows = rowsOf(history({ journal: { state: 'changed', line: 2, problems } }));
    expect(rows.slice(5, 7)).toEqual(problems.map(({ text }) => `  ${text}`));
  });

  it('says so when there is none', () => {
    const rows = rowsOf(history({ events: [] }));
    expect(rows[4]).toBe('作業記録はまだありません。');
    expect(rows).toContain('記録はまだありません。');
  });
});

describe('the filter', () => {
  const searching = (query: string) => ({ view: 'journal', query: fieldOf(query), searching: true }) as const;
  const shown = (query: string): readonly string[] =>
    rowsOf(history({ historyList: searching(query) })).filter((row) => /^ {2}1\/20/.test(row));

  it.each([
    ['', 3],
    ['ダウンロード', 2],
    ['ﾀﾞｳﾝﾛｰﾄﾞ', 2],
    ['だうんろーど 押します', 1],
    ['edq-0001', 1],
    ['ＥＤＱ', 1],
    ['08:02', 1],
    ['見つからない言葉', 0],
  ] as const)('lets through what holds every word of %j', (query, count) => {
    expect(shown(query)).toHaveLength(count);
  });

  it('says so when nothing is left, and how to get back', () => {
    expect(textOf(history({ historyList: searching('zzz') }))).toContain('当てはまるものがありません。');
  });

  it('filters the commands as well', () => {
    const commands = [command(), command({ program: 'registry', args: ['query', 'HKLM'], ended: '1' })];
    const text = textOf(
      history({ historyList: { view: 'commands', query: fieldOf('hklm'), searching: false }, commands }),
    );
    expect(text).toContain('[1] registry query HKLM');
    expect(text).not.toContain('shutdown');
  });
});

describe('the detail of the selected entry', () => {
  const selectedEntry = (index: number, changes: ModelChanges = {}): string => {
    const shown = history(changes);
    return textOf({ ...shown, selected: { ...shown.selected, history: HISTORY_HEAD + index } });
  };

  it('names its line, and the commands run after it and before the next one with their codes', () => {
    const commands = [
      command({ at: at('20 07:59'), args: ['/too', '/early'] }),
      command({ at: at('20 08:00') + 5_000, program: 'tool', args: ['press'], ended: '0' }),
      command({ at: at('20 08:00') + 6_000, asker: 'clock', args: ['/of', '/a', '/check'] }),
      command({ at: at('20 08:01') + 5_000, args: ['/r'], ended: '5' }),
    ];
    const pressed = selectedEntry(2, { commands });
    expect(pressed).toContain('作業記録の 1 行目、通し番号 1');
    expect(pressed).toContain('[0] tool press');
    expect(pressed).not.toMatch(/\/too|\/check|\[5\]/);
    expect(selectedEntry(1, { commands })).toContain('[5] shutdown /r');
  });

  it('says where there are none, and which notice an entry belongs to', () => {
    expect(selectedEntry(0)).toContain('コマンドの記録は、今回開いてからの分にはありません。');
    const time = '2025-12-01T09:00:00+09:00';
    const entry = { line: 9, seq: 9, at: Date.parse(time), boot: null, time, notice: '2025-12-link-app' };
    const journal = { entries: [{ ...entry, event: { event: 'support-called' } as const }] };
    expect(selectedEntry(0, { journal })).toContain('別のお知らせの記録です: 2025-12-link-app');
  });
});

it('the page is saved to be read and to be printed, with the same content', () => {
  const effects = onIntent(history(), { type: 'save-history-page' })[1];
  const files = effects.flatMap((effect) =>
    effect.type === 'act' && effect.request.action === 'write-file' && 'bytes' in effect.request
      ? [{ name: effect.request.name, text: new TextDecoder().decode(effect.request.bytes) }]
      : [],
  );
  expect(files.map(({ name }) => name.replace(/[\d-]+\./, '-T.'))).toEqual([
    'exports/sagyo-kiroku-T.html',
    'exports/sagyo-kiroku-T.txt',
  ]);
  for (const { text } of files) expect(text).toContain('CLINIC-ONS01');
  expect(files[0]?.text).toMatch(/^<!doctype html>/);
});

it('nothing is saved by whoever may only look, and that is said once', () => {
  const model = history({ about: { readOnly: true } });
  const [said, effects] = onIntent(model, { type: 'save-history-page' });
  expect([said.message, effects]).toEqual([consoleTexts.blocked(consoleTexts.readOnly), []]);
});

it.each(everywhere)('the page that was saved is named whole below its row, at $name', (size) => {
  const path = `C:\\ProgramData\\oqs-console\\${'exports\\'.repeat(9)}sagyo-kiroku.txt`;
  const shown = history({ size, saved: { 'history-page': path, 'history-html': path.replace('.txt', '.html') } });
  const text = textOf({ ...shown, selected: { ...shown.selected, history: 2 } }, size.ambiguous);
  expect(text.replaceAll(/\s/g, '')).toContain(path);
  expect(text.replaceAll(/\s/g, '')).toContain(historyTexts.toPrint.replaceAll(' ', ''));
});

describe('the commands', () => {
  it('are shown as they were run, newest first, with how they ended', () => {
    const commands = [
      command(),
      command({ at: now + 60_000, program: 'network', args: ['resolve', 'a.example'], ended: 'timed-out' }),
    ];
    const rows = rowsOf(history({ historyList: { view: 'commands', query: emptyField, searching: false }, commands }));
    expect(rows.slice(8, 10)).toEqual([
      '  1/20(火) 08:11 [timed-out] network resolve a.example',
      '  1/20(火) 08:10 [0] shutdown /r /t 60',
    ]);
  });

  it.each(everywhere)('give a long call whole where it is selected, at $name', (place) => {
    const args = ['query', `HKLM\\SOFTWARE\\${'Microsoft\\'.repeat(12)}RebootPending`, '/reg:64'];
    const commands = [command({ program: 'registry', args })];
    const shown = history({
      historyList: { view: 'commands', query: emptyField, searching: false },
      commands,
      size: place,
    });
    const rows = rowsOf({ ...shown, selected: { ...shown.selected, history: HISTORY_HEAD } }, place.ambiguous);
    const text = rows
      .map((row) => row.trim())
      .join('')
      .replaceAll(' ', '');
    expect(text).toContain(args.join(''));
  });

  it('say so when there are none', () => {
    expect(textOf(history({ historyList: { view: 'commands', query: emptyField, searching: false } }))).toContain(
      'コマンドはまだ実行していません。',
    );
  });
});
