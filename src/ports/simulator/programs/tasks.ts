import { HOUR } from '../../../domain/time.ts';
import { systemTexts } from '../simulator.ja.ts';
import { encodeCp932 } from '../cp932.ts';
import type { SimulatedTask } from '../defaults.ts';
import { slashTime } from '../local-time.ts';
import { lastRunOf, readNights } from '../overnight.ts';
import type { Program, ProgramContext } from './program-context.ts';

const RESULT_RUNNING = 0x41301;
const RESULT_NEVER_RAN = 0x41303;
/** What schtasks shows for a task that never ran. */
const NEVER = '1999/11/30 0:00:00';

/** schtasks.exe: `/query [/tn NAME] /xml` and `/query [/tn NAME] /fo csv [/v] /nh`. Exit code 1 for a missing task. */
export const tasksProgram: Program = (context) => {
  const options = context.args.map((argument) => argument.toLowerCase());
  if (options[0] !== '/query') return failWith(context, systemTexts.badSyntax);
  const nameAt = options.indexOf('/tn') + 1;
  const wanted = nameAt > 0 ? (context.args[nameAt] ?? '').replace(/^\\/, '').toLowerCase() : null;
  const tasks = context.spec.tasks.filter((task) => wanted === null || task.name.toLowerCase() === wanted);
  if (wanted !== null && tasks.length === 0) return failWith(context, systemTexts.taskMissing);
  if (options.includes('/xml')) {
    context.write(Buffer.from(`\uFEFF${tasks.map(xmlOf).join('')}`, 'utf16le'));
    return 0;
  }
  const row = options.includes('/v') ? verboseRow : shortRow;
  context.write(encodeCp932(tasks.map((task) => `${csvLine(row(task, context))}\r\n`).join('')));
  return 0;
};

function xmlOf(task: SimulatedTask): string {
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo>',
    `    <URI>\\${escapeXml(task.name)}</URI>`,
    '  </RegistrationInfo>',
    '  <Triggers>',
    '    <BootTrigger>',
    '      <Repetition>',
    '        <Interval>PT1H</Interval>',
    '      </Repetition>',
    '      <Enabled>true</Enabled>',
    '    </BootTrigger>',
    '  </Triggers>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    // schtasks leaves the element out where it has its default, true.
    ...(task.enabled ? [] : ['    <Enabled>false</Enabled>']),
    '  </Settings>',
    '  <Actions Context="Author">',
    '    <Exec>',
    '      <Command>(simulated)</Command>',
    '    </Exec>',
    '  </Actions>',
    '</Task>',
    '',
  ].join('\r\n');
}

function verboseRow(task: SimulatedTask, context: ProgramContext): readonly string[] {
  const { spec } = context;
  const lastRun = lastRunAt(task, context);
  const lastResult = lastRun === null ? RESULT_NEVER_RAN : task.lastResult;
  const unused = systemTexts.noTime;
  return [
    spec.terminal.name ?? '',
    `\\${task.name}`,
    nextRunText(task, context),
    statusText(task),
    unused,
    lastRun === null ? NEVER : slashTime(lastRun, spec.offsetMinutes),
    String(lastResult),
    unused,
    '(simulated)',
    unused,
    unused,
    task.enabled ? systemTexts.taskEnabled : systemTexts.taskDisabled,
    ...Array.from({ length: 16 }, () => unused),
  ];
}

function shortRow(task: SimulatedTask, context: ProgramContext): readonly string[] {
  return [`\\${task.name}`, nextRunText(task, context), statusText(task)];
}

function lastRunAt(task: SimulatedTask, { workdir, spec, machine, now }: ProgramContext): number | null {
  return lastRunOf(task, spec, machine, readNights(workdir), now());
}

function nextRunText(task: SimulatedTask, context: ProgramContext): string {
  const lastRun = lastRunAt(task, context);
  if (!task.enabled || lastRun === null) return systemTexts.noTime;
  return slashTime(lastRun + HOUR, context.spec.offsetMinutes);
}

function statusText(task: SimulatedTask): string {
  if (!task.enabled) return systemTexts.taskDisabled;
  return task.lastResult === RESULT_RUNNING ? systemTexts.taskRunning : systemTexts.taskReady;
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function failWith(context: ProgramContext, text: string): number {
  context.writeError(encodeCp932(`${text}\r\n`));
  return 1;
}
