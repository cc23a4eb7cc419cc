import { witnessNames } from '../domain/names.ja.ts';
import { componentName } from '../domain/notice/components.ts';
import type { OwnComponent } from '../domain/notice/notice.ts';
import { outcomeTexts, restartAnswerTexts } from '../domain/outcomes.ja.ts';
import { restartAnswers } from '../domain/outcomes.ts';
import { dateToShortText, fromIso, offsetOf, toShortText } from '../domain/time.ts';
import type { JournalEntry } from './events.ts';
import { lossInWords } from './journal.ja.ts';

/**
 * One entry of the journal as one line for people, with the names of the components that notices bring with them
 * (`own`); words of other programs stand as they are.
 */
export function eventInWords(event: JournalEntry['event'], own: readonly OwnComponent[]): string {
  switch (event.event) {
    case 'console-started':
      return `コンソールを起動しました(${event.version})。`;
    case 'download-started':
      return `「今すぐダウンロード」${event.byHand ? 'を手で押します。' : 'を押します。'}`;
    case 'download-finished':
      return `「今すぐダウンロード」の結果: ${outcomeTexts[event.outcome].title}${event.pressed ? told(event.message) : detail(event.message)}`;
    case 'restart-requested':
      return `再起動を指示します(${String(event.attempt)} 回目)。`;
    case 'restart-answered':
      return `再起動の指示への答え: ${answerInWords(event.answer)}${exitCodeInWords(event.exitCode)}`;
    case 'restart-cancelled':
      return '再起動を取り消しました。';
    case 'restart-confirmed':
      return `端末の起動を確認しました(${timeInWords(event.bootedAt)}、${bootInWords(event.kind)})。`;
    case 'clock-moved':
      return `端末の時計が ${durationInWords(Math.abs(event.bySeconds))}${event.bySeconds < 0 ? '戻されました' : '進められました'}。`;
    case 'version-seen':
      return `${componentName({ components: own }, event.component)} ${event.version} を確認しました(${witnessNames[event.source]})。`;
    case 'operator-version':
      return `${componentName({ components: own }, event.component)} ${event.version} と入力されました(${witnessNames.operator})。`;
    case 'record-path-learned':
      return `配信実績のファイルの場所がわかりました: ${event.path}`;
    case 'terminals-counted':
      return `医院の端末は ${String(event.count)} 台: ${doneInWords(event)}${event.spare ? `、予備 ${String(event.spare)} 台` : ''}、と答えました。`;
    case 'report-sent':
      return event.elsewhere === true
        ? `別の端末から完了報告を送信済みと記録しました${inBrackets(event.identificationNumber)}。`
        : `完了報告を送信済みにしました${inBrackets(event.identificationNumber)}。`;
    case 'setting-changed':
      return `設定を変えました(${event.key})。`;
    case 'support-called':
      return '電話で問い合わせました。';
    case 'hand-step-ticked':
      return `お知らせの手順 ${String(event.step + 1)} を、${event.done ? '済み' : 'まだ'}にしました: ${event.text}`;
    case 'notice-done':
      return 'このお知らせの作業が、すべて終わりました。';
    case 'hand-steps-done':
      return 'お知らせの手順を、すべて行いました。';
    case 'left-on':
      return `${dateToShortText(event.night)} の夜、電源を入れたままにします。`;
    case 'journal-changed':
      return `作業記録の ${String(event.line)} 行目に、書き換えられた跡が見つかりました。`;
    case 'journal-unsealed':
      return `作業記録の封(journal.head)がなくなっていました(${String(event.line)} 行目まで)。`;
    case 'journal-lost':
      return `作業記録の${lossInWords(event)}が、停電などで失われていました。`;
    case 'journal-acknowledged':
      return `作業記録の ${String(event.line)} 行目までに見つかった欠けや書き換えの跡を、確認しました。`;
    default:
      return `このバージョンでは説明できない記録です: ${event.name}`;
  }
}

function doneInWords({ allDone, done }: { readonly allDone: boolean; readonly done?: number | undefined }): string {
  if (allDone) return 'すべて済み';
  return done === undefined ? 'まだの端末あり' : `済み ${String(done)} 台`;
}

/** What the form calls the notice. */
function inBrackets(number: string | null): string {
  return number === null ? '' : `(番号 ${number})`;
}

/** Nothing was pressed, so the tool has answered nothing: this is our own reason. */
function detail(message: string | null | undefined): string {
  return message ? ` ${message}` : '';
}

function told(message: string | null | undefined): string {
  return message ? ` ツールの言葉: ${message}` : '';
}

/** The console writes one of its own answers; a later version may write others. */
function answerInWords(answer: string): string {
  const known = restartAnswers.find((each) => each === answer);
  return known ? restartAnswerTexts[known] : answer;
}

function exitCodeInWords(exitCode: number | null): string {
  return exitCode === null ? '' : ` 終了コード ${String(exitCode)}`;
}

function timeInWords(iso: string): string {
  const at = fromIso(iso);
  return at === null ? iso : toShortText(at, offsetOf(iso) ?? 0);
}

function durationInWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${String(hours)} 時間`] : []), ...(rest > 0 ? [`${String(rest)} 分`] : [])].join(' ');
}

function bootInWords(kind: string): string {
  if (kind === 'full') return '完全な起動';
  if (kind === 'fast-startup') return '高速スタートアップ';
  return kind === 'hibernate' ? '休止状態からの復帰' : '種類は不明';
}
