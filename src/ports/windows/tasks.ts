import { failed, ok, type Result } from '../../domain/fault.ts';
import { MINUTE, type Instant } from '../../domain/time.ts';
import { readCsv } from '../../text/csv.ts';
import { commandFaults, fault } from '../command-faults.ts';
import { questionFaultTexts } from '../faults.ja.ts';
import type { Clock, Commands, Tasks, TaskState } from '../ports.ts';
import { askText, callOf, type TextAnswer } from './ask.ts';

/** The scheduler's result code for a task that has not yet run (SCHED_S_TASK_HAS_NOT_RUN, 0x41303). */
const NEVER_RAN = 267_011;
/** Columns of `schtasks /query /fo csv /v /nh`: their order is the same in every language. */
const NAME = 1;
const LAST_RUN = 5;
const LAST_RESULT = 6;

type TaskRun = Pick<Extract<TaskState, { readonly found: true }>, 'lastRunAt' | 'neverRan' | 'lastResult'>;

/** Scheduled tasks over schtasks.exe. `clock` says in which zone its times are. */
export function createTasks(options: { readonly commands: Commands; readonly clock: Pick<Clock, 'read'> }): Tasks {
  const { commands, clock } = options;
  const query = (args: readonly string[], signal: AbortSignal): Promise<Result<TextAnswer>> =>
    askText(commands, callOf('tasks', ['/query', ...args], signal));

  /** schtasks ends with 1 for a missing task and for missing rights alike; the list of all tasks tells them apart. */
  async function missingOrHidden(name: string, signal: AbortSignal): Promise<Result<TaskState>> {
    const list = await query(['/fo', 'csv', '/nh'], signal);
    if (!list.ok) return list;
    if (list.value.exitCode !== 0) return failed(commandFaults.denied('tasks'));
    const listed = listsTask(list.value.text, name);
    if (listed === null) return failed(commandFaults.unreadable('tasks'));
    return listed ? failed(fault('denied', questionFaultTexts.taskHidden(name))) : ok({ found: false });
  }

  return {
    async find(name, signal) {
      const [definition, time] = await Promise.all([query(['/tn', name, '/xml'], signal), clock.read(signal)]);
      if (definition.ok && definition.value.exitCode !== 0) return missingOrHidden(name, signal);
      const details = await query(['/tn', name, '/fo', 'csv', '/v', '/nh'], signal);
      const enabled = parseTaskEnabled(textOf(definition));
      const run = parseTaskRun(textOf(details), name, time.ok ? time.value.offsetMinutes : null);
      if (enabled !== null || run !== null)
        return ok({ found: true, enabled, ...(run ?? { lastRunAt: null, neverRan: false, lastResult: null }) });
      return [definition, details].find((answer) => !answer.ok) ?? failed(commandFaults.unreadable('tasks'));
    },
  };
}

function textOf(answer: Result<TextAnswer>): string {
  return answer.ok && answer.value.exitCode === 0 ? answer.value.text : '';
}

/**
 * Whether a task is enabled, from its definition as XML, where it is unless said otherwise; null where this is no such
 * definition.
 */
export function parseTaskEnabled(xml: string): boolean | null {
  const plain = xml.replaceAll(/<!--[\s\S]*?-->/g, '');
  if (!/<Task[\s>]/.test(plain) || !plain.trimEnd().endsWith('</Task>')) return null;
  const settings = /<Settings(?:\s[^>]*)?>([\s\S]*?)<\/Settings>/.exec(plain)?.[1] ?? '';
  const enabled = /<Enabled>\s*(\w+)\s*<\/Enabled>/.exec(settings)?.[1]?.toLowerCase() ?? 'true';
  if (enabled === 'true' || enabled === '1') return true;
  return enabled === 'false' || enabled === '0' ? false : null;
}

/**
 * A task's last run, from the verbose CSV (one row a trigger, each with the same run); null where there is no row of
 * that task.
 */
export function parseTaskRun(csv: string, name: string, offsetMinutes: number | null): TaskRun | null {
  const row = rowsOf(csv).find((fields) => isNamed(fields[NAME], name));
  const result = row?.[LAST_RESULT];
  if (row === undefined || result === undefined) return null;
  const lastResult = /^-?\d{1,10}$/.test(result.trim()) ? Number(result) : null;
  const neverRan = lastResult === NEVER_RAN;
  // A task that never ran carries a date in 1999 all the same.
  const lastRunAt = neverRan || offsetMinutes === null ? null : parseLocalTime(row[LAST_RUN] ?? '', offsetMinutes);
  return { lastRunAt, neverRan, lastResult };
}

/**
 * Whether the list of all tasks names this one; an empty list names none. null where there is text that lists no task.
 */
export function listsTask(csv: string, name: string): boolean | null {
  if (csv.trim() === '') return false;
  const names = rowsOf(csv).flatMap(([first]) => (first?.startsWith('\\') === true ? [first] : []));
  return names.length === 0 ? null : names.some((listed) => isNamed(listed, name));
}

/**
 * A local time `2026/01/20 8:05:00` or `2026-01-20T08:05:00`. How Windows writes dates is a setting of the terminal;
 * other orders of day and month cannot be told apart, so they give null.
 */
export function parseLocalTime(text: string, offsetMinutes: number): Instant | null {
  const match = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})[ T](\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [1, 3, 4, 5, 6, 7].map((group) =>
    Number(match[group]),
  );
  if (year < 2000 || hour > 23 || minute > 59 || second > 59) return null;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // A day that the month does not have would have rolled over into the next one.
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  return local.getTime() - offsetMinutes * MINUTE;
}

function rowsOf(csv: string): readonly (readonly string[])[] {
  return readCsv(csv, 'loose').map(({ cells }) => cells);
}

function isNamed(listed: string | undefined, name: string): boolean {
  return listed !== undefined && withoutRoot(listed) === withoutRoot(name);
}

function withoutRoot(name: string): string {
  return name.trim().replace(/^\\/, '').toUpperCase();
}
