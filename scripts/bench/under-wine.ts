import { expect, it } from 'vitest';
import { layOut } from '../../test/windows/drive.ts';
import { place } from '../../test/windows/place.ts';
import { inside, DRIVE_C } from '../../test/windows/root.ts';
import { runInRoot } from '../../test/windows/run-in-root.ts';
import { packaged } from '../../test/windows/stick.ts';
import { current, deliveryRecord, RECORD, SETTINGS, settings, versionInfos } from '../../test/windows/terminal.ts';
import { describeWindows } from '../../test/windows/place.ts';
import { median } from './statistics.ts';

const RUNS = 15;
const MOST_PROGRAMS = 9;
const LIMIT_MS = 15 * 60 * 1_000;

const node = packaged('node', 'node.exe');
const check = [packaged('app', 'main.js'), 'check', '--json', '--timeout', '170'];

/** Runs the zip's own node.exe; gives what Wine tells of it, and how long it took in milliseconds. */
async function runNode(
  args: readonly string[],
  debug = '-all',
): Promise<{ readonly told: string; readonly ms: number }> {
  const begun = performance.now();
  const { stderr } = await runInRoot(place(), ['wine', node, ...args], {
    cwd: inside(DRIVE_C),
    env: { WINEDEBUG: debug },
  });
  return { told: stderr, ms: performance.now() - begun };
}

/**
 * The programs that were started, by Wine's own account of each `CreateProcess`; the first is node.exe itself. The
 * console host is Windows' own: it comes with each program of the command line.
 */
function programsIn(told: string): readonly string[] {
  return [...told.matchAll(/trace:process:CreateProcessInternalW app [^\n]*?cmdline L"(?<line>[^\n]*?)"$/gm)]
    .map(({ groups }) => groups?.['line'] ?? '')
    .filter((line) => !line.includes('conhost.exe'));
}

/**
 * The packaged program in a Windows of Wine, with the zip's own node.exe. Wine's times say nothing of a real Windows,
 * so of them only the ratio to a bare `node.exe -e 0` is told, and nothing is demanded of it; the programs that one
 * check starts are counted.
 */
describeWindows('under Wine', () => {
  it(
    'check',
    async () => {
      layOut({
        ...versionInfos(current),
        [RECORD]: deliveryRecord(current),
        [SETTINGS]: settings({ paths: { deliveryRecord: 'C:\\ProgramData\\配信\\配信実績.csv' } }),
      });
      const { told } = await runNode(check, '-all,+process');
      const [, ...programs] = programsIn(told);
      const rounds: { readonly bare: number; readonly check: number }[] = [];
      for (let run = 0; run < RUNS; run += 1)
        rounds.push({ bare: (await runNode(['-e', '0'])).ms, check: (await runNode(check)).ms });
      const ratio = median(rounds.map((round) => round.check)) / median(rounds.map((round) => round.bare));
      process.stdout.write(
        [
          `windows.programs: ${String(programs.length)} (at most ${String(MOST_PROGRAMS)})`,
          ...programs.map((line) => `  ${line.slice(0, 110)}`),
          `windows.check: check --json / bare node.exe: ${ratio.toFixed(2)} x (${String(RUNS)} runs)`,
          '',
        ].join('\n'),
      );
      expect(programs.length).toBeGreaterThan(0);
      expect(programs.length).toBeLessThanOrEqual(MOST_PROGRAMS);
    },
    LIMIT_MS,
  );
});
