import { join } from 'node:path';
import type { NamedKey } from '../../src/tui/keys.ts';
import { open } from '../../test/e2e/built.ts';
import { wholeDay } from '../../test/e2e/whole-day.ts';
import type { VirtualTerminal } from '../../test/harness/virtual-terminal.ts';

interface Picture {
  readonly name: string;
  readonly title: string;
  readonly terminal: VirtualTerminal;
}

/** Goes through screens in a folder of its own and takes a picture of each. */
export type Walk = (folder: string, take: (picture: Picture) => void) => Promise<void>;

/** Text that must be there, or a pattern of it, then keys. */
type Waits = readonly (readonly [string | RegExp, ...(NamedKey | { readonly type: string })[]])[];

function screen(name: string, title: string, scenario: string, waits: Waits, args: readonly string[] = []): Walk {
  return async (folder, take) => {
    await using program = open('--simulate', scenario, '--workdir', join(folder, name), ...args);
    for (const [text, ...keys] of waits) {
      await program.waitFor(text);
      program.press(...keys);
    }
    take({ name, title, terminal: program.terminal });
  };
}

const read = /^点検  \d+:\d+ に確認/m;

export const walks: readonly Walk[] = [
  async (folder, take) => wholeDay(join(folder, 'day'), (name, title, { terminal }) => take({ name, title, terminal })),
  screen('status', '状態の画面', 'outdated-morning', [[read]]),
  screen('download', 'ダウンロードの確認', 'outdated-morning', [
    [read, 'enter'],
    ['一度だけ', 'enter'],
    ['押しますか'],
  ]),
  screen('by-hand', '目で確かめる', 'unreadable-record', [[read, { type: '3' }], ['> 「配信実績の確認」を開く']]),
  screen('guide', 'エラーの手引き: 一覧', 'outdated-morning', [[read, { type: '6' }], ['> 言葉で探す']]),
  screen('guide-entry', 'エラーの手引き: 一つの項', 'dns-edns-fault', [[read, 'enter'], ['このように見えます']]),
  screen('history', '履歴', 'error-then-success', [
    [read, { type: '7' }],
    ['顔認証ライブラリ 5.0.3 を確認しました(Version.info)'],
  ]),
  screen(
    'hand-steps',
    'お知らせの手順',
    'outdated-morning',
    [[read, { type: 'p' }], ['> [要]   1.', 'enter'], ['[済]   1.', 'down'], ['> [要]   2.']],
    ['--notice', 'notices/examples/browser-extension-by-hand.json'],
  ),
  screen('faq', 'よくある質問', 'evening-before', [[read, { type: '9' }], ['最後の夜']]),
  screen('support', '問い合わせの控え', 'two-failed-cycles', [[read, { type: 't' }], ['電話で伝えるコード']]),
  screen('settings', '設定', 'outdated-morning', [[read, { type: 's' }], ['oqs-console 設定']]),
];
