import type { FooterItem } from './keymap.ts';
import { lineWidth, type Line, type Span } from './line.ts';

/** The keys on one line, `[Enter]実行`, as many as there is room for. */
export function footer(items: readonly FooterItem[], columns: number): Line {
  let kept = items;
  while (lineWidth(layOut(kept)) > columns && kept.length > 1) kept = withoutLeast(kept);
  return layOut(kept);
}

function layOut(items: readonly FooterItem[]): Line {
  return items.flatMap((item, index): Span[] => [
    { text: `${index === 0 ? '' : ' '}[${item.keys}]`, tone: 'accent' },
    { text: item.label },
  ]);
}

/** Without the item of the highest rank; of equals the last one goes. */
function withoutLeast(items: readonly FooterItem[]): readonly FooterItem[] {
  const highest = Math.max(...items.map((item) => item.rank));
  const least = items.findLastIndex((item) => item.rank === highest);
  return items.filter((_, index) => index !== least);
}
