import type { BuiltInEntry } from '../in-words.ts';
import { stepTitles } from '../../domain/procedure/steps.ja.ts';
import { callCenter, readVersionRow, restartRows, restartSafely, vendor, whereRestart } from './common.ja.ts';

const doNotPressAgain = '「今すぐダウンロード」を続けて押さないでください。';
const canRestartRow = '{restart:次の患者さんまでに再起動できる時刻か確かめてください。}';

/** 「今すぐダウンロード」 and how it ends. */
export const downloadEntries: readonly BuiltInEntry[] = [
  {
    id: 'download-now',
    needs: 'tool',
    title: '「今すぐダウンロード」で取り寄せる',
    see: [
      `この画面: 次にすることが${stepTitles['download-now']}です。`,
      '{delivery:配信の夜が過ぎても、バージョンが古いままです。}',
    ],
    why: '{delivery:夜の配信で届かなかった資材を、}{no-delivery:新しい資材を、}その場で取り寄せます。{restart:届いたら再起動で仕上がります。}',
    do: [
      'ほかの作業をすべて保存してください。',
      canRestartRow,
      '「今すぐダウンロード」を一度だけ押してください。',
      '{restart:再起動を求める文が出るまで待ってください。}{no-restart:終わったことを示す文が出るまで待ってください。}',
      '{restart:患者さんの資格確認中でないことを見て、再起動してください。}',
      readVersionRow,
    ],
    call: `二度やり直しても古いままなら、${callCenter}に連絡してください。`,
    words: ['今すぐダウンロード', 'いますぐ', 'だうんろーど', '取り寄せ', '手動配信'],
  },
  {
    id: 'download-restart-required',
    needs: 'tool',
    title: 'ダウンロードが終わった。次は再起動',
    see: ['端末:「配信アプリケーション管理ツール」が再起動を求めます。言葉はこの画面にそのまま出ます。'],
    why: '資材が届きました。{restart:再起動するまでバージョンアップは終わっていません。このまま受付をするとエラーになります。}{no-restart:再起動は管理ツールが求めています。}',
    do: [...restartRows, readVersionRow],
    call: `再起動しても古いままなら、もう一度行い、それでもだめなら${callCenter}に連絡してください。`,
    words: ['再起動を求める', 'さいきどう', '完了', 'ダウンロード完了'],
  },
  {
    id: 'download-already-latest',
    needs: 'tool',
    title: 'もう最新だと答えた。取り寄せるものがない',
    see: ['端末:「配信アプリケーション管理ツール」が、もう最新だと答えます。言葉はこの画面にそのまま出ます。'],
    why: '取り寄せる資材がありません。バージョンが新しければ完了です。{restart:バージョンが古ければ、届いた資材が再起動を待っていることがあります(未確認)。}',
    do: [
      '{component}のバージョンを、この画面で見てください。',
      '{report:求められたバージョン以上なら、完了報告に進んでください。}',
      ...whereRestart('古ければ、次の行からの再起動に進んでください。', ...restartRows, readVersionRow),
    ],
    call: `{restart:再起動しても古く、答えも同じなら}{no-restart:バージョンが古いままなら}、${callCenter}に、出た言葉を伝えてください。`,
    words: ['最新', 'さいしん', '更新なし', 'アップデートなし'],
  },
  {
    id: 'download-error',
    needs: 'tool',
    title: 'ダウンロードでエラーが出た',
    see: [
      '端末:「今すぐダウンロード」のあとに、エラーの文が出ます。',
      '文言の一覧は公開されていません。出た言葉をそのまま画面に出すので、書き留めてください。',
    ],
    why: '{restart:エラーの表示は再起動で消えます。ただし、それだけではバージョンアップは終わっていません。初めからやり直します。}{no-restart:バージョンアップは終わっていません。もう一度ダウンロードします。}',
    do: [
      '出た文を、そのまま書き留めてください。',
      ...whereRestart(...restartRows, readVersionRow),
      '{restart:古ければ}「今すぐダウンロード」をもう一度行ってください。',
      ...whereRestart(restartSafely, '終わったら、また再起動してください。'),
    ],
    call: `二度目もエラーなら、${callCenter}に、書き留めた文を伝えてください。`,
    words: ['エラー', '失敗', 'しっぱい', 'ダウンロードエラー', '異常終了'],
  },
  {
    id: 'download-hang',
    needs: 'tool',
    title: 'ダウンロードが終わらない、何も言わない',
    see: ['端末:「今すぐダウンロード」のあと、何も変わりません。', 'この画面: 待つのをやめたと出ます。'],
    why: '押せたかどうかが、わからないことがあります。押せていれば裏で続いているかもしれないので、もう一度は押しません。',
    do: [
      doNotPressAgain,
      '端末に文が出ていれば、書き留めてください。',
      '進んでいるようなら、そのまま待ってください。',
      ...whereRestart('変わらなければ、次の行からの再起動に進んでください。', ...restartRows),
      readVersionRow,
    ],
    call: `やり直しても終わらなければ、${callCenter}に連絡してください。`,
    words: [
      '二度押した',
      'もう一度押していい',
      '固まった',
      'かたまる',
      'フリーズ',
      '応答なし',
      'おうとうなし',
      '進まない',
      '終わらない',
      'タイムアウト',
    ],
  },
  {
    id: 'download-crash',
    needs: 'tool',
    title: 'ダウンロードの途中で管理ツールが終わった',
    see: ['端末:「配信アプリケーション管理ツール」が、答えを出さずに閉じます。'],
    why: '押したあとに終わったかもしれません。届いたかどうかは、{restart:再起動のあとの}バージョンで決まります。',
    do: [
      doNotPressAgain,
      ...whereRestart(...restartRows),
      readVersionRow,
      '古ければ、もう一度初めから行ってください。',
    ],
    call: `二度続けて途中で終わるなら、${callCenter}か${vendor}に連絡してください。`,
    words: ['落ちた', 'おちた', '閉じた', '消えた', 'クラッシュ', '異常終了', '強制終了'],
  },
  {
    id: 'download-by-hand',
    needs: 'tool',
    title: '自分で押す手順(今すぐダウンロード)',
    see: ['端末: デスクトップに「配信アプリケーション管理ツール」のアイコンがあります。'],
    why: 'この画面が代わりに押せないときの手順です。押したあとは、この画面がバージョンの変わるのを見張ります。',
    do: [
      'ほかの作業をすべて保存してください。',
      canRestartRow,
      'デスクトップの「配信アプリケーション管理ツール」を開いてください。',
      '「今すぐダウンロード」を一度だけ押してください。',
      '押したことを、この画面に知らせてください。',
      '出た文を、そのまま書き留めてください。',
      '求められたら、患者さんがいないときに再起動してください。',
      readVersionRow,
    ],
    call: `エラーが{restart:再起動でも}直らなければ、${callCenter}に、書き留めた文を伝えてください。`,
    words: ['手動', 'しゅどう', '手で押す', 'クリック', '今すぐダウンロード', 'いますぐ'],
  },
];
