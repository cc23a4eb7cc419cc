import { describe, expect, it } from 'vitest';
import { parseCommandLine, type CommandLine } from '../../src/commands/cli.ts';
import { schemaNames, shells } from '../../src/commands/cli-grammar.ts';
import { deskStates } from '../../src/desk/states.ts';
import { InputError } from '../../src/domain/fault.ts';
import { errorExitCode } from '../../src/formats/error.ts';
import { cliTexts } from '../../src/commands/cli.ja.ts';
import { monitoringTexts } from '../../src/formats/monitoring.ja.ts';

const VERSION = '1.2.3';
const TIME = '2026-01-20T08:10:00+09:00';

/** A call as it is typed; words are parted by spaces. */
function parse(call: string): CommandLine {
  return parseCommandLine(call.split(' ').filter(Boolean), VERSION);
}

/** Why a call cannot be understood. */
function refusal(args: readonly string[]): InputError {
  try {
    parseCommandLine(args, VERSION);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`understood: ${args.join(' ')}`);
}

function printed(call: string): string {
  const read = parse(call);
  if (read.command !== 'print' && read.command !== 'help') throw new Error(`prints nothing: ${call}`);
  return read.text;
}

describe('a right call', () => {
  it.each<readonly [string, CommandLine]>([
    ['', { command: 'console', options: {} }],
    ['check', { command: 'check', options: {} }],
    ['scenarios', { command: 'scenarios', options: {} }],
    ...schemaNames.map((name) => [`schema ${name}`, { command: 'schema', name, options: {} }] as const),

    ['--simulate excluded-night', { command: 'console', options: { simulate: 'excluded-night' } }],
    ['--simulate=./a/folder', { command: 'console', options: { simulate: './a/folder' } }],
    ['--workdir /tmp/w', { command: 'console', options: { workdir: '/tmp/w' } }],
    [`--clock ${TIME}`, { command: 'console', options: { clock: TIME } }],
    ['--clock 2026-01-19T23:10:00Z', { command: 'console', options: { clock: '2026-01-19T23:10:00Z' } }],
    ['--notice n.json', { command: 'console', options: { notice: 'n.json' } }],
    ['--data-dir /var/d', { command: 'console', options: { dataDir: '/var/d' } }],
    ['--read-only', { command: 'console', options: { readOnly: true } }],

    ['check --json', { command: 'check', options: { json: true } }],
    ['check --timeout 1', { command: 'check', options: { timeout: 1 } }],
    ['check --timeout 3600', { command: 'check', options: { timeout: 3_600 } }],
    ['check -t 9', { command: 'check', options: { timeout: 9 } }],
    ['check --nagios', { command: 'check', options: { nagios: true } }],
    ['check --nagios --prometheus a/b.prom', { command: 'check', options: { nagios: true, prometheus: 'a/b.prom' } }],
    [
      'check --json --prometheus b.prom --label site=12 --label _b=x=y',
      {
        command: 'check',
        options: {
          json: true,
          prometheus: 'b.prom',
          label: [
            ['site', '12'],
            ['_b', 'x=y'],
          ],
        },
      },
    ],
    ['check --simulate x --workdir w', { command: 'check', options: { simulate: 'x', workdir: 'w' } }],
    ['report', { command: 'report', options: {} }],
    ['report --json', { command: 'report', options: { json: true } }],
    ['report sent', { command: 'report-sent', options: {} }],
    ['report sent --elsewhere', { command: 'report-sent', options: { elsewhere: true } }],
    ['report sent --read-only', { command: 'report-sent', options: { readOnly: true } }],
    ['card', { command: 'card', options: {} }],
    ['card --staff --html --out c.html', { command: 'card', options: { staff: true, html: true, out: 'c.html' } }],
    ['card --notice n.json --data-dir d', { command: 'card', options: { notice: 'n.json', dataDir: 'd' } }],
    ['history --html --out h.html', { command: 'history', options: { html: true, out: 'h.html' } }],
    ['history --json', { command: 'history', options: { json: true } }],
    ['scenarios --json', { command: 'scenarios', options: { json: true } }],
    ['bundle --json --preview', { command: 'bundle', options: { json: true, preview: true } }],
    ['code 1234 --json', { command: 'code', code: '1234', options: { json: true } }],
    ...shells.map((shell) => [`completion ${shell}`, { command: 'completion', shell }] as const),
    // In a file's place: stdin and stdout.
    ['card --out -', { command: 'card', options: { out: '-' } }],
    ['notice - --out -', { command: 'notice', file: '-', options: { out: '-' } }],
    ['desk - --csv -', { command: 'desk', paths: ['-'], options: { csv: '-' } }],
    ['desk a --csv b.csv --list', { command: 'desk', paths: ['a'], options: { csv: 'b.csv', list: true } }],
    ['notice n.json', { command: 'notice', file: 'n.json', options: {} }],
    ['notice new --out n.json', { command: 'notice', file: 'new', options: { out: 'n.json' } }],
    // The options that say which terminal may also stand before the command.
    ['--simulate x check --json', { command: 'check', options: { simulate: 'x', json: true } }],
    [`--data-dir d check --clock ${TIME}`, { command: 'check', options: { dataDir: 'd', clock: TIME } }],
    ['--simulate a --simulate b', { command: 'console', options: { simulate: 'b' } }],
  ])('oqs-console %s', (call, expected) => {
    expect(parse(call)).toEqual(expected);
  });

  it('takes every option at once', () => {
    expect(
      parse(`--read-only --simulate x --workdir w --clock ${TIME} --notice n --data-dir d check --json --timeout 9`),
    ).toEqual({
      command: 'check',
      options: {
        readOnly: true,
        simulate: 'x',
        workdir: 'w',
        clock: TIME,
        notice: 'n',
        dataDir: 'd',
        json: true,
        timeout: 9,
      },
    });
  });

  it('takes paths with spaces and Japanese names', () => {
    expect(parseCommandLine(['--notice', 'C:\\お知らせ 1月\\n.json'], VERSION)).toEqual({
      command: 'console',
      options: { notice: 'C:\\お知らせ 1月\\n.json' },
    });
  });
});

