import { fit } from '../text/cells.ts';
import { hanging, page, type PageLine } from '../text/page.ts';
import { selftestTexts as texts } from './selftest.ja.ts';
import type { SelftestDocument, Way } from './document.ts';

/** As wide as the longest title. */
const TITLE_COLUMNS = 34;
const TIME_COLUMNS = 9;
/** Under the line that it belongs to. */
const MARGIN = ' '.repeat(11);

/** The document for people: one line for each way with its time, under it what was learned or why it is not known. */
export function selftestText(document: SelftestDocument, columns?: number): string {
  const { ok, failed, unknown } = document.counts;
  const title = [texts.title(document.consoleVersion), ...(document.simulated ? hanging('', texts.simulated, 2) : [])];
  return page([title, document.ways.flatMap(wayLines), [texts.counts(ok, failed, unknown)]], columns);
}

function wayLines(way: Way): readonly PageLine[] {
  const time = fit(`${String(way.durationMs)} ms`, TIME_COLUMNS, 'narrow', 'right');
  const facts = Object.entries(way.facts).map(([name, value]) => `${texts.facts[name] ?? name} ${valueText(value)}`);
  return [
    `${fit(`[${texts.states[way.state]}]`, MARGIN.length)}${fit(way.title, TITLE_COLUMNS)}${time}`,
    ...[way.reason, way.words, facts.length === 0 ? null : facts.join('、')].flatMap((text) =>
      text === null ? [] : hanging(MARGIN, text, MARGIN.length),
    ),
  ];
}

function valueText(value: Way['facts'][string]): string {
  if (value === null) return texts.states.unknown;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return String(value);
}
