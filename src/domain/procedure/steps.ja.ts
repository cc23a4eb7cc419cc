import { checkNames } from '../checks.ja.ts';
import type { StepId, Verdict } from '../facts.ts';
import { theNight } from '../notice/night-names.ja.ts';
import type { TypedDoubt } from '../versions/operator-witness.ts';

/** The one thing to do next, as an instruction; `{form}` as in `wordsOf`. */
export const stepTitles: Readonly<Record<StepId, string>> = {
  wait: '終わるまで待つ',
  restart: '端末を再起動する',
  'all-done': '完了しました(記録を残して、閉じてかまいません)',
  'send-report': '「{form}」で完了報告を送る',
  'read-again': 'もう一度読み取る',
  'check-by-hand': '{tool:「配信実績の確認」で}{no-tool:部品の画面で}バージョンを確かめる',
  'call-support': '問い合わせ先に電話する',
  'fix-first': '異常のある点検を、手引きのとおりに直す',
  'download-now': '「今すぐダウンロード」を押す',
  'leave-on-overnight': '夜のあいだ、端末とカードリーダーの電源を点けたままにする',
  'by-hand-steps': 'お知らせの手順を行う',
};

/** On the screen in the place of `leave-on-overnight` once that night is on record; `{restart:…}` as in `filled`. */
export const nightRecorded = (night: string): string =>
  `${theNight(night)}の準備は記録済み({restart:翌朝、受付の前に再起動}{no-restart:翌朝、受付の前に確かめる})`;

/** In the place of `send-report` while other terminals of the clinic come first. */
export const otherTerminalsFirst = (done: number, count: number): string =>
  `ほかの端末を先に済ませて、完了報告を送る(${String(done)}/${String(count)} 台)`;

/** The verdict as a mark and a word, told apart without colour. */
export const verdictTexts: Readonly<Record<Verdict, { readonly mark: string; readonly word: string }>> = {
  current: { mark: '[済]', word: 'バージョンアップ済み' },
  'action-needed': { mark: '[要]', word: '作業が必要' },
  failed: { mark: '[異常]', word: '失敗' },
  unknown: { mark: '[不明]', word: '判定できません' },
};

/** In hours of reception, beside a download or a restart. */
export const receptionText = '受付時間中です。次の患者さんの前に、必ず再起動まで終えてください。';

/** In place of a fact that is not known. */
export const unknownText = '不明';

/** The target's name, and its versions as digits. */
export interface VersionTexts {
  readonly component: string;
  readonly installed: string;
  readonly required: string;
}

/** What the form calls the notice, and the name of the field that it stands in. */
export interface NumberTexts {
  readonly label: string | null;
  readonly number: string;
}

