import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NamedKey } from '../../src/tui/keys.ts';
import type { PtyProgram } from '../harness/pty.ts';
import { open, temporaryFolder } from './built.ts';
import { confirm, isRead } from './robot.ts';

const NAME = 'サンプルクリニック';
const PHONE = '03-1234-5678';
const REPORT = '「完了報告フォーム」で完了報告を送る';

/** Presses keys and counts them: typed characters count nothing, a paste one. */
class Hand {
  readonly keys: string[] = [];
  readonly program: PtyProgram;

  constructor(program: PtyProgram) {
    this.program = program;
  }

  press(key: NamedKey): void {
    this.keys.push(key);
    this.program.press(key);
  }

  digit(key: string): void {
    this.keys.push(key);
    this.program.press({ type: key });
  }

  paste(text: string): void {
    this.keys.push('paste');
    this.program.type(`\u001B[200~${text}\u001B[201~`);
  }

  async answer(choice: string): Promise<void> {
    await confirm(this.program, choice, (key) => this.press(key));
  }

  /** Enter on the row that is selected already: nothing is looked for. */
  async choose(row: string | RegExp): Promise<void> {
    await this.program.waitFor(row instanceof RegExp ? row : `> ${row}`);
    this.press('enter');
  }
}

/** Does what the status says is next, until the version is proven. */
async function toProven(hand: Hand): Promise<void> {
  const { program } = hand;
  for (;;) {
    const { text } = await program.waitFor(
      (view) => isRead(view) && view.text.startsWith('oqs-console 状態') && !view.text.includes('再起動しています'),
      { timeout: 40_000, describe: 'a status that is read' },
    );
    if (text.includes(`次にすること: ${REPORT}`)) return;
    hand.press('enter');
    if (text.includes('次にすること: 「今すぐダウンロード」を押す')) {
      await program.waitFor('oqs-console ダウンロード');
      await hand.choose('「今すぐダウンロード」を押す');
      await hand.answer('押す');
      const ended = /> 再起動へ進む|oqs-console エラーの手引き/;
      const { text: after } = await program.waitFor(ended, { timeout: 30_000 });
      if (!after.includes('> 再起動へ進む')) {
        hand.digit('1');
        continue;
      }
      hand.press('enter');
    }
    if (text.includes('次にすること: 「配信実績の確認」でバージョンを確かめる')) {
      await seenByEye(hand);
      return;
    }
    await program.waitFor('oqs-console 再起動');
    await hand.choose('再起動する');
    await hand.answer('再起動する');
    // The countdown of a practice terminal takes a quarter of a minute; its scenario's own settings are left as they
    // are.
    await program.waitFor('再起動しています', { timeout: 40_000 });
    await program.waitFor('再起動を確認しました', { timeout: 30_000 });
  }
}

/** The version as it was read on the management tool's own page: typed twice. */
async function seenByEye(hand: Hand): Promise<void> {
  const { program } = hand;
  await program.waitFor('> 「配信実績の確認」を開く');
  hand.press('down');
  await hand.choose('見えたバージョンを入力する');
  for (const time of [1, 2]) {
    await program.waitFor('[ ]', { describe: `the field, time ${String(time)}` });
    program.type('5.1.0');
    await program.waitFor('[5.1.0 ]');
    hand.press('enter');
  }
  await hand.answer('記録する');
  await program.waitFor(
    (view) => isRead(view) && view.text.startsWith('oqs-console 状態') && view.text.includes(`次にすること: ${REPORT}`),
  );
}

/** The report, from the status to the record that it was sent. */
async function toSent(hand: Hand): Promise<void> {
  const { program } = hand;
  hand.press('enter');
  await program.waitFor('> 端末の台数: [ ]');
  program.type('1');
  await program.waitFor('> 端末の台数: [1 ]');
  hand.press('enter');
  await program.waitFor('端末 1 台がすべて済みと記録しました');
  await program.waitFor('> 医療機関名: [ ]');
  hand.paste(NAME);
  await program.waitFor(`> 医療機関名: [${NAME} ]`);
  hand.press('enter');
  await program.waitFor('> 電話番号:   [ ]');
  hand.paste(PHONE);
  await program.waitFor('> 電話番号:   [0312345678 ]');
  hand.press('enter');
  await hand.choose('フォームに写す値を見る');
  for (const label of ['識別番号', '完了年月日', '医療機関名', '電話番号'])
    await hand.choose(new RegExp(`> \\[-\\] +${label}`));
  await hand.choose('送ったことを記録する');
  await hand.answer('記録する');
  await program.waitFor('完了報告を送ったことを記録しました');
}

