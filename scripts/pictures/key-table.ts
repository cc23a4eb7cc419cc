import { consoleHelp } from '../../src/screens/keys.ts';

const BEGIN = '<!-- keys -->';
const END = '<!-- /keys -->';

/** The manual with the table of keys as the program has it, between its two marks. */
export function withKeyTable(manual: string): string {
  const [before, rest] = halves(manual, BEGIN);
  const [, after] = halves(rest, END);
  const rows = consoleHelp.map(({ keys, help }) => `| ${keys} | ${help} |`);
  return [before + BEGIN, '', '| キー | 働き |', '| --- | --- |', ...rows, '', END + after].join('\n');
}

function halves(text: string, mark: string): readonly [before: string, after: string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`the manual has no ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
