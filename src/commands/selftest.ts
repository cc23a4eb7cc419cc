import { INTERRUPTED, type CommandTools } from './command.ts';
import { cannotWrite, writeNewFile } from './refusal.ts';
import type { Options } from './options.ts';
import type { Run } from './run.ts';
import { outTexts } from './cli.ja.ts';
import { limitSignal, startLimit } from '../domain/limit.ts';
import { timeInName } from '../domain/time.ts';
import type { Tried } from '../domain/ways.ts';
import { exitCodes } from '../formats/answer.ts';
import { SAMPLES, selftestDocument, type SelftestDocument, type Widths, selftestText } from '../selftest/document.ts';
import { selftestTexts as texts } from '../selftest/selftest.ja.ts';
import { jsonText } from '../text/harmless.ts';
import { measureWidths } from '../tui/measure-widths.ts';

type Tools = Pick<
  CommandTools,
  | 'withTolerantRun'
  | 'untilTold'
  | 'print'
  | 'warn'
  | 'writeNew'
  | 'stopwatch'
  | 'consoleVersion'
  | 'runtime'
  | 'terminal'
  | 'columns'
>;

/** The longest that all of it may take: PowerShell four times, minutes after a boot. */
const LIMIT_MS = 180_000;
/** How long what was changed for a moment may take to be put back when the time is up. */
const PUTTING_BACK_MS = 3_000;
/** How long the disk may take for the file. */
const SAVING_MS = 20_000;

/**
 * `selftest`: tries every way by which the console reaches the terminal, tells each with its time, and saves it as a
 * file to send back (nothing is saved with `--read-only`, nor on a practice terminal that nobody keeps, unless `--out`
 * names a file). Ends with 0 where all ways are known, 3 where some are not, 130 at Ctrl+C.
 */
export async function runSelftest(options: Options, tools: Tools, limitMs: number = LIMIT_MS): Promise<number> {
  const changes = options.readOnly !== true;
  const startedAt = tools.stopwatch();
  let graceMs = 0;
  return tools.untilTold(
    async (told) =>
      tools.withTolerantRun(options, changes && options.out === undefined, async (run) => {
        if (run.terminal.note !== null) tools.warn(run.terminal.note);
        tools.warn(texts.begun(Math.ceil(limitMs / 1_000)));
        const { widths, interrupted } = await widthsOf(tools);
        if (interrupted) return INTERRUPTED;
        graceMs = PUTTING_BACK_MS;
        const tried = await tryAll(run, { changes, told, limitMs });
        graceMs = 0;
        if (told.aborted) return INTERRUPTED;
        const document = selftestDocument({
          tried,
          widths,
          names: namesIn(run),
          simulated: run.terminal.label !== null,
          changes,
          runtime: tools.runtime,
          consoleVersion: tools.consoleVersion,
          now: run.ports.clock.now(),
          offsetMinutes: run.terminal.offsetMinutes,
          durationMs: Math.round(tools.stopwatch() - startedAt),
        });
        await tools.print(options.json === true ? `${jsonText(document)}\n` : selftestText(document, tools.columns));
        await save(document, run, options, tools);
        return document.counts.unknown === 0 ? exitCodes.current : exitCodes.unknown;
      }),
    () => graceMs,
  );
}

/** Everything that was told in time. Whatever hangs, it ends. */
async function tryAll(
  { ports }: Run,
  { changes, told, limitMs }: { readonly changes: boolean; readonly told: AbortSignal; readonly limitMs: number },
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const limit = new AbortController();
  const over = Promise.withResolvers<undefined>();
  const end = (): void => {
    limit.abort();
    startLimit(PUTTING_BACK_MS, () => over.resolve(undefined), { holds: true });
  };
  const stop = startLimit(limitMs, end, { holds: true });
  told.addEventListener('abort', end, { once: true });
  const trying = ports.ways.tryAll({ changes, signal: limit.signal }, (one) => tried.push(one));
  await Promise.race([trying, over.promise]);
  stop();
  return [...tried];
}

async function widthsOf({
  terminal,
  stopwatch,
}: Tools): Promise<{ readonly widths: Widths; readonly interrupted: boolean }> {
  if (terminal === null) return { widths: { widths: null, durationMs: 0 }, interrupted: false };
  const begun = stopwatch();
  const { widths, interrupted } = await measureWidths(terminal, SAMPLES);
  return { widths: { widths, durationMs: Math.round(stopwatch() - begun) }, interrupted };
}

/** Whoever and whatever the system's words may name: the bundle tells none of these either. */
function namesIn({ ports, about }: Run): readonly string[] {
  const { clinic, settings } = about;
  return [...ports.ways.names(), clinic.name, clinic.phone, settings.clinicId].filter((name) => name !== null);
}

async function save(document: SelftestDocument, run: Run, options: Options, tools: Tools): Promise<void> {
  const bytes = new TextEncoder().encode(`${jsonText(document, 2)}\n`);
  if (options.out !== undefined) {
    await writeNewFile(options.out, bytes, tools, { ...outTexts, writeRemedy: texts.writeRemedy });
    tools.warn(texts.saved(options.out));
  } else if (options.readOnly === true || !run.terminal.isKept) {
    tools.warn(texts.notSaved);
    return;
  } else {
    const { dataFolder } = run.ports;
    const name = `exports/oqs-selftest-${timeInName(run.ports.clock.now(), run.terminal.offsetMinutes)}.json`;
    const written = await dataFolder.replace(name, bytes, limitSignal(SAVING_MS));
    if (!written.ok) throw cannotWrite(written.fault.headline, dataFolder.path, texts.writeRemedy);
    tools.warn(texts.saved(written.value.path));
  }
  tools.warn(texts.sendBack);
}
