import { helpTexts, type HelpTopic } from './help.ja.ts';
import { filledUp, width } from '../text/cells.ts';
import { hanging, lines, type PageLine } from '../text/page.ts';

/**
 * What `--help` says of a command beside its grammar: examples, and what its exit codes mean; in lines of at most so
 * many columns.
 */
export function helpText(grammar: string, of: string, columns: number): string {
  const topic = helpTexts.topics.find((each) => each === of) ?? 'oqs-console';
  const sections = [
    [helpTexts.examples, ...exampleLines(topic)],
    [helpTexts.exitCodes, ...codeLines(topic)],
  ];
  return [grammar.trimEnd(), ...sections.map((each) => lines(each, columns).join('\n'))].join('\n\n') + '\n';
}

/** A call on a line of its own can be marked whole. */
function exampleLines(topic: HelpTopic): readonly PageLine[] {
  return helpTexts.calls[topic].flatMap(([call, words]) => [`  ${call}`, ...hanging('      ', words, 6)]);
}

function codeLines(topic: HelpTopic): readonly PageLine[] {
  const codes = [...helpTexts.codes[topic], ...helpTexts.everyCode];
  const columns = Math.max(...codes.map(([code]) => width(code)));
  return codes.flatMap(([code, words]) => hanging(`  ${filledUp(code, columns)}  `, words, columns + 4));
}
