import { builtInNotice } from '../../../src/domain/notice/built-in.ts';
import type { Notice } from '../../../src/domain/notice/schema.ts';

/** A notice with another delivery period. */
export function noticeWith(delivery: Partial<Notice['delivery']> = {}): Notice {
  const notice = builtInNotice();
  return { ...notice, delivery: { ...notice.delivery, ...delivery } };
}

/** An instant from a time that carries its offset. */
export function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`not a time: ${text}`);
  return at;
}
