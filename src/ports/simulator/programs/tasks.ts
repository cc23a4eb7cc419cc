import { HOUR } from '../../../domain/time.ts';
import { slashTime } from '../clock.ts';
import { lastRunOf } from '../delivery.ts';
import { systemTexts } from '../simulator.ja.ts';
import type { SimulatedTask } from '../terminal-spec.ts';
import { FAILED_EXIT, type Program, type ProgramContext } from './context.ts';

const RESULT_RUNNING = 0x41301;
const RESULT_NEVER_RAN = 0x41303;
/** What schtasks shows for a task that never ran. */
const NEVER = '1999/11/30 0:00:00';

/** schtasks.exe: `/query [/tn NAME] /xml` and `/query [/tn NAME] /fo csv [/v] /nh`. Exit code 1 for a missing task. */
export const tasksProgram: Program = (context) => {
  const options = context.args.map((argument) => argument.toLowerCase());
  if (options[0] !== '/query') return FAILED_EXIT;
  const nameAt = options.indexOf('/tn') + 1;
  const wanted = nameAt > 0 ? (options[nameAt] ?? '').replace(/^\\/, '') : null;
  const tasks = context.spec.tasks.filter((task) => wanted === null || task.name.toLowerCase() === wanted);
  if (wanted !== null && tasks.length === 0) return FAILED_EXIT;
  if (options.includes('/xml')) context.write(Buffer.from(`\uFEFF${tasks.map(xmlOf).join('')}`, 'utf16le'));
  else context.print(tasks.map((task) => csvLine(cellsOf(task, context, options.includes('/v')))));
  return 0;
};

/** What the console reads of a task's definition, and the trigger that is enabled as well. */
function xmlOf(task: SimulatedTask): string {
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <Triggers>',
    '    <BootTrigger>',
    '      <Enabled>true</Enabled>',
    '    </BootTrigger>',
    '  </Triggers>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    // schtasks leaves the element out where it has its default, true.
    ...(task.enabled ? [] : ['    <Enabled>false</Enabled>']),
    '  </Settings>',
    '</Task>',
    '',
  ].join('\r\n');
}

function cellsOf(task: SimulatedTask, context: ProgramContext, isVerbose: boolean): readonly string[] {
  const { terminal, offsetMinutes } = context.spec;
  const lastRun = lastRunOf(task, context, context.now());
  const time = (at: number): string => slashTime(at, offsetMinutes).replace(' 0', ' ');
  const unused = systemTexts.noTime;
  const nextRun = task.enabled && lastRun !== null ? time(lastRun + HOUR) : systemTexts.noTime;
  const short = [`\\${task.name}`, nextRun, statusText(task)];
  if (!isVerbose) return short;
  return [
    terminal.name ?? '',
    ...short,
    unused,
    lastRun === null ? NEVER : time(lastRun),
    String(lastRun === null ? RESULT_NEVER_RAN : task.lastResult),
    unused,
    '(simulated)',
    unused,
    unused,
    task.enabled ? systemTexts.taskEnabled : systemTexts.taskDisabled,
    ...Array.from({ length: 16 }, () => unused),
  ];
}

function statusText(task: SimulatedTask): string {
  if (!task.enabled) return systemTexts.taskDisabled;
  return task.lastResult === RESULT_RUNNING ? systemTexts.taskRunning : systemTexts.taskReady;
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}
