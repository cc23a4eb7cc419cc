import { builtInNotice } from '../../../src/domain/notice/built-in.ts';
import type { Delivery, Notice, NoticeReport, OwnComponent } from '../../../src/domain/notice/notice.ts';

/** The built-in notice, with the delivery and the report that it has. */
export const january = { ...builtInNotice(), delivery: deliveryOf(builtInNotice()), report: reportOf(builtInNotice()) };

/** A notice with another delivery period. */
export function noticeWith(delivery: Partial<Delivery> = {}) {
  return { ...january, delivery: { ...january.delivery, ...delivery } } satisfies Notice;
}

/** A component that only a notice knows. */
export const extension: OwnComponent = {
  id: 'browser-extension',
  name: 'ブラウザ拡張機能',
  versionInfo: 'C:\\Program Files\\OQS-Auth\\ext\\Version.info',
  recordNames: ['拡張プラグイン'],
};

/** Two components, by the tool: nothing comes at night, and nothing is reported. */
export const connection: Notice = {
  ...january,
  id: '2026-02-connect',
  title: '接続先の切り替え',
  components: [extension],
  targets: [
    { component: 'link-app', version: '4.1.0' },
    { component: 'browser-extension', version: '2.0.0.0' },
  ],
  delivery: null,
  deadline: '2026-02-20',
  report: null,
};

/** The extension alone, by hand; no restart completes it. */
export const replacement: Notice = {
  ...connection,
  id: '2026-03-extension',
  title: '拡張機能の入れ替え',
  targets: [{ component: 'browser-extension', version: '2.0.0.0' }],
  by: 'hand',
  steps: ['古い拡張機能を外す', '新しい拡張機能を入れる'],
  restart: false,
  deadline: null,
};

function deliveryOf({ id, delivery }: Notice): Delivery {
  if (delivery === null) throw new Error(`${id} has no delivery`);
  return delivery;
}

function reportOf({ id, report }: Notice): NoticeReport {
  if (report === null) throw new Error(`${id} has no report`);
  return report;
}

/** An instant from a time that carries its offset. */
export function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`not a time: ${text}`);
  return at;
}
