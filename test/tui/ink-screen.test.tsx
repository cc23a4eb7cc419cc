import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine, line, lineText, spans, type Line } from '../../src/tui/line.ts';
import { Lines, spokenText } from '../../src/tui/ink-screen.tsx';
import type { Ambiguous } from '../../src/text/cells.ts';
import { showFrames } from '../harness/frames.tsx';
import { anyText } from './texts.ts';
import { checkIds } from '../../src/domain/facts.ts';
import { onIntent, view } from '../../src/screens/index.ts';
import { statusTexts } from '../../src/screens/status/status.ja.ts';
import { verdictTexts } from '../../src/domain/procedure/steps.ja.ts';
import { states } from '../audit/states.ts';
import { model } from '../screens/builders.ts';

async function shown(lines: readonly Line[], columns: number, rows: number, ambiguous: Ambiguous): Promise<string[]> {
  const frames = showFrames(<Lines lines={lines} size={{ columns, rows }} ambiguous={ambiguous} />, {
    columns,
    rows,
    ambiguous,
  });
  const screen = await frames.screen();
  await frames.close();
  return screen;
}

describe('Lines', () => {
  it('shows exactly the lines, and empty rows below them', async () => {
    const lines = [
      line('端末を再起動してください。'),
      line(''),
      spans({ text: '[要]', tone: 'attention' }, ' 版 5.0.3'),
    ];
    expect(await shown(lines, 40, 6, 'narrow')).toEqual([
      '端末を再起動してください。',
      '',
      '[要] 版 5.0.3',
      '',
      '',
      '',
    ]);
  });

  it('shows no more lines than its height', async () => {
    const screen = await shown(
      Array.from({ length: 9 }, (_, index) => line(String(index))),
      20,
      5,
      'narrow',
    );
    expect(screen).toEqual(['0', '1', '2', '3', '']);
  });

  it('shows what is selected without colour', async () => {
    const frames = showFrames(
      <Lines
        lines={[line('選択', { inverse: true, bold: true })]}
        size={{ columns: 20, rows: 3 }}
        ambiguous="narrow"
      />,
      { columns: 20, rows: 3 },
    );
    expect((await frames.screen())[0]).toBe('選択');
    await frames.close();
  });

  it.each(['narrow', 'wide'] as const)(
    'never wraps or scrolls in a console that draws open widths %s',
    async (ambiguous) => {
      const texts = ['○'.repeat(60), `結果は→①です${'。'.repeat(30)}`, 'x'.repeat(100), '版'.repeat(50)];
      const lines = texts.map((text) => line(text));
      expect(await shown(lines, 60, 6, ambiguous)).toEqual([
        ...lines.map((row) => lineText(fitLine(row, 60, ambiguous)).trimEnd()),
        '',
        '',
      ]);
    },
  );

  it('shows any text as it was fitted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 6 }), async (texts) => {
        const lines = texts.map((text) => line(text));
        const screen = await shown(lines, 60, 8, 'narrow');
        expect(screen.slice(0, lines.length)).toEqual(lines.map((row) => lineText(fitLine(row, 60)).trimEnd()));
      }),
      { numRuns: 40 },
    );
  });

  it('rewrites only what changed', async () => {
    const frames = showFrames(<Clock time="08:10" />, { columns: 80, rows: 24 });
    await frames.screen();
    const before = frames.output().length;
    frames.rerender(<Clock time="08:11" />);
    expect((await frames.screen())[0]).toBe('状態 08:11');
    expect(frames.output().slice(before)).not.toContain('再起動');
    await frames.close();
  });
});

function Clock({ time }: { readonly time: string }) {
  return (
    <Lines
      lines={[line(`状態 ${time}`), line('端末を再起動してください。')]}
      size={{ columns: 80, rows: 24 }}
      ambiguous="narrow"
    />
  );
}

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
    const [asked] = onIntent(model(), { type: 'ask-download' });
    expect(spokenText(view(asked, 'narrow'))).toMatch(/選択中: やめる +\[ 押す \]/);
    const other = { ...asked, dialog: asked.dialog && { ...asked.dialog, selected: 1 } };
    expect(spokenText(view(other, 'narrow'))).toMatch(/\[ やめる \] +選択中: 押す/);
  });
});
