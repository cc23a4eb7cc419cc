import type { CommandLine } from './cli.ts';
import { outTexts } from './cli.ja.ts';
import { INTERRUPTED, type CommandTools } from './command.ts';
import { handOut } from './hand-out.ts';
import { STANDARD_STREAM, type Options } from './options.ts';
import { cannotWrite, writeNewFile } from './refusal.ts';
import type { Format2 } from '../domain/notice/format-2.ts';
import { JAPAN, zoned } from '../domain/notice/zone.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import { checkFile, faultsText } from '../notice/check-file.ts';
import { checkTexts } from '../notice/check-file.ja.ts';
import type { Asking } from '../notice/new/ask.ts';
import { answered, begin, isHelp, put, putHelp, said } from '../notice/new/interview.ts';
import { putTexts as texts } from '../notice/new/interview.ja.ts';
import { noticeScript, pathScript } from '../notice/new/script.ts';
import { template } from '../notice/new/template.ts';
import { templateTexts } from '../notice/new/template.ja.ts';
import { previewWithCards } from '../notice/preview.ts';
import { isThere } from '../ports/node/if-there.ts';
import { readNamedFile } from '../ports/node/config-files.ts';
import { openLineReader, type LineReader } from '../ports/node/line-reader.ts';
import { jsonText } from '../text/harmless.ts';

type Tools = Pick<CommandTools, 'print' | 'warn' | 'realNow' | 'writeNew' | 'terminal' | 'columns'>;

/** In a file's place: there is none yet. (A file of that name is `./new`.) */
const NEW = 'new';

const CANNOT_BE_USED = 64;

/**
 * `notice FILE`: checks a notice and prints what it will say and the cards, to stdout or into the file of `--out`. Ends
 * with 0; with 64 where something is wrong with it, after all that is. Opens no terminal and writes no journal. Throws
 * InputError for a file that is no notice.
 */
export async function runNotice(
  { file, options }: Extract<CommandLine, { readonly command: 'notice' }>,
  tools: Tools,
): Promise<number> {
  if (file === NEW) return runNew(options, tools);
  const checked = checkFile((await readNamedFile(file, checkTexts.notAFileRemedy)).text, file);
  if (!checked.ok) {
    tools.warn(faultsText(file, checked.faults, tools.columns));
    return CANNOT_BE_USED;
  }
  await handOut((columns) => previewWithCards(checked, tools.realNow(), columns), options, tools);
  return 0;
}

/**
 * `notice new`: asks and writes one; without a terminal, a template. Throws InputError where `--out` is taken already.
 */
async function runNew(options: Options, tools: Tools): Promise<number> {
  if (tools.terminal === null) return printTemplate(options, tools);
  // Told before the first question, not after the last one.
  if (options.out !== undefined && options.out !== STANDARD_STREAM && (await isThere(options.out)))
    throw cannotWrite(outTexts.exists, options.out, outTexts.existsRemedy);
  const reader = openLineReader(tools.terminal);
  try {
    return await interviewFor(options, reader, tools);
  } finally {
    reader.close();
  }
}

/** `notice new` without a terminal: a template, with what is to be changed on stderr. */
async function printTemplate({ out }: Options, tools: Tools): Promise<number> {
  const text = fileText(template(today(tools)));
  if (out === undefined || out === STANDARD_STREAM) await tools.print(text);
  else await writeNewFile(out, new TextEncoder().encode(text), tools, outTexts);
  tools.warn(said(templateTexts.told, tools.columns).trimEnd());
  return 0;
}

/** `notice new`: asks, shows what the notice will say, and writes it. Ends with 0; with 130 where it is called off. */
export async function interviewFor({ out }: Options, reader: LineReader, tools: Tools): Promise<number> {
  await tools.print(`${said(texts.intro, tools.columns)}\n`);
  const asked = await converse(() => noticeScript(today(tools), tools.realNow()), reader, tools);
  if (asked.type !== 'result') return calledOff(asked.type, tools);
  const file = asked.result;
  if (file === null) {
    await tools.print(`${texts.notWritten}\n`);
    return 0;
  }
  if (out === STANDARD_STREAM) {
    await tools.print(fileText(file));
    return 0;
  }
  return write(file, out ?? null, reader, tools);
}

/** Writes it under a name that is free, asking for another one as often as it takes: the answers must not be lost. */
async function write(file: Format2, out: string | null, reader: LineReader, tools: Tools): Promise<number> {
  const proposed = out ?? `${file.id}.json`;
  let path = out;
  let problem: string | null = null;
  for (;;) {
    if (path === null) {
      const told = problem;
      const named = await converse(() => pathScript(proposed, told), reader, tools);
      if (named.type !== 'result') return calledOff(named.type, tools);
      path = named.result;
    }
    const written = await tools.writeNew(path, new TextEncoder().encode(fileText(file)));
    if (written.type === 'written') {
      await tools.print(said(texts.written(path), tools.columns));
      return 0;
    }
    problem = texts.cannotWrite(path, written.type === 'exists' ? texts.exists : writingTexts.reason(written.code));
    path = null;
  }
}

type Told<T> = { readonly type: 'result'; readonly result: T } | { readonly type: 'interrupted' | 'ended' };

/** Puts a script's questions to a person. */
async function converse<T>(script: () => Asking<T>, reader: LineReader, tools: Tools): Promise<Told<T>> {
  let interview = begin(script);
  for (;;) {
    const { now } = interview;
    if ('result' in now) return { type: 'result', result: now.result };
    const { lines, prompt } = put(now.question, tools.columns);
    if (lines.length > 0) await tools.print(`${lines.join('\n')}\n`);
    let line = await reader.read(prompt);
    while (line.type === 'line' && isHelp(line.text)) {
      await tools.print(`${putHelp(now.question, tools.columns).join('\n')}\n`);
      line = await reader.read(prompt);
    }
    if (line.type !== 'line') return line;
    interview = answered(interview, line.text);
  }
}

function calledOff(how: 'interrupted' | 'ended', tools: Tools): number {
  tools.warn(`\n${texts[how]}`);
  return INTERRUPTED;
}

function today({ realNow }: Pick<CommandTools, 'realNow'>): string {
  return zoned(JAPAN, realNow()).date;
}

function fileText(file: Format2): string {
  return `${jsonText(file, 2)}\n`;
}
