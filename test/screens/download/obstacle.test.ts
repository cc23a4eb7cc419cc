import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { ToolEvent } from '../../../src/domain/outcomes.ts';
import { obstacles } from '../../../src/domain/facts.ts';
import type { DownloadJob } from '../../../src/screens/model.ts';
import { menuOf } from '../rows.ts';
import { update } from '../../../src/console/update.ts';
import { guideIdOf } from '../../../src/guide/situations.ts';
import { obstacleTexts, obstacleWays, outcomeTexts } from '../../../src/domain/outcomes.ja.ts';
import { cp932Characters } from '../../guide/cp932.ts';
import { everywhere, model, rowsOf, type ModelChanges } from '../builders.ts';
import { guideEntries } from '../../guide/january-guide.ts';

function byHand(job: Partial<DownloadJob>, changes: ModelChanges = {}) {
  const idle = model().download;
  return model({
    screen: 'download',
    ...changes,
    download: { ...idle, phase: 'by-hand', outcome: 'window-missing', ...job },
  });
}

const places = obstacles.flatMap((obstacle) => everywhere.map((place) => ({ ...place, obstacle })));

describe('the way by hand where something is in the way', () => {
  it.each(places)('says why, what to press, and that it watches: $obstacle at $name', (place) => {
    const rows = rowsOf(byHand({ obstacle: place.obstacle }, { size: place }), place.ambiguous);
    expect(rows).toContain(obstacleTexts[place.obstacle]);
    expect(rows.join('')).not.toContain(outcomeTexts['window-missing'].title);
    const text = rows.join('');
    for (const step of ['1. デスクトップの', '2. 「今すぐダウンロード」を一度だけ押す。', '3. 押したら、']) {
      expect(text).toContain(step);
    }
    expect(text).toContain('バージョンの変化を見ています。');
    expect(rows).toContain('> 「配信アプリケーション管理ツール」を開く');
    expect(text).toContain('自分で「今すぐダウンロード」を押した');
  });

  it.each(obstacles)('leads to the page about it, and lets the console try again: %s', (obstacle) => {
    const shown = byHand({ obstacle, words: ['古い窓'], detail: 'あるボタン: 「終了」' });
    const rows = menuOf(shown);
    expect(rows.map(({ id }) => id)).toEqual(['open-tool', 'pressed', 'press', 'guide', 'to-status']);
    const entryId = guideIdOf(`obstacle:${obstacle}`);
    expect(guideEntries.map(({ id }) => id)).toContain(entryId);
    expect(rows.find(({ id }) => id === 'guide')?.intent).toEqual({
      type: 'open-guide',
      entryId,
      seen: [outcomeTexts['window-missing'].title, obstacleTexts[obstacle], 'あるボタン: 「終了」', '古い窓'],
    });
    expect(rows.find(({ id }) => id === 'press')).toMatchObject({ intent: { type: 'ask-download' }, blocked: null });
  });

  it('shows our own detail as ours, and the words of the tool as its own', () => {
    const rows = rowsOf(
      byHand(
        { obstacle: 'button-not-found', detail: 'あるボタン: 「終了」', words: ['更新しますか'] },
        { size: { columns: 80, rows: 40 } },
      ),
    );
    const said = rows.indexOf('ツールの言葉(そのまま):');
    expect(rows.slice(said + 1)).toContain('  | 更新しますか');
    expect(rows.slice(0, said)).toContain('あるボタン: 「終了」');
    expect(rows.filter((row) => row.includes('あるボタン'))).toHaveLength(1);
  });

  it('says what it knows where no obstacle is named', () => {
    const rows = rowsOf(byHand({ outcome: 'button-missing', detail: '(模擬) ボタンが見つかりません。' }));
    expect(rows).toContain(outcomeTexts['button-missing'].title);
    expect(rows).toContain('(模擬) ボタンが見つかりません。');
    expect(rows).not.toContain('ツールの言葉(そのまま):');
  });
});

describe('the end of a press that met something', () => {
  const running = () => {
    const idle = model().download;
    return model({ screen: 'download', download: { ...idle, phase: 'running' } });
  };
  const told = (event: Partial<Extract<ToolEvent, { type: 'finished' }>>) =>
    update(running(), {
      type: 'tool',
      event: { type: 'finished', outcome: 'window-missing', pressed: false, message: 'detail', ...event },
    })[0].download;

  it('is kept, and its detail never becomes the words of the tool', () => {
    expect(told({ obstacle: 'screen-locked' })).toMatchObject({
      phase: 'by-hand',
      obstacle: 'screen-locked',
      detail: 'detail',
      words: [],
    });
    expect(told({})).toMatchObject({ phase: 'by-hand', obstacle: null, detail: 'detail', words: [] });
  });

  it('counts for nothing where the button may have been pressed', () => {
    expect(told({ pressed: true, outcome: 'error', obstacle: 'screen-locked' })).toMatchObject({
      phase: 'finished',
      obstacle: null,
      detail: null,
      words: ['detail'],
    });
  });
});

describe('the sentences', () => {
  it('are whole, short, and of characters that every console shows in one width', () => {
    const known = cp932Characters();
    for (const text of [...Object.values(obstacleTexts), ...Object.values(obstacleWays)]) {
      expect(text).toMatch(/。$/);
      const odd = Array.from(text).filter(
        (char) =>
          !(/^[ -~]$/.test(char) || known.has(char)) ||
          stringWidth(char) !== stringWidth(char, { ambiguousIsNarrow: false }),
      );
      expect(odd).toEqual([]);
    }
    for (const text of Object.values(obstacleTexts)) expect(stringWidth(text)).toBeLessThanOrEqual(58);
  });
});
