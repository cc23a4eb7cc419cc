import { STANDARD_STREAM, type Options } from './options.ts';
import { READING_LIMIT_MS, readTerminal } from './read-terminal.ts';
import type { InputError } from '../domain/fault.ts';
import { limitSignal } from '../domain/limit.ts';
import type { Run } from './run.ts';
import { bundleTexts as texts } from '../support/support.ja.ts';
import { zip } from '../actions/zip.ts';
import { cannotWrite, writeNewFile, wrongUse } from './refusal.ts';
import { clinicAskedFor } from '../report/known-values.ts';
import { bundleDocument } from '../support/answers.ts';
import { bundleFiles, bundleList, bundleName } from '../support/bundle.ts';
import type { CommandTools } from './command.ts';
import { jsonText } from '../text/harmless.ts';

/**
 * `bundle`: says what the support bundle will hold, then reads the terminal once and writes it (not with `--preview`);
 * with `--json` a document says both when it is done. Writes no journal. Ends with 0. Throws InputError `cannot-write`
 * where the file cannot be made or is there already.
 */
export async function runBundle(options: Options, tools: CommandTools): Promise<number> {
  const withClinic = options.withClinic === true;
  const toStdout = options.out === STANDARD_STREAM;
  const asJson = async (path: string | null): Promise<void> =>
    tools.print(`${jsonText(bundleDocument(path, withClinic))}\n`);
  // Where stdout is for something else, people read it on stderr.
  const say = async (text: string): Promise<void> => (toStdout ? tools.warn(text) : tools.print(`${text}\n`));
  if (toStdout && options.preview !== true && tools.isRead) throw nowhere(texts.toTerminal, 'bundle --out -');
  if (options.json !== true) await say(listLines(withClinic).join('\n'));
  if (options.preview === true) {
    if (options.json === true) await asJson(null);
    return 0;
  }
  if (options.readOnly === true && options.out === undefined) throw nowhere(texts.readOnly);
  return tools.withRun(options, options.out === undefined, async (run) => {
    if (options.out === undefined && !run.terminal.isKept) throw nowhere(texts.notKept);
    if (run.terminal.note !== null) tools.warn(run.terminal.note);
    const { clinic } = run.about;
    if (withClinic && clinic.name === null && clinic.phone === null)
      tools.warn(texts.clinicUnknown(clinicAskedFor(run.about.notice)));
    const limit = limitSignal(READING_LIMIT_MS);
    const { survey, decision, now } = await readTerminal(run, tools.stopwatch, limit);
    const journal = run.journal.reading();
    const input = { about: run.about, survey, decision, journal, now, withClinic };
    const bytes = zip(bundleFiles(input));
    if (toStdout) {
      await tools.printBytes(bytes);
      return 0;
    }
    if (options.out !== undefined) await writeNewFile(options.out, bytes, tools, texts);
    const path = options.out ?? (await intoDataFolder(run, bundleName(input), bytes, limit));
    if (options.json === true) await asJson(path);
    else await say(texts.made(path));
    return 0;
  });
}

/** All that it will hold, shown before it is made. */
function listLines(withClinic: boolean): readonly string[] {
  return [
    texts.preview,
    ...bundleList(withClinic).map(({ name, words }) => `  ${texts.entry(name.padEnd(NAME_COLUMNS), words)}`),
    texts.never,
    ...(withClinic ? [] : [texts.withoutClinic]),
  ];
}

/** As long as the longest name. */
const NAME_COLUMNS = 16;

async function intoDataFolder({ ports }: Run, name: string, bytes: Uint8Array, signal: AbortSignal): Promise<string> {
  const written = await ports.dataFolder.replace(name, bytes, signal);
  if (written.ok) return written.value.path;
  throw cannotWrite(written.fault.headline, ports.dataFolder.path, texts.writeRemedy);
}

/** Without a name the file would go where it must not, or where it does not stay. */
function nowhere(message: string, call = 'bundle'): InputError {
  return wrongUse(message, call, texts.outRemedy);
}
