import { checkIds } from '../../src/domain/facts.ts';
import { describe, expect, it } from 'vitest';
import { view } from '../../src/screens/view.ts';
import { statusTexts } from '../../src/screens/status/status.ja.ts';
import { verdictTexts } from '../../src/domain/procedure/steps.ja.ts';
import { line, spans } from '../../src/tui/line.ts';
import { spokenText } from '../../src/tui/spoken.ts';
import { states } from '../audit/states.ts';
import { at, model } from '../screens/builders.ts';
import { askDownload } from '../../src/screens/download/update.ts';

/** What a screen reader would spell out character by character. */
const DRAWN = /-{3,}|^\+| [|+]$|>\[|^> |^ | $/m;

describe('what a screen reader reads', () => {
  it('is the text without what is only drawn', () => {
    const lines = [
      line('状態'),
      line('-- 下に続きあり (3 行) -----', { spoken: '下に続きあり (3 行)' }),
      line('----', { spoken: '' }),
      line('   '),
      spans('> 再起動する', { text: '   ', spoken: '' }),
    ];
    expect(spokenText(lines)).toBe('状態\n下に続きあり (3 行)\n選択中: 再起動する');
  });

  it.each(states.filter(({ outside }) => outside === ''))('reads well: $screen, $name', ({ model: shown }) => {
    const text = spokenText(view(shown, 'narrow'));
    expect(text).not.toMatch(DRAWN);
    expect(text).not.toMatch(/\n\n/);
    const { verdict } = shown.decision ?? shown.outlook;
    const done = checkIds.length - (shown.survey?.pending.checks ?? checkIds).length;
    expect(text).toContain(verdict ? verdictTexts[verdict].word : statusTexts.progress(done, checkIds.length));
  });

  it('begins with where one is, then the verdict, the next step, and what is selected; the keys come last', () => {
    const rows = spokenText(view(model(), 'narrow')).split('\n');
    expect(rows.slice(0, 6)).toEqual([
      expect.stringContaining('状態'),
      expect.stringContaining('作業が必要'),
      expect.stringContaining('次にすること: 「今すぐダウンロード」を押す'),
      expect.stringContaining('期限'),
      expect.stringContaining('1電源'),
      '選択中: 「今すぐダウンロード」を押す',
    ]);
    expect(rows.at(-1)).toContain('[Ctrl+C]終了');
  });

  it('says which answer of a question is selected', () => {
    const dialog = { ...askDownload(model()), opened: { at: at('20 08:10'), chunk: 0 } };
    expect(spokenText(view(model({ dialog }), 'narrow'))).toMatch(/選択中: やめる +\[ 押す \]/);
    expect(spokenText(view(model({ dialog: { ...dialog, selected: 1 } }), 'narrow'))).toMatch(
      /\[ やめる \] +選択中: 押す/,
    );
  });
});
