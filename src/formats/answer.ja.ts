import type { BootKind, ComponentStatus } from '../domain/facts.ts';
import type { Phase } from '../domain/notice/calendar.ts';
import type { JournalState } from '../journal/reading.ts';

/** The texts around the answer of `check`. */
export const answerTexts = {
  simulated: '模擬',
  headings: {
    components: '部品のバージョン',
    checks: '点検',
    restart: '再起動',
    delivery: '配信',
    journal: '作業記録',
  },
  nextStep: (title: string) => `次にすること: ${title}`,
  alternative: (title: string) => `または: ${title}`,
  night: (date: string) => `点けたままにする夜: ${date}`,
  guide: (id: string) => `エラーの手引き: ${id}`,
  terminal: (name: string, os: string) => `端末: ${name} (${os})`,
  terminalUnknown: '端末: 名前が分かりません',
  session: { remote: '遠隔操作中', locked: '画面ロック中' },
  takenAt: (time: string) => `調べた時刻: ${time}`,
  versions: (installed: string, required: string | null) =>
    required === null ? `今: ${installed}` : `今: ${installed}、必要: ${required} 以上`,
  noVersion: '不明',
  witness: (source: string, answer: string, path: string | null) =>
    path === null ? `${source}: ${answer}` : `${source}: ${answer} (${path})`,
  lastKnown: (version: string, time: string) => `前に読み取れたバージョン: ${version} (${time})`,
  prepared: '点けたままにすることは、記録済みです',
  notice: (file: string) => `お知らせのファイル: ${file}`,
  problem: (file: string, reason: string) => `使えないファイル: ${file} ${reason}`,
  componentStatuses: {
    ok: '済み',
    outdated: '古い',
    disagree: '食い違い',
    unknown: '不明',
    'not-required': '今回の対象外',
  } satisfies Record<ComponentStatus, string>,
  restartRequired: '再起動が必要です',
  restartNotRequired: '再起動待ちの印はありません',
  restartUnknown: '再起動待ちの印は、読み取れないものがあります',
  bootedAt: (time: string) => `前回の再起動: ${time}`,
  bootUnknown: '前回の再起動: 不明',
  bootKinds: {
    full: '直前の起動の種類: 再起動',
    'fast-startup': '直前の起動の種類: 高速スタートアップ(再起動ではありません)',
    hibernate: '直前の起動の種類: 休止状態からの復帰(再起動ではありません)',
    unknown: '直前の起動: 種類は不明',
  } satisfies Record<BootKind, string>,
  phases: {
    before: '配信の前',
    night: '配信の夜',
    'excluded-night': '配信のない夜',
    day: '配信の時間の外',
    'all-day': '一日中配信',
    none: '夜間の配信はありません',
  } satisfies Record<Phase | 'none', string>,
  otherNotices: (titles: readonly string[]) => `ほかに開いているお知らせ: ${titles.join('、')}`,
  phase: (phase: string) => `今: ${phase}`,
  nextNight: (date: string | null) => `次の配信の夜: ${date ?? 'もうありません'}`,
  lastNight: (date: string | null, allDayFrom: string | null) =>
    `最後の夜: ${date ?? 'ありません'}、一日中配信: ${allDayFrom === null ? 'ありません' : `${allDayFrom} から`}`,
  lastTaskRun: (time: string | null) => `配信タスクが前回動いた時刻: ${time ?? '不明'}`,
  journalStates: {
    intact: '変更の跡はありません',
    torn: '停電などで、記録が失われたか、最後の書き込みが途中で切れています。書き換えの跡はありません',
    changed: '書かれたときと違う行があります',
    unsealed: '封(journal.head)がないか、なくなっていたことがあります',
    absent: 'まだありません',
  } satisfies Record<JournalState, string>,
  journalLine: (line: number) => `${String(line)} 行目`,
  journalEntries: (count: number) => `${String(count)} 件`,
} as const;

/** The document of a run that could not answer. */
export const errorTexts = {
  bugRemedy:
    'ここまでに行ったことは、作業記録に残っています。もう一度起動すると、その続きから進めます。この内容はサポートに伝えてください。',
  heading: (code: string) => `エラー(${code})`,
  where: (where: string) => `場所: ${where}`,
  remedy: (remedy: string) => `対応: ${remedy}`,
};
