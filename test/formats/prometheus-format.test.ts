import { describe, expect, it } from 'vitest';
import { ownLabels, parseLabels } from '../../src/formats/prometheus-format.ts';
import { monitoringTexts } from '../../src/formats/monitoring.ja.ts';

const { labels: problems } = monitoringTexts;

describe('parseLabels', () => {
  it('takes names by the rule of Prometheus, and any text as value', () => {
    expect(parseLabels(['site=12', '_Desk9=東 "1" \\ a=b', 'c=x\ny'])).toEqual({
      ok: true,
      labels: [
        ['site', '12'],
        ['_Desk9', '東 "1" \\ a=b'],
        ['c', 'x\ny'],
      ],
    });
    expect(parseLabels([])).toEqual({ ok: true, labels: [] });
  });

  it.each<readonly [readonly string[], string]>([
    [['site'], problems.form('site')],
    [['=1'], problems.name('')],
    [['1a=1'], problems.name('1a')],
    [['a-b=1'], problems.name('a-b')],
    [['医院=1'], problems.name('医院')],
    [['a b=1'], problems.name('a b')],
    [['__name__=1'], problems.name('__name__')],
    [['a=1', 'b=2', 'a=3'], problems.twice('a')],
    [['a='], problems.value('a')],
    [['a=x\r'], problems.value('a')],
    [['a=\u0000'], problems.value('a')],
    ...ownLabels.map((name) => [[`${name}=1`], problems.reserved(name)] as const),
  ])('%j: cannot be used', (texts, problem) => {
    expect(parseLabels(texts)).toEqual({ ok: false, problem });
  });
});