/** Why the step is the next one, rule by rule: first the state, then the reason. Times are texts: `1/20(火) 08:10`. */
export const reasonTexts = {
  downloadRuns: (since: string) =>
    `${since} に押した「今すぐダウンロード」が、まだ終わっていません。` +
    '終わるまで、再起動したり電源を切ったりしないでください。終わると、次にすることがここに出ます。',

  restartCountsDown: (since: string, dueAt: string) =>
    `${since} に指示した再起動の秒読みが進んでいます(予定 ${dueAt})。` +
    '保存していない作業があれば、いま保存してください。起動したら、結果を確かめます。',

  /** `answer`: how the tool ended it, in one sentence. */
  pressedNotRestarted: (pressedAt: string, answer: string) =>
    `${pressedAt} に「今すぐダウンロード」を押しました。${answer}そのあとの再起動が、まだ確認できていません。` +
    '再起動するまでバージョンアップは完了せず、そのまま資格確認をするとエラーになることがあります。',

  /** The console was left before the tool answered, or gave up waiting. */
  pressedNotSeen: (pressedAt: string) =>
    `${pressedAt} に「今すぐダウンロード」を押しましたが、結果を確かめていません。ツールがまだ動いているかもしれません。` +
    '先に「配信アプリケーション管理ツール」の画面を見て、動いていれば終わるまで待ってから、再起動してください。',

  /** The tool asked what nobody knows: nothing was answered, and its window may still stand there. */
  dialogNotAnswered: (pressedAt: string) =>
    `${pressedAt} に「今すぐダウンロード」を押すと、ツールが見慣れない画面を出しました。何も答えていません。` +
    '先に「配信アプリケーション管理ツール」の画面を見て、出ていれば対応し、動いていれば終わるまで待ってから、再起動してください。',

  /** The press lies in the future: the clock was wrong then, or is wrong now. */
  pressedInFuture: (pressedAt: string, now: string) =>
    `「今すぐダウンロード」を押した記録の時刻(${pressedAt})が、端末のいまの時刻(${now})より先です。時計が合っていません。` +
    '時計を合わせてください。時計が合っているときは、端末を再起動すれば先へ進めます。',

  stepsNotRestarted: (doneAt: string) =>
    `${doneAt} にお知らせの手順を行いましたが、そのあとの再起動が確認できていません。再起動するまで完了しません。`,

  stepsInFuture: (doneAt: string, now: string) =>
    `お知らせの手順を行った記録の時刻(${doneAt})が、端末のいまの時刻(${now})より先です。時計が合っていません。` +
    '時計を合わせてください。時計が合っているときは、端末を再起動すれば先へ進めます。',

  nothingToReport: (at: Versions) => `${reached(at)}このお知らせに完了報告はありません。`,

  reportSent: (at: Versions, number: NumberTexts | null, sentAt: string) =>
    `${reached(at)}完了報告${inBrackets(number)}も ${sentAt} に送信済みと記録されています。`,

  reportNotSent: (at: Versions, number: NumberTexts | null) =>
    `${reached(at)}完了報告${inBrackets(number)}を送った記録がまだありません。`,

  othersNotDone: (at: Versions, done: number, count: number) =>
    `${reached(at)}医院で使う端末 ${String(count)} 台のうち、済んだのは ${String(done)} 台です。完了報告は、すべて済んでから送ります。`,

  disagreesBeforeRestart: (component: string, answers: string) =>
    `${component}のバージョンが食い違っています(${answers})。` +
    'この状態になってからの再起動が確認できていません。再起動でそろうことがあります。',

  disagrees: (component: string, answers: string) =>
    `${component}のバージョンが食い違っています(${answers})。` +
    'どちらが正しいか決められないので、目で確かめる必要があります。',

  unknown: (component: string) =>
    `${component}のバージョンを確実に読み取れません。` +
    '読み取れないものは済みと見なせないので、目で確かめる必要があります。',

  /** Beside these two, and where a version is typed: why the one that was typed does not count. */
  typedInVain: (component: string | null, version: string, typedAt: string, doubt: TypedDoubt) =>
    `${typedAt} に入力した${of(component)}バージョン ${version} は、${typedDoubts[doubt]}`,

  notReadInTime: (component: string) =>
    `${component}のバージョンを時間内に読み取れませんでした。` +
    '端末の動きが遅いだけかもしれません。少し待って、もう一度読み取ってください。',

  /** Beside `notReadInTime`. */
  lastKnown: (component: string | null, version: string, at: string) =>
    `${of(component)}前回の記録は ${version}(${at})ですが、いまもそうとは限りません。`,

  /** `askedAt`: of the press at whose end the tool asked for a restart that is not known to have been; null: none. */
  triedTwice: (restart: boolean, askedAt: string | null) => (at: Versions, cycles: number, contact: string) =>
    `「今すぐダウンロード」${restart ? 'と再起動' : ''}を${String(cycles)}回くり返しましたが、${still(at)}` +
    (askedAt === null
      ? `この端末の操作だけでは進みません。${contact}に電話してください。`
      : `${toolAsked(askedAt)}まず端末を再起動し、それでも変わらなければ、${contact}に電話してください。`),

  stepsTriedTwice: (at: Versions, cycles: number, contact: string) =>
    `お知らせの手順を${String(cycles)}回くり返しましたが、${still(at)}` +
    `この端末の操作だけでは進みません。${contact}に電話してください。`,

  nightNotRestarted: (at: Versions, bootedAt: string, nightEnd: string) =>
    `${is(at)}最後の再起動は ${bootedAt} で、${nightEnd} に終わった配信の夜のあと、まだ再起動していません。` +
    '夜のうちに届いたものは、再起動で入ります。',

  /** The machine's own boot time cannot be read: only the journal's is known. */
  noRestartOnRecord: (at: Versions, bootedAt: string, nightEnd: string) =>
    `${is(at)}端末の起動時刻が読めません。記録にある最後の再起動は ${bootedAt} で、${nightEnd} に終わった配信の夜のあとの再起動は` +
    '確かめられません。夜のうちに届いたものは、再起動で入ります。',

  checkFails: (at: Versions, check: string) =>
    `${is(at)}点検「${check}」が失敗しています。このままではバージョンアップを進められません。`,

  nightPassed: (at: Versions, which: 'first' | 'one' | 'last', nightEnd: string) =>
    `${{ first: '最初の', one: '', last: '最後の' }[which]}配信の夜が ${nightEnd} に終わりましたが、${still(at)}` +
    '「今すぐダウンロード」で受け取れます。',

  /** Where nothing is delivered at night. */
  toBeDownloaded: (at: Versions) => `${is(at)}「今すぐダウンロード」で受け取れます。`,

  /** Beside any of these, where the notice needs no restart: what the tool said is not passed over. */
  toolAsksForRestart: (pressedAt: string) =>
    `${toolAsked(pressedAt)}まず端末を再起動し、それでも変わらなければ、「次にすること」を行ってください。`,

  stepsToDo: (at: Versions) => `${is(at)}お知らせの手順を、上から順に行ってください。`,

  /** Beside `nightPassed`, where another night is to come. */
  orNextNight: (from: string, to: string) =>
    `いま進めないときは、${from} から ${to} までの配信の夜に受け取ることもできます。`,

  nightToCome: (at: Versions, from: string, to: string) =>
    `${is(at)}最初の配信の夜は ${from} から ${to} までです。` +
    'そのあいだ、端末とカードリーダーの電源が点いていれば届きます。',

  /** One witness's answer, in the list of those that disagree. */
  answer: (component: string | null, source: string, version: string) => `${of(component)}${source} ${version}`,
  contact: (name: string, phone: string) => `${name}(${phone})`,
};

