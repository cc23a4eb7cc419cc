import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../src/domain/history.ts';
import { readingsOf } from '../../src/domain/versions/component-status.ts';
import { judgedLines } from '../../src/screens/judged-lines.ts';
import { lineText } from '../../src/tui/line.ts';
import { opening, ready } from '../console/builders.ts';
import { connection } from '../domain/notice/builders.ts';
import { witness } from './builders.ts';

/** The bar under a notice with three targets, of which Version.info says this. */
function barOf(versions: Readonly<Record<string, string>> | null): string {
  const notice = { ...connection, targets: [...connection.targets, { component: 'face-library', version: '5.1.0' }] };
  const about = { notice };
  if (versions === null) return lineText(judgedLines(opening({ about }), 'narrow', [])[0] ?? []);
  const witnesses = Object.fromEntries(
    Object.entries(versions).map(([id, version]) => [id, [witness('version-info', version)]]),
  );
  const components = readingsOf(witnesses, { notice, history: emptyHistory });
  return lineText(judgedLines(ready({ about, survey: { components } }), 'narrow', [])[0] ?? []);
}

describe('the bar counts beside the target that decides', () => {
  const link = { 'link-app': '4.1.0' };
  const extension = { 'browser-extension': '2.0.0.0' };

  it.each([
    [
      'all that are not reached either',
      { 'link-app': '4.0.2', 'browser-extension': '1.9', 'face-library': '5.0.3' },
      2,
    ],
    ['one that cannot be read', { 'link-app': '4.0.2', ...extension }, 1],
    ['none that is reached', { ...link, ...extension, 'face-library': '5.0.3' }, 0],
    ['all, once all are reached', { ...link, ...extension, 'face-library': '5.1.0' }, 2],
    ['all, before anything is read', null, 2],
  ])('%s', (_, versions, count) => {
    expect(/ほか (\d) 件/.exec(barOf(versions))?.[1] ?? '0').toBe(String(count));
  });
});
