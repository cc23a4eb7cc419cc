import { describe, expect, it } from 'vitest';
import { parseCommandLine, type CommandLine } from '../../src/commands/cli.ts';
import { helpText } from '../../src/commands/help.ts';
import { helpTexts } from '../../src/commands/help.ja.ts';
import { ownExitCodes } from '../../src/domain/answer-code.ts';
import { cliTexts } from '../../src/commands/cli.ja.ts';
import { decodeCode } from '../../src/support/code.ts';
import { width } from '../../src/text/cells.ts';
import { guideEntries } from '../guide/january-guide.ts';

const nameOf = (topic: string): string => (topic === 'oqs-console' ? '' : topic);

function help(topic: string, columns = 80): string {
  const read = parseCommandLine([nameOf(topic), '--help'].filter(Boolean), '1.2.3', columns);
  if (read.command !== 'help') throw new Error(`no help: ${topic}`);
  return helpText(read.text, read.of, columns);
}

/** The call of an example, without what the shell does with it. */
function called(example: string): CommandLine {
  const [, ...args] = example.replace(/ [|>].*$/, '').split(' ');
  return parseCommandLine(args, '1.2.3');
}

const examples = helpTexts.topics.flatMap((topic) => helpTexts.calls[topic].map(([call]) => ({ topic, call })));

describe('--help', () => {
  it('is there for the program and every command', () => {
    expect(helpTexts.topics.map(nameOf).toSorted()).toEqual(['', ...Object.keys(cliTexts.commands)].toSorted());
  });

  it.each(helpTexts.topics)('%s: has examples, and says what its exit codes mean', (topic) => {
    const text = help(topic);
    const [, after = ''] = text.split(`\n${helpTexts.examples}\n`);
    const [said = '', codes = ''] = after.split(`\n${helpTexts.exitCodes}\n`);
    expect(said).toContain(`  oqs-console${topic === 'oqs-console' ? '' : ` ${topic}`}`);
    const numbers = [...codes.matchAll(/^ {2}(\d+) {2}/gm)].map(([, code]) => Number(code));
    expect(numbers).toEqual(expect.arrayContaining([0, 64, 70]));
    expect(numbers.filter((code) => !ownExitCodes.includes(code))).toEqual([]);
  });

  it.each(helpTexts.topics.flatMap((topic) => [40, 60, 80, 120].map((columns) => ({ topic, columns }))))(
    '$topic: fits $columns columns, examples aside, which are typed as they stand',
    ({ topic, columns }) => {
      const calls = helpTexts.calls[topic].map(([call]) => `  ${call}`);
      // The usage line is one as well.
      calls.push(help(topic, columns).split('\n')[0] ?? '');
      const lines = help(topic, columns)
        .split('\n')
        .filter((line) => !calls.includes(line));
      expect(lines.filter((line) => width(line) > columns)).toEqual([]);
    },
  );

  it('check: says that --nagios goes by the deadline', () => {
    expect(help('check')).toContain('1    作業が必要(--nagios: 期限を過ぎていれば 2)');
  });

  it('uses the room of a wider window', () => {
    expect(help('check', 120).split('\n').length).toBeLessThan(help('check', 60).split('\n').length);
  });
});

describe('an example', () => {
  it.each(examples)('$call: is a right call', ({ topic, call }) => {
    const { command } = called(call);
    expect([topic, 'oqs-console']).toContain(topic === 'oqs-console' ? topic : command.replace(/-sent$/, ''));
  });

  it('names codes and entries of the guide that there are', () => {
    const read = examples.map(({ call }) => called(call));
    const codes = read.flatMap((each) => (each.command === 'code' ? [decodeCode(each.code).ok] : []));
    expect(codes).toEqual([true]);
    const ids = read
      .flatMap((each) => (each.command === 'guide' ? each.words : []))
      .filter((word) => /^[a-z-]+$/.test(word));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !guideEntries.some((entry) => entry.id === id))).toEqual([]);
  });
});