describe('a question to the command line itself', () => {
  it.each(['--version', '-V'])('%s gives the version and nothing else', (call) => {
    expect(printed(call)).toBe('1.2.3\n');
  });

  it.each(['--help', '-h'])('%s names every command and option, in Japanese', (call) => {
    const help = printed(call);
    for (const text of [cliTexts.description, ...Object.values(cliTexts.commands)]) expect(help).toContain(text);
    for (const option of ['--simulate', '--workdir', '--clock', '--notice', '--data-dir', '--read-only'])
      expect(help).toContain(option);
    for (const title of ['使い方:', 'オプション:', 'コマンド:']) expect(help).toContain(title);
    expect(help).not.toMatch(/display help|output the version/);
  });

  it('tells of a command what belongs to it', () => {
    const help = printed('check --help');
    expect(help).toContain(cliTexts.commands.check);
    for (const option of ['--json', '--timeout', '--simulate']) expect(help).toContain(option);
    for (const name of schemaNames) expect(printed('schema --help')).toContain(name);
  });

  it.each(['', 'check', 'report', 'desk', 'help', 'completion'])('`help %s` is `%s --help`', (name) => {
    expect(parse(`help ${name}`)).toEqual(parse(`${name} --help`));
    expect(parse(`help ${name}`)).toMatchObject({ command: 'help', of: name === '' ? 'oqs-console' : name });
  });
});