/** Each scenario that ends with a report, and whether it takes one round: then the keys are limited. */
const walks = [
  ['outdated-morning', true],
  ['delivered-overnight', true],
  ['downloaded-not-restarted', true],
  ['already-current', true],
  ['all-day-begun', true],
  ['excluded-night', true],
  ['disagreeing-witnesses', true],
  ['unreadable-record', true],
  ['record-path-unknown', true],
  ['fast-startup-boot', true],
  ['error-then-success', false],
] as const;

/** Each scenario that ends with somebody to call or something to mend: the page that says so is one key away. */
const pages = ['two-failed-cycles', 'tool-missing', 'delivery-task-missing', 'dns-edns-fault'] as const;

describe('from the start of a scenario to the report that was sent', () => {
  it.each(walks)(
    '%s',
    async (scenario, isOneRound) => {
      using folder = temporaryFolder();
      await using program = open('--simulate', scenario, '--workdir', join(folder.path, 'terminal'));
      const hand = new Hand(program);
      await toProven(hand);
      const toProof = hand.keys.length;
      await toSent(hand);
      const { keys } = hand;
      process.stdout.write(
        `${scenario}: ${String(toProof)} keys to proven, ${String(keys.length)} in all: ${keys.join(' ')}\n`,
      );
      if (!isOneRound) return;
      expect(toProof).toBeLessThanOrEqual(12);
      expect(hand.keys.length).toBeLessThanOrEqual(25);
    },
    120_000,
  );
});

/** Each scenario that ends with something else: what leads there, and what stands there then. */
const outcomes: readonly (readonly [scenario: string, most: number, walk: (hand: Hand) => Promise<void>])[] = [
  [
    'evening-before',
    5,
    async (hand) => {
      await hand.choose('夜のあいだ、端末とカードリーダーの電源を点けたままにする');
      await hand.choose('[要]   顔認証付きカードリーダーの電源を点けたままにする');
      await hand.choose('[要]   端末はシャットダウンも再起動もせず、点けたままにする');
      await hand.choose('[要]   画面を消すときはモニターの電源だけを切る');
      await hand.choose('1/19(月) の夜に点けたままにする(記録する)');
      await hand.program.waitFor('次にすること: 1/19(月) の夜の準備は記録済み(翌朝、受付の前に再起動)');
    },
  ],
  [
    'button-not-found',
    4,
    async (hand) => {
      await pressDownload(hand);
      await hand.program.waitFor('自分で「今すぐダウンロード」を押した');
    },
  ],
  [
    'tool-never-answers',
    7,
    async (hand) => {
      await pressDownload(hand);
      await hand.choose('待つのをやめる(ツールは止めません)');
      await hand.answer('待つのをやめる');
      await hand.program.waitFor(/oqs-console エラーの手引き[^]*ダウンロードが終わらない、何も言わない/);
    },
  ],
  [
    'restart-denied',
    4,
    async (hand) => {
      await hand.choose('端末を再起動する');
      await hand.choose('再起動する');
      await hand.answer('再起動する');
      await hand.program.waitFor(/oqs-console エラーの手引き[^]*再起動の権限がない/, { timeout: 40_000 });
    },
  ],
];

async function pressDownload(hand: Hand): Promise<void> {
  await hand.choose('「今すぐダウンロード」を押す');
  await hand.program.waitFor('oqs-console ダウンロード');
  await hand.choose('「今すぐダウンロード」を押す');
  await hand.answer('押す');
}

describe('from the start of a scenario to another outcome', () => {
  it.each(outcomes)(
    '%s in at most %i keys',
    async (scenario, most, walk) => {
      using folder = temporaryFolder();
      await using program = open('--simulate', scenario, '--workdir', join(folder.path, 'terminal'));
      const hand = new Hand(program);
      await program.waitFor((view) => isRead(view));
      await walk(hand);
      process.stdout.write(`${scenario}: ${String(hand.keys.length)} keys: ${hand.keys.join(' ')}\n`);
      expect(hand.keys.length).toBeLessThanOrEqual(most);
    },
    120_000,
  );
});

describe('from the start of a scenario to the page that says what to do', () => {
  it.each(pages)(
    '%s',
    async (scenario) => {
      await using program = open('--simulate', scenario);
      const hand = new Hand(program);
      await program.waitFor((view) => isRead(view));
      hand.press('enter');
      await program.waitFor('oqs-console エラーの手引き');
      process.stdout.write(`${scenario}: ${String(hand.keys.length)} key to the page: ${hand.keys.join(' ')}\n`);
      expect(hand.keys).toEqual(['enter']);
    },
    60_000,
  );
});
