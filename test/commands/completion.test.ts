import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaNames, shells } from '../../src/commands/cli-grammar.ts';
import { completionScript } from '../../src/commands/completion.ts';
import { cliTexts } from '../../src/commands/cli.ja.ts';
import { deskStates } from '../../src/desk/states.ts';
import { startInPty } from '../harness/pty.ts';
import { temporaryFolder } from '../e2e/built.ts';

const scenarios = [{ name: 'outdated-morning' }, { name: 'excluded-night' }];
const commands = Object.keys(cliTexts.commands);

describe.each(shells)('the completion for %s', (shell) => {
  it('is ASCII, and knows every command, schema and state', () => {
    const script = completionScript(shell, scenarios);
    expect(script).toMatch(/^[\n -~]*$/);
    for (const word of [...commands, ...schemaNames, ...deskStates, 'outdated-morning']) expect(script).toContain(word);
  });
});

describe('in a real bash', () => {
  const folder = temporaryFolder();
  const script = join(folder.path, 'completion.bash');
  beforeAll(() => {
    writeFileSync(script, completionScript('bash', scenarios));
    writeFileSync(join(folder.path, 'notice.json'), '');
    mkdirSync(join(folder.path, 'answers'));
  });
  afterAll(() => folder[Symbol.dispose]());

  /** What bash offers for the last of these words, as readline parts them. */
  async function offered(...words: readonly string[]): Promise<readonly string[]> {
    const all = ['oqs-console', ...words];
    const ask = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=${String(all.length - 1)}; _oqs_console; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', ask, script, ...all], { cwd: folder.path });
    return stdout.split('\n').filter(Boolean);
  }

  it.each<readonly [readonly string[], readonly string[]]>([
    [[''], commands],
    [['che'], ['check']],
    [['co'], ['code', 'completion']],
    [['--re'], ['--read-only']],
    [['check', '--js'], ['--json']],
    [['--simulate', 'excluded-night', 'check', '--na'], ['--nagios']],
    [['--simulate', 'out'], ['outdated-morning']],
    [['--simulate', '=', 'out'], ['outdated-morning']],
    [
      ['--simulate', '='],
      ['outdated-morning', 'excluded-night'],
    ],
    [
      ['schema', 'gui'],
      ['guide', 'guide-answer'],
    ],
    [['report', ''], ['sent']],
    [['help', 'bun'], ['bundle']],
    [['completion', ''], shells],
    [['desk', 'answers', '--state', 'fa'], ['failed']],
    [
      ['desk', ''],
      ['answers', 'completion.bash', 'notice.json'],
    ],
    [
      ['notice', 'n'],
      ['new', 'notice.json'],
    ],
    [['check', '--notice', 'not'], ['notice.json']],
    [['check', '--timeout', ''], []],
    [['scenarios', 'x'], []],
  ])('oqs-console %j', async (words, expected) => {
    expect((await offered(...words)).toSorted()).toEqual(expected.toSorted());
  });

  it('completes a word that is typed, by Tab', async () => {
    await using program = startInPty('bash', ['--norc', '--noprofile', '-i'], {
      columns: 80,
      rows: 24,
      cwd: folder.path,
      env: { PS1: 'ready> ', INPUTRC: '/dev/null' },
    });
    await program.waitFor('ready>');
    program.type('source completion.bash; echo sour""ced\n');
    await program.waitFor(/^sourced/m);
    program.type('oqs-console sce\t--js\t');
    expect((await program.waitFor('oqs-console scenarios --json')).text).not.toContain('sce ');
  });
});
