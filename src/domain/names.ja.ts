import type { KnownComponentId, WitnessSource, WitnessState } from './facts.ts';

export { checkNames } from './checks.ja.ts';

/** What the four components are called on the terminal. */
export const componentNames: Readonly<Record<KnownComponentId, string>> = {
  'distribution-app': '配信アプリケーション',
  'link-app': '連携アプリケーション',
  'face-library': '顔認証ライブラリ',
  'reader-app': '顔認証付きカードリーダーアプリケーション',
};

/** Where a version was read. */
export const witnessNames: Readonly<Record<WitnessSource, string>> = {
  'delivery-record': '配信実績',
  'version-info': 'Version.info',
  operator: '画面で確かめた値',
};

/** The same, where there is little room. */
export const shortWitnessNames: Readonly<Record<WitnessSource, string>> = {
  'delivery-record': '実績',
  'version-info': 'Version.info',
  operator: '目視',
};

/** What a source says, by its state; one that answers says its version instead. */
export const witnessStateNames: Readonly<Record<WitnessState, string>> = {
  answers: '読み取れました',
  absent: 'ありません',
  unreadable: '読み取れません',
  ambiguous: 'どれがそのバージョンか決められません',
  'timed-out': '時間内に読み取れませんでした',
};
