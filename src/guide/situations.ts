import type { DownloadOutcome, Obstacle, StepId } from '../domain/facts.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import type { RestartAnswer } from '../domain/outcomes.ts';

/** What has an entry for every id there is; the other situations are in the table alone. */
type EveryId = `step:${StepId}` | `download:${DownloadOutcome}` | `obstacle:${Obstacle}` | `restart:${RestartAnswer}`;

/**
 * Everything but a check's news that can happen to the operator and has something to read about it, with its entry of
 * the guide.
 */
export const situations = {
  'step:wait': 'wait-until-done',
  'step:restart': 'restart-needed',
  'step:all-done': 'other-terminals',
  'step:send-report': 'send-report',
  'step:read-again': 'version-not-read-in-time',
  'step:check-by-hand': 'version-by-hand',
  'step:call-support': 'call-support',
  'step:fix-first': 'fix-first',
  'step:download-now': 'download-now',
  'step:leave-on-overnight': 'leave-on-overnight',
  'step:by-hand-steps': 'by-hand-steps',
  'download:restart-required': 'download-restart-required',
  'download:already-latest': 'download-already-latest',
  'download:error': 'download-error',
  'download:hang': 'download-hang',
  'download:crash': 'download-crash',
  'download:window-missing': 'tool-window-missing',
  'download:button-missing': 'tool-button-missing',
  'download:unknown-dialog': 'tool-unknown-dialog',
  'obstacle:tool-not-found': 'tool-not-installed',
  'obstacle:several-tools': 'tool-cannot-open',
  'obstacle:powershell-missing': 'tool-not-automatic',
  'obstacle:powershell-barred': 'tool-not-automatic',
  'obstacle:powershell-silent': 'tool-not-automatic',
  'obstacle:screen-locked': 'session-locked',
  'obstacle:session-disconnected': 'tool-remote-window',
  'obstacle:session-0': 'tool-no-screen',
  'obstacle:constrained-language': 'tool-not-automatic',
  'obstacle:tool-elevated': 'tool-elevated',
  'obstacle:automation-missing': 'tool-not-automatic',
  'obstacle:window-not-found': 'tool-window-missing',
  'obstacle:button-not-found': 'tool-button-missing',
  'obstacle:several-matches': 'tool-several-matches',
  'obstacle:button-disabled': 'tool-button-disabled',
  'restart:accepted': 'restart-accepted',
  'restart:denied': 'restart-denied',
  'restart:bad-parameter': 'restart-refused',
  'restart:already-going-down': 'restart-going-down',
  'restart:nothing-to-cancel': 'restart-nothing-to-cancel',
  'restart:already-scheduled': 'restart-already-scheduled',
  'restart:others-signed-in': 'restart-others-signed-in',
  'restart:locked': 'restart-locked',
  'restart:other': 'restart-refused',
  'restart:unanswered': 'restart-unanswered',
  'restart:not-confirmed': 'restart-not-confirmed',
  'reader:001': 'reader-001',
  'reader:002': 'reader-002',
  'reader:006': 'reader-006',
  'reader:0x81000001': 'reader-registered-elsewhere',
  'reader:lamp': 'reader-lamp',
  'reader:no-beep': 'reader-no-beep',
  'reader:check-sheets': 'reader-check-sheets',
  'reader:other': 'reader-other',
  'moment:patient-waiting': 'patient-waiting',
  'moment:planned-restart': 'task-planned-restart',
  'moment:after-consent': 'after-consent-error',
  'moment:after-restart': 'error-after-restart',
  'moment:morning-still-old': 'nothing-arrived',
  'moment:night-interrupted': 'night-interrupted',
  'moment:unlisted-message': 'unlisted-message',
  'moment:another-notice': 'another-notice',
  'manual:version': 'version-by-hand',
  'manual:download': 'download-by-hand',
  'manual:cannot-press': 'tool-not-automatic',
  'network:line-auth': 'network-line-auth',
  'network:old-dns': 'network-old-dns',
  'network:other-provider': 'network-other-provider',
  'terminal:certificate': 'terminal-certificate',
  'terminal:test-environment': 'test-environment',
  'terminal:screen-dark': 'screen-dark',
  'terminal:sign-in': 'sign-in-asked',
  'terminal:browser-extension': 'browser-extension',
  'question:may-switch-off': 'may-switch-off',
  'question:how-long': 'how-long',
  'question:keys': 'keys-do-nothing',
  'question:printing': 'print-and-carry',
  'question:going-back': 'go-back',
  'journal:torn': 'journal-changed',
  'journal:changed': 'journal-changed',
  'journal:unsealed': 'journal-changed',
  'journal:locked': 'console-in-use',
} satisfies Record<EveryId, string> & Readonly<Record<string, string>>;
type SituationKey = keyof typeof situations;

/**
 * Whether an entry is about an error at consent, after the restart, or on the reader: of those there is a paper,
 * 「発生エラー詳細」.
 */
export function isOnErrorPaper(entryId: string): boolean {
  return Object.entries(situations).some(
    ([key, id]) => id === entryId && /^(?:reader:|moment:after-(?:consent|restart)$)/.test(key),
  );
}

/**
 * Whether an entry tells how to restart by hand where the system refused to: the console's own restart is no help
 * there.
 */
export function isRestartRefused(entryId: string): boolean {
  const refused = ['restart:denied', 'restart:bad-parameter', 'restart:other', 'restart:locked'] as const;
  return refused.some((key) => situations[key] === entryId);
}

/** The id of the guide entry that explains this situation. */
export function guideIdOf(key: SituationKey): string {
  return situations[key];
}

/** The entry with this id; null where there is none. */
export function findGuideEntry(entries: readonly GuideEntry[], id: string): GuideEntry | null {
  return entries.find((entry) => entry.id === id) ?? null;
}
