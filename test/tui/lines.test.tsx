import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine, line, lineText, spans, type Line } from '../../src/tui/line.ts';
import { Lines } from '../../src/tui/lines.tsx';
import type { Ambiguous } from '../../src/text/cells.ts';
import { showFrames } from '../harness/frames.tsx';
import { anyText } from './texts.ts';

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
      {
        columns: 20,
        rows: 3,
      },
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
