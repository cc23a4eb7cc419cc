import type { ComponentId, DownloadOutcome, EveningTick } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import type { SavePlace } from '../ports/ports.ts';
import type { FieldId } from '../report/fields.ts';
import type { SettingKey } from '../settings/setting-keys.ts';
import type { ScreenId } from './keys.ts';

/** What choosing a row or answering a dialog asks for: each screen's own, and those of the console itself. */
export type Intent =
  | ConsoleIntent
  | DownloadIntent
  | RestartIntent
  | ByHandIntent
  | EveningIntent
  | HandStepsIntent
  | GuideIntent
  | HistoryIntent
  | ReportIntent
  | SupportIntent
  | SettingsIntent;

export type ConsoleIntent =
  | { readonly type: 'go'; readonly screen: ScreenId }
  | { readonly type: 'read-again' }
  /** What is chosen is not known yet. */
  | { readonly type: 'await-reading' }
  | { readonly type: 'toggle-checks' }
  | { readonly type: 'take-over' }
  /** This notice is done: on to the one that is due next. */
  | { readonly type: 'next-notice' }
  | { readonly type: 'ask-leave' }
  | { readonly type: 'leave' };

export type DownloadIntent =
  | { readonly type: 'ask-download' }
  | { readonly type: 'press-download' }
  | { readonly type: 'ask-stop-waiting' }
  | { readonly type: 'stop-waiting' }
  | { readonly type: 'open-tool' }
  | { readonly type: 'ask-pressed-by-hand' }
  | { readonly type: 'pressed-by-hand' }
  | { readonly type: 'tool-answered'; readonly outcome: DownloadOutcome };

export type RestartIntent =
  | { readonly type: 'ask-restart' }
  | { readonly type: 'request-restart'; readonly replace: boolean }
  | { readonly type: 'cancel-restart' }
  | { readonly type: 'cancel-and-leave' }
  | { readonly type: 'keep-restart' };

export type ByHandIntent =
  | { readonly type: 'show-record' }
  | { readonly type: 'type-version'; readonly component: ComponentId }
  | { readonly type: 'record-version'; readonly component: ComponentId; readonly version: string }
  | { readonly type: 'type-record-path' }
  | { readonly type: 'learn-record-path'; readonly path: string };

export type EveningIntent =
  { readonly type: 'tick'; readonly tick: EveningTick } | { readonly type: 'leave-on'; readonly night: string };

export type HandStepsIntent =
  | { readonly type: 'tick-step'; readonly step: number }
  | { readonly type: 'ask-hand-steps' }
  | { readonly type: 'hand-steps-done' };

export type GuideIntent =
  | { readonly type: 'open-guide'; readonly entryId: string | null; readonly seen: readonly string[] }
  | { readonly type: 'search' }
  /** One of the notice's questions, by its place among them. */
  | { readonly type: 'open-answer'; readonly question: number }
  /** An instruction of the open entry, by its place. */
  | { readonly type: 'tick-instruction'; readonly index: number }
  | { readonly type: 'open-document'; readonly path: string }
  /** To the setting that says where the paper on errors is. */
  | { readonly type: 'set-error-details' }
  | { readonly type: 'ask-support-called' }
  | { readonly type: 'support-called' };

export type HistoryIntent =
  | { readonly type: 'toggle-history' }
  | { readonly type: 'filter-history' }
  /** To the entries with these words. */
  | { readonly type: 'find-in-history'; readonly words: string }
  | { readonly type: 'save-history-page' }
  | { readonly type: 'ask-acknowledge-journal' }
  /** `line`: the last one that was seen. */
  | { readonly type: 'acknowledge-journal'; readonly line: number };

export type ReportIntent =
  | { readonly type: 'edit-report'; readonly field: FieldId }
  | { readonly type: 'show-report-page'; readonly shown: boolean }
  /** `to` null: the operator is asked where, if there is more than one place. */
  | { readonly type: 'save-report'; readonly to: SavePlace | null }
  | { readonly type: 'copy'; readonly label: string; readonly text: string }
  | { readonly type: 'ask-report-sent'; readonly elsewhere: boolean }
  | { readonly type: 'report-sent'; readonly elsewhere: boolean };

export type SupportIntent =
  | { readonly type: 'toggle-clinic' }
  | { readonly type: 'save-sheet' }
  | { readonly type: 'ask-bundle' }
  | { readonly type: 'save-bundle' };

export type SettingsIntent =
  /** About a file that does not count yet, by its content. */
  | { readonly type: 'ask-agree'; readonly sha256: string }
  | { readonly type: 'agree-file'; readonly sha256: string }
  | { readonly type: 'edit-setting'; readonly key: SettingKey }
  | { readonly type: 'ask-reset-setting'; readonly key: SettingKey }
  /** `text` as it is written in the setting's text field. */
  | { readonly type: 'save-setting'; readonly key: SettingKey; readonly text: string };

/** A question before something is done. The first choice is the safe one and is selected when the dialog opens. */
export interface Dialog {
  readonly title: string;
  readonly body: readonly string[];
  /** `intent` null: closes the dialog and does nothing. */
  readonly choices: readonly { readonly label: string; readonly intent: Intent | null }[];
  readonly selected: number;
  /** When it opened, and by which chunk of input: the rest of that chunk must not answer it. */
  readonly opened: { readonly at: Instant; readonly chunk: number };
}

/** A dialog that has not been opened yet. */
export type Question = Omit<Dialog, 'opened' | 'selected'>;

/** A question that is not an answer to a key: no chunk of input belongs to it. */
export const NO_CHUNK = -1;

/** A question with two answers: no does nothing and is selected, yes does what is intended. */
export function yesNo(
  words: { readonly title: string; readonly body: readonly string[]; readonly no: string; readonly yes: string },
  intent: Intent,
): Question {
  const { title, body, no, yes } = words;
  return {
    title,
    body,
    choices: [
      { label: no, intent: null },
      { label: yes, intent },
    ],
  };
}
