import type { CommandLine } from './cli.ts';
import { runBundle } from './bundle.ts';
import { runCard } from './card.ts';
import { runCode } from './code.ts';
import type { CommandTools } from './command.ts';
import { runGuide } from './guide.ts';
import { runHistory } from './history.ts';
import { runReport } from './report.ts';
import type { Options } from './options.ts';
import { schemaText } from './schema.ts';
import { runSelftest } from './selftest.ts';
import { scenariosDocument } from '../formats/scenarios-answer.ts';
import { jsonText } from '../text/harmless.ts';

type OtherCommand = Exclude<CommandLine, { readonly command: 'console' | 'check' | 'desk' }>;

/**
 * Runs a command that is neither the console nor `check`, to its exit code. They are loaded together, each is small;
 * but for the one that asks and shows a whole notice.
 */
export async function runOtherCommand(call: OtherCommand, tools: CommandTools): Promise<number> {
  switch (call.command) {
    case 'print':
      await tools.print(call.text);
      return 0;
    case 'schema':
      await tools.print(schemaText(call.name));
      return 0;
    case 'scenarios':
      await printScenarios(await tools.scenarios(), call.options, tools);
      return 0;
    case 'help':
      // Its lines may fill the window, as those of the grammar do.
      await tools.print((await import('./help.ts')).helpText(call.text, call.of, tools.columns + 1));
      return 0;
    case 'completion':
      await tools.print((await import('./completion.ts')).completionScript(call.shell, await tools.scenarios()));
      return 0;
    case 'report':
    case 'report-sent':
      return runReport(call, tools);
    case 'history':
      return runHistory(call.options, tools);
    case 'card':
      return runCard(call.options, tools);
    case 'bundle':
      return runBundle(call.options, tools);
    case 'selftest':
      return runSelftest(call.options, tools);
    case 'guide':
      return runGuide(call, tools);
    case 'code':
      return runCode(call, tools);
    case 'notice':
      return (await import('./notice.ts')).runNotice(call, tools);
  }
}

async function printScenarios(
  scenarios: Awaited<ReturnType<CommandTools['scenarios']>>,
  { json }: Options,
  { print }: CommandTools,
): Promise<void> {
  if (json === true) return print(`${jsonText(scenariosDocument(scenarios))}\n`);
  const columns = Math.max(0, ...scenarios.map(({ name }) => name.length));
  await print(scenarios.map(({ name, title }) => `${name.padEnd(columns)}  ${title}\n`).join(''));
}
