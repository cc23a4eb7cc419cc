import type { Options } from './cli.ts';
import { readTerminal } from './read-terminal.ts';
import { InputError } from '../domain/fault.ts';
import { limitSignal } from '../domain/limit.ts';
import type { Session } from './session.ts';
import { bundleTexts as texts } from '../support/bundle.ja.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import { bundleList, bundleName, bundleZip } from '../support/bundle.ts';
import type { CommandTools } from './command.ts';

/** Longer than any single check may take, in milliseconds. */
const READING_LIMIT = 60_000;

/**
 * `bundle`: says what the support bundle will hold, then reads the terminal once and writes it (not with `--preview`). Writes no
 * journal. Ends with 0.
 * Throws InputError `cannot-write` where the file cannot be made or is there already.
 */
export async function runBundle(options: Options, tools: CommandTools): Promise<number> {
  const withClinic = options.withClinic === true;
  await tools.print(`${listLines(withClinic).join('\n')}\n`);
  if (options.preview === true) return 0;
  if (options.readOnly === true && options.out === undefined) throw nowhere(texts.readOnly);
  return tools.withSession(options, options.out === undefined, async (session) => {
    if (options.out === undefined && !session.terminal.isKept) throw nowhere(texts.notKept);
    if (session.terminal.note !== null) tools.warn(session.terminal.note);
    const { clinic } = session.about;
    if (withClinic && clinic.name === null && clinic.phone === null) tools.warn(texts.clinicUnknown);
    const limit = limitSignal(READING_LIMIT);
    const { survey, decision, now } = await readTerminal(session, tools.stopwatch, limit);
    const journal = session.journal.reading();
    const input = { about: session.about, survey, decision, journal, now, withClinic };
    const bytes = bundleZip(input);
    const path =
      options.out === undefined
        ? await intoDataFolder(session, bundleName(input), bytes, limit)
        : await intoNewFile(options.out, bytes, tools);
    await tools.print(`${texts.made(path)}\n`);
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

async function intoDataFolder(
  { ports }: Session,
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<string> {
  const written = await ports.dataFolder.replace(name, bytes, signal);
  if (written.ok) return written.value.path;
  const { headline } = written.fault;
  throw cannotWrite(headline, ports.dataFolder.path, texts.writeRemedy);
}

async function intoNewFile(
  path: string,
  bytes: Uint8Array,
  { writeNew }: Pick<CommandTools, 'writeNew'>,
): Promise<string> {
  const written = await writeNew(path, bytes);
  switch (written.type) {
    case 'written':
      return path;
    case 'exists':
      throw cannotWrite(texts.exists, path, texts.existsRemedy);
    case 'failed':
      throw cannotWrite(writingTexts.reason(written.code), path, texts.writeRemedy);
  }
}

/** Without a name the file would go where it must not, or where it does not stay. */
function nowhere(message: string): InputError {
  return new InputError({ code: 'usage', message, where: 'oqs-console bundle', remedy: texts.outRemedy });
}

function cannotWrite(message: string, where: string, remedy: string): InputError {
  return new InputError({ code: 'cannot-write', message, where, remedy });
}
