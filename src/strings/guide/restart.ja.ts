import type { GuideEntry } from '../../guide/schema.ts';
import { stepTitles } from '../steps.ja.ts';
import { callCenter, noteWords, readAgainRow, readVersionRow, restartRows, vendor } from './common.ja.ts';

/** Downloaded but not restarted, and errors around the restart itself. */
export const restartEntries: readonly GuideEntry[] = [
  {
    id: 'after-consent-error',
    title: '患者さんの同意選択のあとにエラーが出た',
    see: [
      '患者さんがリーダーで同意の選択を終えた、そのときに文が一つ出ます。',
      'その文のOKを押すと、二つ目の文が出ます。',
      '文言とリーダーの画面は公開されていません。見たままを書き留めてください。',
    ],
    why: '新しい資材は端末に届いていますが、再起動がまだなので入れ替わりが終わっていません。再起動すると完了し、このエラーも消えます。',
    do: [
      '一つ目の文を書き留め、OKを押してください。',
      '二つ目の文も書き留めてください。',
      '患者さんに、再起動のあとでやり直すと伝えてください。',
      ...restartRows,
      readVersionRow,
      '患者さんの資格確認をやり直してください。',
    ],
    call: `再起動しても同じエラーなら、${callCenter}に、書き留めた文を伝えてください。`,
    words: ['どうい', '同意画面', '同意後', 'さいきどう', '受付中', 'とまる', '止まった', 'メッセージ'],
  },
  {
    id: 'restart-needed',
    title: '再起動がまだ済んでいない',
    see: [
      `この画面: 次にすることが「${stepTitles.restart}」です。`,
      '端末: 見た目は変わりません。資材が届いていれば、このままの受付はエラーになります。',
    ],
    why: 'バージョンアップは、資材が届くだけでは半分です。再起動して初めて入れ替わります。最初の患者さんの前に済ませます。',
    do: [...restartRows, readVersionRow],
    call: `再起動しても次の手順に進まなければ、${callCenter}に連絡してください。`,
    words: ['さいきどう', '再起動待ち', '未完了', 'リスタート', 'はんぶん'],
  },
  {
    id: 'error-after-restart',
    title: '再起動のあとにエラーが出た',
    see: [
      '端末またはリーダー: 再起動のあと、使い始める前か使い始めにエラーが出ます。',
      '文言は公開されていません。出た文をそのまま書き留めてください。',
    ],
    why: '原因は公開されていません。お知らせの手順では、もう一度再起動します。',
    do: [noteWords, ...restartRows, readVersionRow],
    call: `二度目の再起動でも出るなら、${callCenter}に、書き留めた文を伝えてください。`,
    words: ['起動後', '再起動後', 'さいきどうご', 'あさ', '朝一番', '再度'],
  },
  {
    id: 'not-a-full-boot',
    title: '電源は入れ直したが、再起動になっていない',
    see: [
      'この画面: 前回の起動が「高速スタートアップ」だったと出ます。',
      '端末: シャットダウンして電源を入れたのに、バージョンが変わりません。',
    ],
    why: '高速スタートアップが有効だと、シャットダウンのあとの電源投入では Windows が前の続きから始まります。再起動の代わりになりません。',
    do: [...restartRows, readAgainRow],
    call: `「再起動」を選んでも同じ表示なら、${vendor}に連絡してください。`,
    words: [
      'シャットダウン',
      'でんげん',
      '電源を入れ直した',
      '高速スタートアップ',
      'こうそくすたーとあっぷ',
      '休止',
    ],
  },
  {
    id: 'long-uptime',
    title: '長いあいだ再起動していない',
    see: ['この画面: 前の再起動から14日を超えたと出ます(日数は設定で変わります)。'],
    why: '届いた資材は再起動まで使われません。長く動かし続けた端末では、ほかの更新もたまっていることがあります。',
    do: [...restartRows, readAgainRow],
    call: `再起動しても日数が戻らなければ、${vendor}に連絡してください。`,
    words: ['連続稼働', '稼働時間', 'かどうじかん', '起動したまま', '14日'],
  },
  {
    id: 'restart-pending',
    title: 'Windows が再起動を待っている',
    see: ['この画面: 再起動待ちの印があると出ます。', '端末: 何も表示されないことがあります。'],
    why: 'Windows の更新などが、再起動で仕上がるのを待っています。',
    do: [...restartRows, readAgainRow],
    call: `再起動しても印が消えなければ、${vendor}に連絡してください。`,
    words: ['さいきどうまち', '保留', 'Windows Update', '更新プログラム', 'RebootPending', 'RebootRequired'],
  },
  {
    id: 'boot-unknown',
    title: 'いつ再起動したか分からない',
    see: ['この画面: 再起動の状態が [不明] です。'],
    why: '起動の時刻か起動の種類を、端末から読めませんでした。故障とは限りません。',
    do: [
      readAgainRow,
      '読めなければ、診療の前に一度再起動してください。',
      ...restartRows,
      '再起動した日時を紙に書き留めてください。',
    ],
    call: `再起動しても [不明] のままなら、${vendor}に連絡してください。`,
    words: ['起動時刻', 'きどうじこく', 'ふめい', '再起動したか'],
  },
  {
    id: 'restart-not-confirmed',
    title: '再起動を頼んだが、再起動していない',
    see: ['この画面: 再起動を頼んだあとも、起動の時刻が変わっていません。'],
    why: '秒読みの間に取り消された、ほかのソフトが止めた、シャットダウンと電源投入になった、などが考えられます。',
    do: [...restartRows, readAgainRow],
    call: `もう一度再起動しても変わらなければ、${vendor}に連絡してください。`,
    words: ['再起動しない', '再起動できない', '取り消し', 'とりけし', '確認できない'],
  },
];