describe('a wrong call', () => {
  const { wrongCalls, clockValue, timeoutValue, emptyValue } = cliTexts;
  const unknownOption = String(wrongCalls['commander.unknownOption']);
  const noValue = String(wrongCalls['commander.optionMissingArgument']);
  const noArgument = String(wrongCalls['commander.missingArgument']);
  const unknownCommand = String(wrongCalls['commander.unknownCommand']);
  const tooMany = String(wrongCalls['commander.excessArguments']);

  it.each<readonly [readonly string[], string]>([
    [['chekc'], `${unknownCommand}(chekc)。「check」ではありませんか`],
    [['install'], `${unknownCommand}(install)`],
    [['--read-only', 'hsitory', 'x'], `${unknownCommand}(hsitory)。「history」ではありませんか`],
    [['help', 'chek'], `${unknownCommand}(chek)。「check」ではありませんか`],
    [['help', 'check', 'desk'], `${tooMany}(check, desk)`],
    [['check', '--jsn'], `${unknownOption}(--jsn)。「--json」ではありませんか`],
    [['--redonly'], `${unknownOption}(--redonly)。「--read-only」ではありませんか`],
    [['check', '--hlep'], `${unknownOption}(--hlep)。「--help」ではありませんか`],
    [['schema', 'chek'], `schema: ${schemaNames.join(' | ')}。「check」ではありませんか`],
    [['report', 'snet'], 'report: sent。「sent」ではありませんか'],
    [['completion', 'zsh'], 'completion: bash | powershell'],
    [['completion', 'bsah'], 'completion: bash | powershell。「bash」ではありませんか'],
    [['desk', 'a', '--state', 'faild'], `--state: ${cliTexts.stateValue(deskStates)}。「failed」ではありませんか`],
    // stdout takes one thing.
    [['history', '--json', '--html'], cliTexts.oneOf(['--html', '--json'])],
    [['bundle', '--json', '--out', '-'], cliTexts.oneOf(['--out -', '--json'])],
    [['desk', 'a', '--csv', '-', '--json'], cliTexts.oneOf(['--csv -', '--json'])],
    [['desk', 'a', '--csv', '-', '--list'], cliTexts.oneOf(['--csv -', '--list'])],
    [['desk', 'a', '--html', '-', '--list'], cliTexts.oneOf(['--html -', '--list'])],
    [['desk', 'a', '--html', '-', '--xlsx', '-'], cliTexts.oneOf(['--xlsx -', '--html -'])],
    [['desk', 'a', '--csv', '-', '--reasons'], cliTexts.oneOf(['--csv -', '--reasons'])],
    [['desk', 'a', '--html', ''], `--html: ${emptyValue}`],
    [['desk', 'a', '--html'], `${noValue}(--html <FILE>)`],
    // stdin comes once.
    [['desk', '-', '--roster', '-'], cliTexts.oneOf(['desk -', '--roster -'])],
    [['check', 'now'], `${tooMany}(now)`],
    [['check', 'now', 'then'], `${tooMany}(now, then)`],
    [['scenarios', 'all'], `${tooMany}(all)`],
    [['schema', 'check', 'notice'], `${tooMany}(check, notice)`],

    [['--nope'], `${unknownOption}(--nope)`],
    [['--sim', 'x'], `${unknownOption}(--sim)`],
    [['-x'], `${unknownOption}(-x)`],
    // Only `check` answers in JSON, or in a time.
    [['--json'], `${unknownOption}(--json)`],
    [['--timeout', '9'], `${unknownOption}(--timeout)`],
    [['card', '--json'], `${unknownOption}(--json)`],
    [['schema', 'check', '--json'], `${unknownOption}(--json)`],

    [['--simulate'], `${noValue}(--simulate <NAME>)`],
    [['--workdir'], `${noValue}(--workdir <DIR>)`],
    [['--clock'], `${noValue}(--clock <TIME>)`],
    [['--notice'], `${noValue}(--notice <FILE>)`],
    [['--data-dir'], `${noValue}(--data-dir <DIR>)`],
    [['check', '--timeout'], `${noValue}(-t, --timeout <SECONDS>)`],
    [['check', '--prometheus'], `${noValue}(--prometheus <FILE>)`],
    [['check', '--label'], `${noValue}(--label <NAME=VALUE>)`],

    [['--simulate', ''], `--simulate: ${emptyValue}`],
    [['--workdir', ''], `--workdir: ${emptyValue}`],
    [['--notice', ''], `--notice: ${emptyValue}`],
    [['--data-dir', ''], `--data-dir: ${emptyValue}`],

    [['--clock', '08:10'], `--clock: ${clockValue}`],
    [['--clock', '2026-01-20'], `--clock: ${clockValue}`],
    // Without an offset nobody knows which time it is.
    [['--clock', '2026-01-20T08:10:00'], `--clock: ${clockValue}`],
    [['--clock', '2026-13-40T08:10:00+09:00'], `--clock: ${clockValue}`],

    ...['0', '0.5', '-5', '3601', 'Infinity', 'NaN', 'soon', ''].map(
      (seconds) => [['check', '--timeout', seconds], `--timeout: ${timeoutValue}`] as const,
    ),

    // What monitoring reads.
    [['--nagios'], `${unknownOption}(--nagios)`],
    [['report', '--prometheus', 'a.prom'], `${unknownOption}(--prometheus)`],
    [['check', '--nagios', '--json'], monitoringTexts.nagiosAlone],
    [['check', '--label', 'a=1'], monitoringTexts.labelAlone],
    [['check', '--prometheus', 'a.txt'], `--prometheus: ${monitoringTexts.promFile}`],
    [['check', '--prometheus', ''], `--prometheus: ${monitoringTexts.promFile}`],
    [['check', '--prometheus', 'a.prom', '--label', 'a'], `--label: ${monitoringTexts.labels.form('a')}`],

    [['notice'], `${noArgument}(FILE)`],
    [['notice', 'a', 'b'], `${tooMany}(a, b)`],
    [['schema'], `${noArgument}(NAME)`],
    [['report', 'lost'], 'report: sent'],
    [['schema', 'answer'], `schema: ${schemaNames.join(' | ')}`],
  ])('oqs-console %j', (args, reason) => {
    const error = refusal(args);
    expect(error.message).toBe(`指定が正しくありません: ${reason}`);
    expect(error.code).toBe('usage');
    expect(error.where).toBe(`oqs-console ${args.join(' ')}`);
    expect(error.remedy).toContain('oqs-console --help');
    expect(errorExitCode(error)).toBe(64);
  });
});
