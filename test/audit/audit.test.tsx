import { screenIds, type ScreenId } from '../../src/screens/keys.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { view } from '../../src/screens/index.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { lineText } from '../../src/tui/line.ts';
import { colourless } from '../../src/tui/painter.ts';
import { Lines } from '../../src/tui/ink-screen.tsx';
import { showFrames, type Frames } from '../harness/frames.tsx';
import { rowsOf, worlds } from '../screens/builders.ts';
import { problemsOfCells, problemsOfRows } from './problems.ts';
import { auditSizes, states, type State } from './states.ts';

const places = auditSizes.flatMap((size) =>
  worlds.map((ambiguous) => ({
    size,
    ambiguous,
    name: `${String(size.columns)}x${String(size.rows)} ${ambiguous}`,
  })),
);
const label = ({ screen, name }: State): string => `${screen}: ${name}`;

/** Without text of open width both worlds show the same (held below): then the wide one is enough. */
function shownAt(screen: ScreenId, ambiguous: Ambiguous): readonly State[] {
  return states.filter((state) => state.screen === screen && (ambiguous === 'wide' || state.outside !== ''));
}

describe('the catalogue', () => {
  it('has every screen, and each state once', () => {
    expect(new Set(states.map(({ screen }) => screen))).toEqual(new Set(screenIds));
    expect(new Set(states.map(label)).size).toBe(states.length);
  });

  it('has every verdict and every next step, and neither yet', () => {
    const decisions = states.map(({ model }) => model.decision);
    expect(new Set(decisions.map((each) => each?.verdict))).toHaveLength(5);
    expect(new Set(decisions.map((each) => each?.step))).toHaveLength(10);
  });
});

describe.each(places)('at $name', ({ size, ambiguous, name }) => {
  let frames: Frames;
  beforeAll(() => {
    frames = showFrames(<Lines lines={[]} size={size} ambiguous={ambiguous} />, {
      ...size,
      ambiguous,
    });
  });
  afterAll(async () => frames.close());

  const screens = screenIds.filter((screen) => shownAt(screen, ambiguous).length > 0);
  it.each(screens)(`%s: whole, in view, and on the terminal as it is meant (${name})`, async (screen) => {
    const found: unknown[] = [];
    for (const state of shownAt(screen, ambiguous)) {
      const lines = view({ ...state.model, size }, ambiguous);
      const rows = lines.map((row) => lineText(row).trimEnd());
      frames.rerender(<Lines lines={lines} size={size} ambiguous={ambiguous} />);
      const drawn = await frames.screen();
      const problems = [
        ...problemsOfRows(state, rows, size, ambiguous),
        // The last row stays free.
        ...[...rows, ''].flatMap((row, index) =>
          drawn[index] === row ? [] : [`${row} became ${drawn[index] ?? 'nothing'}`],
        ),
        ...problemsOfCells(frames.terminal, ambiguous),
        ...(frames.terminal.scrolledRows > 0 ? ['scrolled'] : []),
      ];
      if (problems.length > 0) found.push([label(state), problems]);
    }
    expect(found).toEqual([]);
  });
});

describe('without text from outside', () => {
  it('both worlds show the same, even where there is the least room', () => {
    const [size] = auditSizes;
    for (const { model } of states.filter(({ outside }) => outside === ''))
      expect(rowsOf({ ...model, size }, 'wide')).toEqual(rowsOf({ ...model, size }, 'narrow'));
  });
});

describe('without colour', () => {
  const frame = states.map(({ model }) => view(model, 'narrow'));

  it('no word is lost, and nothing but dim text keeps a tone', () => {
    for (const lines of frame) {
      const plain = colourless(lines);
      expect(plain.map(lineText)).toEqual(lines.map(lineText));
      expect(new Set(plain.flat().map(({ tone }) => tone ?? 'quiet'))).toEqual(new Set(['quiet']));
    }
  });

  it('no two marks differ by colour alone', () => {
    // The last line is the footer: its keys stand in the same brackets.
    const spans = frame.flatMap((lines) => lines.slice(0, -1).flat());
    const marks = spans.filter(({ text }) => /^\[[^\]]{1,4}\] *$/.test(text));
    const names = [...new Set(marks.map(({ text }) => text.trim()))];
    expect(names.toSorted()).toEqual(
      ['[済]', '[要]', '[異常]', '[不明]', '[-]', '[..]', '[既定]', '[変更]', '[模擬]', '[進行中]'].toSorted(),
    );
    for (const name of names) {
      const tones = new Set(marks.filter(({ text }) => text.trim() === name).map(({ tone }) => tone));
      expect([name, ...tones]).toHaveLength(2);
    }
  });
});