const typeAgain = 'もう一度目で確かめて、入力してください。';
const typedDoubts: Readonly<Record<TypedDoubt, string>> = {
  'boot-ahead':
    '端末の起動時刻が今の時刻より先なので、数えられません。' +
    `点検「${checkNames.clock}」のとおりに時計を合わせてから、もう一度入力してください。`,
  'typed-ahead':
    '入力の時刻が今の時刻より先なので、数えられません。' +
    `点検「${checkNames.clock}」で時計を確かめてから、もう一度入力してください。`,
  pressed: `そのあとに「今すぐダウンロード」を押したので、数えられません。${typeAgain}`,
  'steps-done': `そのあとにお知らせの手順を行ったので、数えられません。${typeAgain}`,
  booted: `そのあとに端末が起動し直しているので、数えられません。${typeAgain}`,
  'boot-unknown':
    'そのあとに再起動していないことを確かめられないので、数えられません。' +
    `もう一度入力し、それでも数えられなければ、点検「${checkNames['restart-state']}」を見てください。`,
  'clock-set': `そのあとに端末の時計が変わったので、数えられません。${typeAgain}`,
};

/** One sentence for each component. */
type Versions = readonly VersionTexts[];

function reached(at: Versions): string {
  return at
    .map((each) => `${each.component}は ${each.installed} で、必要な ${each.required} 以上になっています。`)
    .join('');
}

function is(at: Versions): string {
  return at
    .map((each) => `${each.component}は ${each.installed} で、必要な ${each.required} より古いままです。`)
    .join('');
}

function still(at: Versions): string {
  return at.map((each) => `${each.component}は ${each.installed} のままです(必要: ${each.required} 以上)。`).join('');
}

function toolAsked(pressedAt: string): string {
  return (
    `${pressedAt} の「今すぐダウンロード」で、ツールが再起動を求めました。` +
    'このお知らせは再起動を求めていませんが、そのあとの再起動が確認できていません。'
  );
}

/** Whose it is, where there are several. */
function of(component: string | null): string {
  return component === null ? '' : `${component}の`;
}

function inBrackets(number: NumberTexts | null): string {
  if (number === null) return '';
  return number.label === null ? `(${number.number})` : `(${number.label} ${number.number})`;
}
