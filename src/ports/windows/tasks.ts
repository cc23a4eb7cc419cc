import { failed, ok, type Result } from '../../domain/fault.ts';
import { questionFaultTexts } from '../faults.ja.ts';
import { commandFaults, fault } from '../command-faults.ts';
import type { Clock, Commands, Tasks, TaskState } from '../ports.ts';
import { ANSWER_MS, askText, type TextAnswer } from './ask.ts';
import { listsTask, parseTaskEnabled, parseTaskRun } from './tasks-text.ts';

/** Scheduled tasks over schtasks.exe. `clock` says in which zone its times are. */
export function createTasks(options: { readonly commands: Commands; readonly clock: Pick<Clock, 'read'> }): Tasks {
  const { commands, clock } = options;

  const query = (args: readonly string[], signal: AbortSignal): Promise<Result<TextAnswer>> =>
    askText(commands, {
      program: 'tasks',
      args: ['/query', ...args],
      timeoutMs: ANSWER_MS,
      signal,
    });

  /** schtasks ends with 1 for a missing task and for missing rights alike; the list of all tasks tells them apart. */
  async function missingOrHidden(name: string, signal: AbortSignal): Promise<Result<TaskState>> {
    const list = await query(['/fo', 'csv', '/nh'], signal);
    if (!list.ok) return list;
    const { exitCode, text } = list.value;
    if (exitCode !== 0) return failed(commandFaults.denied('tasks'));
    const listed = listsTask(text, name);
    if (listed === null) return failed(commandFaults.unreadable('tasks'));
    return listed ? failed(fault('denied', questionFaultTexts.taskHidden(name))) : ok({ found: false });
  }

  return {
    async find(name, signal) {
      const [definition, details, time] = await Promise.all([
        query(['/tn', name, '/xml'], signal),
        query(['/tn', name, '/fo', 'csv', '/v', '/nh'], signal),
        clock.read(signal),
      ]);
      if (saysNo(definition) && saysNo(details)) return missingOrHidden(name, signal);
      const offsetMinutes = time.ok ? time.value.offsetMinutes : null;
      const enabled = parseTaskEnabled(textOf(definition));
      const run = parseTaskRun(textOf(details), name, offsetMinutes);
      if (enabled !== null || run !== null) {
        return ok({
          found: true,
          enabled,
          ...(run ?? { lastRunAt: null, neverRan: false, lastResult: null }),
        });
      }
      const faulty = [definition, details].find((answer) => !answer.ok);
      return faulty && !faulty.ok ? faulty : failed(commandFaults.unreadable('tasks'));
    },
  };
}

function saysNo(answer: Result<TextAnswer>): boolean {
  return answer.ok && answer.value.exitCode !== 0;
}

function textOf(answer: Result<TextAnswer>): string {
  return answer.ok && answer.value.exitCode === 0 ? answer.value.text : '';
}
