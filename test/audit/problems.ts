import { checkIds } from '../../src/domain/facts.ts';
import { pageOf } from '../../src/screens/index.ts';
import { statusTexts } from '../../src/screens/status/status.ja.ts';
import { stepTitle } from '../../src/domain/notice/words.ts';
import { verdictTexts } from '../../src/domain/procedure/steps.ja.ts';
import { CUT_MARK, hasAmbiguous, plain, width, type Ambiguous } from '../../src/text/cells.ts';
import { isSimple } from '../../src/text/string-width.ts';
import { isCutLine, line, lineText } from '../../src/tui/line.ts';
import { cp932Characters } from '../guide/cp932.ts';
import type { VirtualTerminal } from '../harness/virtual-terminal.ts';
import type { State } from './states.ts';

const known = cp932Characters();

/** What is wrong with the rows that a state shows, the last free row aside; empty where nothing is. */
export function problemsOfRows(
  state: State,
  rows: readonly string[],
  size: { readonly columns: number; readonly rows: number },
  ambiguous: Ambiguous,
): readonly string[] {
  const allowed = new Set(plain(state.outside.replaceAll(/[\r\n]/g, ' ')));
  return [
    ...(rows.length === size.rows - 1 ? [] : [`${String(rows.length)} rows`]),
    ...rows.filter((row) => width(row, ambiguous) > size.columns).map((row) => `too wide: ${row}`),
    ...[...new Set(rows.filter((row) => !isSimple(row)).join(''))]
      .filter((char) => (!known.has(char) || hasAmbiguous(char)) && !allowed.has(char))
      .map((char) => `may be drawn in another way: ${char}`),
    ...missing(state, rows),
    ...cutForNothing(rows),
    ...(state.model.dialog ? [] : cutInSilence(state, rows, size.columns, ambiguous)),
  ];
}

/** The verdict's mark and word, the next step's name, and the keys: always there, and in words. */
function missing({ model }: State, rows: readonly string[]): readonly string[] {
  const text = rows.join('\n');
  const { verdict, step } = model.decision ?? model.outlook;
  const done = checkIds.length - (model.survey?.pending.checks ?? checkIds).length;
  const wanted = [
    ...(verdict === null
      ? [statusTexts.progress(done, checkIds.length)]
      : [verdictTexts[verdict].mark, verdictTexts[verdict].word]),
    step === null ? statusTexts.pendingStep : stepTitle(model.decision ?? step, model.about.words),
  ];
  const footer = rows.at(-1) ?? '';
  return [
    ...wanted.filter((words) => !text.includes(words)).map((words) => `not in view: ${words}`),
    ...['[Enter]', '[Ctrl+C]'].filter((key) => !footer.includes(key)).map((key) => `no ${key} in the footer`),
  ];
}

/** A row of the body is a whole line of its screen, or says that it was cut. */
function cutInSilence(
  { model }: State,
  rows: readonly string[],
  columns: number,
  ambiguous: Ambiguous,
): readonly string[] {
  const page = pageOf(model);
  const whole = [page.body({ columns, ambiguous }), page.body({ columns, ambiguous, linesARow: Infinity })].flatMap(
    ({ lines }) => lines.map((row) => plain(lineText(row)).trimEnd()),
  );
  return rows
    .filter((row) => !row.includes(CUT_MARK) && row !== statusTexts.reading)
    .filter((row) => whole.some((line) => line !== row && line.startsWith(row) && row.length > 8))
    .filter((row) => !whole.includes(row))
    .map((row) => `cut in silence: ${row}`);
}

/** No row of the body, what stands between the two rules, is cut while each of those that are could have one more. */
function cutForNothing(rows: readonly string[]): readonly string[] {
  const body = rows.slice(rows.findIndex(isRule) + 1, rows.findLastIndex(isRule));
  const free = body.length - 1 - body.findLastIndex((row) => row !== '');
  const cut = body.filter((row) => isCutLine(line(row)));
  return cut.length > free ? [] : cut.map((row) => `cut, and ${String(free)} rows are free: ${row}`);
}

const isRule = (row: string): boolean => /^-.*--$/.test(row);

/**
 * What is wrong with the cells: a wide character that was torn, or one that stands where its width was not expected.
 */
export function problemsOfCells(terminal: VirtualTerminal, ambiguous: Ambiguous): readonly string[] {
  return Array.from({ length: terminal.rows }, (_, row) => row).flatMap((row) => {
    const cells = Array.from({ length: terminal.columns }, (_, column) => terminal.cellAt(column, row));
    return cells.flatMap((cell, column) => {
      if (!cell) return [`no cell at ${String(column)},${String(row)}`];
      const next = cells[column + 1];
      const before = cells[column - 1];
      if (cell.width === 2 && next?.width !== 0) return [`torn at ${String(column)},${String(row)}: ${cell.text}`];
      if (cell.width === 0 && before?.width !== 2) return [`half a character at ${String(column)},${String(row)}`];
      const own = cell.text === '' ? cell.width : width(cell.text, ambiguous);
      return own === cell.width ? [] : [`${cell.text} takes ${String(cell.width)} at ${String(column)},${String(row)}`];
    });
  });
}
