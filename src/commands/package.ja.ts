/**
 * Texts of the folder for Windows: what stands beside the program, and what its window says when the program is gone.
 */

export const packageFiles = { readme: 'はじめにお読みください.txt' } as const;

/** What the window says before it closes, by how the console ended. */
export const partingTexts = {
  input: '上に示した理由で、コンソールを始められませんでした。',
  bug: 'コンソールの内部で誤りが起きて終了しました。上の表示を開発元へ知らせてください。',
  killed: (code: number): string =>
    [
      `コンソールが途中で終わりました(終了コード ${String(code)})。画面は元に戻しました。`,
      'それまでの操作は作業記録に残っています。oqs-console.cmd をもう一度開くと、続きから始まります。',
    ].join('\n'),
  key: '何かキーを押してください。',
} as const;

export function readmeText(about: { readonly version: string; readonly node: string }): string {
  return `oqs-console ${about.version}

■ これは何か
  オンライン資格確認端末の、お知らせが求める部品のバージョンを確かめ、「今すぐダウンロード」と再起動、完了報告の準備までを
  案内するコンソールです。このフォルダの中だけで動きます。

    ・インストールしません。
    ・管理者の権限は要りません。(再起動が許されていない端末では、手で再起動する方法を示します。)
    ・インターネットは要りません。端末がふだん使う接続先に届くかどうかだけを確かめます。
    ・患者さんの情報は読みません。C:\\OQS の Req、Res、Face の中身には触れません。

■ はじめ方
  1. ZIP を右クリックして「すべて展開」を選びます。(ZIP の中から直接は動きません。)
  2. 展開したフォルダ oqs-console を、そのまま USB メモリに入れるか、端末に写します。
     書き込みを禁じた USB メモリ、共有フォルダ、日本語や空白を含む場所からも動きます。
  3. oqs-console.cmd を開きます。

  操作は矢印と Enter だけでできます。? で一覧が出ます。

    練習する          oqs-console.cmd --simulate outdated-morning    (本物の端末には触れません)
    見るだけにする    oqs-console.cmd --read-only
    調べるだけにする  check.cmd または check.cmd --json
                      終了コード: 0 済み / 1 作業が必要 / 2 失敗 / 3 不明 / 64 指定の誤り / 70 内部の誤り

■ 開かないとき (見えるもの → すること)
  「Windows によって PC が保護されました」(SmartScreen)
     インターネットから来た ZIP に付く印のためです。展開する前に ZIP を右クリックし、「プロパティ」の「ブロックの
     解除」(許可する)に印を付けて OK を押し、展開し直します。展開したあとなら「詳細情報」から「実行」です。
  「このアプリはシステム管理者によってブロックされています」「グループ ポリシーによってブロックされています」
     AppLocker や WDAC の規則です。コンソールからは外せません。USB メモリから動かせないだけなら、フォルダを端末の
     C:\\Program Files の下(管理者が写す)に置くと動くことがあります。管理者に頼むときは、node\node.exe の署名
     (OpenJS Foundation)とハッシュ(SHA256SUMS の node/node.exe の行)を伝えてください。.cmd と .js に署名はありません。
  開いてもすぐ消える、node.exe がない
     ウイルス対策ソフトが隔離していることがあります。履歴を見て、SHA256SUMS のハッシュと同じなら、このフォルダを
     除外してもらってください。PowerShell を止められたときは、コンソールは「不明」と示し、手で行う案内になります。
  どれにも当たらない
     oqs-console.cmd selftest が、端末とつながる道を一つずつ試し、結果をファイルに保存します。それを送ってください。
     ボタンは押さず、再起動もせず、変えたものは元に戻します。

■ USB メモリから動かすとき
  動いているあいだは抜かないでください。抜いても作業記録は端末にあり、失われません。挿して開き直せば続きから始まります。
  長く使う端末では、フォルダごと端末に写してから開いてください。コンソールから開いた文書は、USB メモリを使いません。

■ 書き込む場所
  このフォルダには何も書きません。作業記録と設定は端末の %ProgramData%\\oqs-console に置きます。そこに書けないときは、
  使っている人のフォルダに置き、そのことを画面に示します。実際の場所はヘルプの画面に出ます。
  再起動のあとで自動的に戻るために、次のサインインで一度だけ開く印(RunOnce)を付けます。印は Windows が消します。
  次の起動を速くするために、使っている人の %LOCALAPPDATA%\\oqs-console に Node.js の作業ファイルを置きます。

■ 消し方
  このフォルダと、端末の %ProgramData%\\oqs-console と、%LOCALAPPDATA%\\oqs-console を消します。
  ほかには何も残りません。
  作業記録は、医院の責任者があとから確かめるためのものです。消す前に写しを取ってください。

■ 確かめていないこと
  「配信アプリケーション管理ツール」のボタンを自動で押す部分(UI オートメーション)は、本物のツールに対しては
  一度も動かしていません。押せないときは、コンソールが押すボタンを示し、手で押した結果を見守ります。
  ボタンは一度の確認で一度しか押さず、見慣れない画面には何も答えません。

■ 入っているもの
  oqs-console.cmd                  コンソールを開く
  check.cmd                        今の窓で調べる(タスク スケジューラなどから使う)
  app\\                             プログラム、練習用の端末、読める形の PowerShell
  node\\                            Windows 用の Node.js ${about.node}(変更なし)
  docs\\manual.md                   技術者の手引き(絵は docs の *.svg。ブラウザで開く)
  docs\\windows.md                  運び方、読むものと書くもの、消し方
  docs\\desk.md                     たくさんの医院を見る机で。deploy\\ はそのための設定の例
  docs\\card-technician.html        技術者が持つ紙(A4 一枚。ブラウザで開いて印刷する)
  docs\\card-staff.html             医院の職員に渡す紙(A4 一枚。電源のスイッチのそばに貼る)
                                   (組み込みのお知らせのもの。ほかは oqs-console.cmd card --html で作る)
  docs\\notice.md                   お知らせの書き方(oqs-console.cmd notice new で、質問に答えて作れる)
  docs\\notices\\                    お知らせのデータと例。新しいお知らせを書くときの手本
                                   (使うときは --notice ファイル、または書き込む場所の notices に置く)
  LICENSE, THIRD-PARTY-LICENSES.txt, node\\LICENSE    使用許諾
  SHA256SUMS                       すべてのファイルの SHA-256
`;
}
