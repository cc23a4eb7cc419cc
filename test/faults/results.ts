import { checkNames } from '../../src/domain/names.ja.ts';
import { checkIds, type CheckId } from '../../src/domain/facts.ts';
import type { CheckRun } from './run-check.ts';
import type { ConsoleRun } from './run-console.ts';
import type { Row } from './rows.ts';

/** The ids whose status is another one than without the fault. */
export function changedChecks(run: CheckRun, healthy: CheckRun): Readonly<Partial<CheckRun['statuses']>> {
  return Object.fromEntries(
    checkIds
      .filter((id) => run.answer !== null && run.statuses[id] !== healthy.statuses[id])
      .map((id) => [id, run.statuses[id]]),
  );
}

/** A check that cannot tell outweighs one that warns: the version may be the one. */
const severity = ['fail', 'unknown', 'warn'] as const;
const severityWords = { fail: '失敗', warn: '注意', unknown: '不明' } as const;

/** A cell's word for `check`, and what is said of it in detail; detail null where nothing is different. */
export function checkWords(
  run: CheckRun,
  healthy: CheckRun,
): { readonly word: string; readonly detail: string | null } {
  if (run.refusal) return { word: '断る', detail: withoutPaths(run.refusal.message) };
  const changed = Object.entries(changedChecks(run, healthy));
  const worst = severity.find((status) => changed.some(([, now]) => now === status));
  const state = run.answer?.journal.state ?? 'absent';
  if (!worst && state !== 'intact') return { word: '記録あり', detail: `作業記録: ${state}` };
  if (!worst) return { word: run.calls === 0 ? '-' : '同じ', detail: null };
  const named = severity.flatMap((status) => {
    const ids = changed.filter(([, now]) => now === status).map(([id]) => checkNames[id as CheckId]);
    return ids.length === 0 ? [] : [`${severityWords[status]}: ${ids.join('、')}`];
  });
  return { word: severityWords[worst], detail: `終了コード ${String(run.exitCode)}、${named.join('。')}` };
}

const pressWords: Readonly<Record<string, string>> = {
  'restart-required': 'できた',
  hang: '応答なし',
  crash: '異常終了',
  error: 'エラー',
  'window-missing': '押せず',
  'unknown-dialog': '見慣れぬ画面',
};

/** A cell's word for the console, and what the screen said. */
export function consoleWords(
  row: Row,
  run: ConsoleRun,
  healthy: ConsoleRun,
): { readonly word: string; readonly detail: string | null } {
  if (run.refusal) return { word: '開かない', detail: withoutPaths(run.refusal.message) };
  const said = saidOn(run.after);
  switch (row.walk) {
    case 'download': {
      const outcome = pressOf(run);
      return { word: outcome === null ? '押さず' : (pressWords[outcome] ?? outcome), detail: said };
    }
    case 'restart': {
      const answer = restartOf(run);
      if (answer === 'accepted') return { word: '予約', detail: null };
      const heard = run.added.some((event) => event.event === 'restart-answered' && event.exitCode !== null);
      return { word: heard ? '断られた' : '答えなし', detail: `記録: ${answer ?? '-'}` };
    }
    case 'copy':
    case 'open-document':
    case 'save':
      return isDone(said) ? { word: 'できた', detail: null } : { word: '伝えた', detail: said };
    case 'read-again': {
      const marks = marksOn(run.status);
      const word = ['[異常]', '[不明]', '[要]'].find((mark) =>
        marks.some((each) => each.startsWith(mark) && !marksOn(healthy.status).includes(each)),
      );
      return word === undefined
        ? { word: '同じ', detail: null }
        : {
            word: { '[異常]': '失敗', '[要]': '注意', '[不明]': '不明' }[word] ?? word,
            detail: marks.filter((each) => !marksOn(healthy.status).includes(each)).join('、'),
          };
    }
  }
}

function isDone(said: string | null): boolean {
  return said !== null && /保存しました|コピーしました|資料を開きました/.test(said);
}

/** The outcome of the last press that the journal tells of. */
export function pressOf(run: ConsoleRun): string | null {
  const finished = run.added.findLast((event) => event.event === 'download-finished');
  return finished?.event === 'download-finished' ? finished.outcome : null;
}

/** How the journal says the request to restart was answered. */
export function restartOf(run: ConsoleRun): string | null {
  const answered = run.added.findLast((event) => event.event === 'restart-answered');
  return answered?.event === 'restart-answered' ? answered.answer : null;
}

/** Each check that the status screen shows with a mark: `[不明] 時計`. */
function marksOn(status: readonly string[]): readonly string[] {
  const names = Object.values(checkNames);
  return status.flatMap((row) => {
    const match = /^[ >] (\[[^\]]+\]) +(.*)$/.exec(row);
    const name = names.find((each) => match?.[2]?.startsWith(each));
    return match?.[1] === undefined || name === undefined ? [] : [`${match[1]} ${name}`];
  });
}

/**
 * The line of the frame in which the console speaks to the operator, or names its screens; without the paths of this
 * machine.
 */
export function saidOn(rows: readonly string[]): string | null {
  const end = rows.findLastIndex((row) => row.startsWith('----') || row.endsWith('----'));
  const line = rows[end + 1]?.trim() ?? '';
  return line === '' || /^1\S+ 2\S+ 3/.test(line) ? null : withoutPaths(line);
}

function withoutPaths(text: string): string {
  return text.replaceAll(/[:(]? ?\/\S*/g, '').trim();
}
