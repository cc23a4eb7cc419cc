import {
  checkIds,
  type CheckId,
  type CheckStatus,
  type DownloadOutcome,
  type Obstacle,
  type StepId,
} from '../domain/facts.ts';
import type { RestartAnswer } from '../domain/outcomes.ts';

/** Which bad news each check can bring, by the table of checks in the design. `unknown` it can always bring. */
export const alarms = {
  'component-versions': ['warn', 'fail'],
  'delivery-calendar': ['warn'],
  clock: ['warn', 'fail'],
  'restart-state': ['warn'],
  'delivery-task': ['warn', 'fail'],
  'power-settings': ['warn'],
  network: ['warn', 'fail'],
  'disk-space': ['warn', 'fail'],
  'card-reader': ['warn'],
  'management-tool': ['warn', 'fail'],
  session: ['warn'],
} as const satisfies Record<CheckId, readonly CheckStatus[]>;

type CheckSituation = {
  [Id in CheckId]: `check:${Id}:${(typeof alarms)[Id][number] | 'unknown'}`;
}[CheckId];

/** A check's news told apart more finely than by its status. */
type CheckDetail =
  | 'check:component-versions:fail:disagree'
  | 'check:component-versions:unknown:record'
  | 'check:component-versions:unknown:timed-out'
  | 'check:delivery-calendar:warn:excluded-night'
  | 'check:delivery-calendar:warn:all-day'
  | 'check:restart-state:warn:fast-startup'
  | 'check:restart-state:warn:pending'
  | 'check:delivery-task:fail:missing'
  | 'check:delivery-task:fail:disabled'
  | 'check:power-settings:warn:fast-startup'
  | 'check:network:fail:edns'
  | 'check:network:fail:proxy'
  | 'check:card-reader:warn:not-registered';

/** Everything that can happen to the operator and has something to read about it. */
export type SituationKey =
  | CheckSituation
  | CheckDetail
  | `step:${StepId}`
  | `download:${DownloadOutcome}`
  | `obstacle:${Obstacle}`
  | `restart:${RestartAnswer | 'unanswered' | 'not-confirmed'}`
  | `reader:${'001' | '002' | '006' | '0x81000001' | 'lamp' | 'no-beep' | 'other'}`
  | `moment:${'after-consent' | 'after-restart' | 'morning-still-old' | 'night-interrupted' | 'unlisted-message'}`
  | `manual:${'version' | 'download' | 'cannot-press'}`
  | `network:${'line-auth' | 'other-provider'}`
  | `journal:${'torn' | 'changed' | 'unsealed' | 'locked'}`;

/** Which entry of the guide explains which situation. */
export const situations = {
  'check:component-versions:warn': 'other-component-older',
  'check:component-versions:fail': 'version-old',
  'check:component-versions:fail:disagree': 'version-disagree',
  'check:component-versions:unknown': 'version-unknown',
  'check:component-versions:unknown:record': 'record-unreadable',
  'check:component-versions:unknown:timed-out': 'version-not-read-in-time',
  'check:delivery-calendar:warn': 'delivery-calendar',
  'check:delivery-calendar:warn:excluded-night': 'excluded-night',
  'check:delivery-calendar:warn:all-day': 'all-day-delivery',
  'check:delivery-calendar:unknown': 'check-unknown',
  'check:clock:warn': 'clock-zone',
  'check:clock:fail': 'clock-future',
  'check:clock:unknown': 'check-unknown',
  'check:restart-state:warn': 'long-uptime',
  'check:restart-state:warn:fast-startup': 'not-a-full-boot',
  'check:restart-state:warn:pending': 'restart-pending',
  'check:restart-state:unknown': 'boot-unknown',
  'check:delivery-task:warn': 'task-stale',
  'check:delivery-task:fail': 'task-error',
  'check:delivery-task:fail:missing': 'task-missing',
  'check:delivery-task:fail:disabled': 'task-disabled',
  'check:delivery-task:unknown': 'check-unknown',
  'check:power-settings:warn': 'sleep-on',
  'check:power-settings:warn:fast-startup': 'fast-startup-on',
  'check:power-settings:unknown': 'check-unknown',
  'check:network:warn': 'network-app-host',
  'check:network:fail': 'network-base-host',
  'check:network:fail:edns': 'network-edns',
  'check:network:fail:proxy': 'network-proxy',
  'check:network:unknown': 'check-unknown',
  'check:disk-space:warn': 'disk-low',
  'check:disk-space:fail': 'disk-full',
  'check:disk-space:unknown': 'check-unknown',
  'check:card-reader:warn': 'reader-not-connected',
  'check:card-reader:warn:not-registered': 'reader-not-registered',
  'check:card-reader:unknown': 'check-unknown',
  'check:management-tool:warn': 'tool-cannot-open',
  'check:management-tool:fail': 'tool-not-installed',
  'check:management-tool:unknown': 'check-unknown',
  'check:session:warn': 'session-locked',
  'check:session:unknown': 'check-unknown',
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
  'reader:other': 'reader-other',
  'moment:after-consent': 'after-consent-error',
  'moment:after-restart': 'error-after-restart',
  'moment:morning-still-old': 'nothing-arrived',
  'moment:night-interrupted': 'night-interrupted',
  'moment:unlisted-message': 'unlisted-message',
  'manual:version': 'version-by-hand',
  'manual:download': 'download-by-hand',
  'manual:cannot-press': 'tool-not-automatic',
  'network:line-auth': 'network-line-auth',
  'network:other-provider': 'network-other-provider',
  'journal:torn': 'journal-changed',
  'journal:changed': 'journal-changed',
  'journal:unsealed': 'journal-changed',
  'journal:locked': 'console-in-use',
} satisfies Record<SituationKey, string>;

/** The id of the guide entry that explains this situation. */
export function guideIdOf(key: SituationKey): string {
  return situations[key];
}

/** The same for a check's result; null where there is nothing to explain, and for bad news that this check cannot bring. */
export function guideIdOfCheck(id: CheckId, status: CheckStatus): string | null {
  const key = `check:${id}:${status}`;
  return isSituation(key) ? situations[key] : null;
}

/** The checks whose bad news this entry explains. */
export function checksExplainedBy(entryId: string): readonly CheckId[] {
  return checkIds.filter((id) =>
    Object.entries(situations).some(([key, entry]) => entry === entryId && key.startsWith(`check:${id}:`)),
  );
}

function isSituation(text: string): text is SituationKey {
  return Object.hasOwn(situations, text);
}
