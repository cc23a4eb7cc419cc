import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { quietEnvironment } from '../../scripts/powershell/install.ts';
import { schemaNames } from '../../src/commands/cli-grammar.ts';
import { completionScript } from '../../src/commands/completion.ts';
import { cliTexts } from '../../src/commands/cli.ja.ts';
import { describeScript } from './run-script.ts';

const typed: readonly (readonly [line: string, expected: readonly string[]])[] = [
  ['oqs-console ', Object.keys(cliTexts.commands)],
  ['oqs-console che', ['check']],
  ['oqs-console.cmd co', ['code', 'completion']],
  ['oqs-console --re', ['--read-only']],
  ['oqs-console check --js', ['--json']],
  ['oqs-console --simulate excluded-night check --na', ['--nagios']],
  ['oqs-console --simulate out', ['outdated-morning']],
  ['oqs-console schema ', schemaNames],
  ['oqs-console report ', ['sent']],
  ['oqs-console desk answers --state fa', ['failed']],
];

describeScript('the completion in PowerShell', () => {
  let folder = '';
  let offered: readonly string[] = [];

  // One PowerShell for all of them: it takes a second to start.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oqs-completion-'));
    const file = join(folder, 'ask.ps1');
    const asks = typed.map(
      ([line]) =>
        `(TabExpansion2 -inputScript '${line}' -cursorColumn ${String(line.length)}).CompletionMatches.CompletionText -join ' '`,
    );
    const script = completionScript('powershell', [{ name: 'outdated-morning' }, { name: 'excluded-night' }]);
    await writeFile(file, `${script}\n${asks.join('\n')}\n`);
    const { stdout } = await promisify(execFile)(
      inject('powershell')?.file ?? '',
      ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', file],
      { cwd: folder, env: { ...process.env, ...quietEnvironment } },
    );
    offered = stdout.trimEnd().split('\n');
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  test.each(typed.map(([line, expected], at) => ({ line, expected, at })))('$line', ({ expected, at }) => {
    expect(offered[at]?.trim().split(' ').toSorted()).toEqual(expected.toSorted());
  });
});
