import { describe, expect, it } from 'vitest';
import type { ComponentReading } from '../../../src/domain/facts.ts';
import type { Press } from '../../../src/domain/history.ts';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import { decide } from '../../../src/domain/procedure/decide.ts';
import type { RuleFacts } from '../../../src/domain/procedure/situation.ts';
import { receptionText } from '../../../src/domain/procedure/steps.ja.ts';
import { exitCodes } from '../../../src/formats/answer.ts';
import { connection, january, replacement } from '../notice/builders.ts';
import {
  asTarget,
  at,
  disagree,
  facts,
  failing,
  history,
  ok,
  outdated,
  press,
  request,
  sent,
  steps,
  timedOut,
  unknown,
  witness,
} from './builders.ts';

type Changes = Partial<Omit<RuleFacts, 'notice' | 'targets'>>;

/** Facts under a notice, with a reading for each of its targets; one reading alone is that of all. */
function under(notice: Notice, readings: readonly ComponentReading[], changes: Changes = {}): RuleFacts {
  const targets = notice.targets.map((_, place) =>
    asTarget(notice, place, readings[place] ?? readings[0] ?? unknown()),
  );
  return { ...facts(changes), notice, targets };
}

const saidOf = (given: RuleFacts) => {
  const { rule, step, verdict } = decide(given);
  return `${rule} ${step} ${String(exitCodes[verdict])}`;
};
const pressed = (...presses: readonly Press[]): Changes => ({ history: history({ presses }) });

describe('several targets', () => {
  const [link, extension] = ['連携アプリケーション', 'ブラウザ拡張機能'];
  /** The worst first. The witnesses have changed before the boot: no restart settles what they say. */
  const readings = {
    outdated: outdated('1.0.0'),
    disagree: disagree('20 08:00', '20 08:00'),
    unknown: unknown(),
    ok: ok(),
  };
  const order = ['outdated', 'disagree', 'unknown', 'ok'] as const;
  const says = {
    outdated: '9 download-now 1',
    disagree: '5 check-by-hand 3',
    unknown: '5 check-by-hand 3',
    ok: '2 all-done 0',
  };
  const pairs = order.flatMap((first) => order.map((second) => [first, second] as const));

  it.each(pairs)('%s and %s: the worse decides, and the reason names all that are as bad', (first, second) => {
    const worst = order[Math.min(order.indexOf(first), order.indexOf(second))] ?? 'ok';
    const given = under(connection, [readings[first], readings[second]]);
    expect(saidOf(given)).toBe(says[worst]);
    const { reason } = decide(given);
    expect([reason.includes(link), reason.includes(extension)]).toEqual([first === worst, second === worst]);
  });

  it('that are old are told each with its versions', () => {
    const { reason } = decide(under(connection, [outdated('4.0.2'), outdated('1.9.0')]));
    expect(reason).toContain(
      '連携アプリケーションは 4.0.2 で、必要な 4.1.0 より古いままです。' +
        'ブラウザ拡張機能は 1.9.0 で、必要な 2.0.0.0 より古いままです。',
    );
  });

  it('that disagree are told each with its answers', () => {
    const { reason } = decide(under(connection, [readings.disagree]));
    expect(reason).toContain('連携アプリケーションとブラウザ拡張機能のバージョンが食い違っています');
    expect(reason).toContain('連携アプリケーションの配信実績 5.1.0、連携アプリケーションのVersion.info 5.0.3');
    expect(reason).toContain('ブラウザ拡張機能の配信実績 5.1.0');
    const one = decide(under(connection, [readings.disagree, ok()])).reason;
    expect(one).toContain('連携アプリケーションのバージョンが食い違っています(配信実績 5.1.0、Version.info 5.0.3)');
  });

  it.each<[string, readonly ComponentReading[], string]>([
    ['one is late, the other reached', [ok(), timedOut()], '5a read-again 3'],
    ['one is late, the other cannot be read', [timedOut(), unknown()], '5a read-again 3'],
    ['one is late, the other disagrees', [timedOut(), readings.disagree], '5 check-by-hand 3'],
    ['one is late, the other is old', [outdated(), timedOut()], '9 download-now 1'],
  ])('%s', (_, given, expected) => {
    expect(saidOf(under(connection, given))).toBe(expected);
  });

  it('of which one is late name that one, with what was known of it', () => {
    const known = { version: '1.9.0', at: at('19 08:00') };
    const { reason } = decide(under(connection, [ok(), timedOut(known)]));
    expect(reason).toMatch(/^ブラウザ拡張機能のバージョンを時間内に読み取れませんでした/);
    expect(reason).toContain('前回の記録は 1.9.0(1/19(月) 08:00)');
    expect(reason).not.toContain(link);
  });

  it('have one restart for all: it may settle each that disagrees', () => {
    const changed = [disagree('20 08:00', '20 08:00'), disagree('20 08:05', null)];
    expect(saidOf(under(connection, changed))).toBe('4 restart 1');
    const asked = { history: history({ restartRequests: [request('20 08:07')] }) };
    expect(saidOf(under(connection, changed, asked))).toBe('4 restart 1');
    const seen = ['link-app', 'browser-extension'].flatMap((component) =>
      [['delivery-record', '5.1.0'] as const, ['version-info', '5.0.3'] as const].map(([source, version]) => ({
        at: at('20 08:06'),
        component,
        source,
        version,
      })),
    );
    const all = { history: history({ versionsSeen: seen, restartRequests: [request('20 08:07')] }) };
    expect(saidOf(under(connection, changed, all))).toBe('5 check-by-hand 3');
    // What the operator read of one that is reached, after the boot, is no change that a restart settles.
    const typed = {
      ...ok(),
      witnesses: [{ ...witness('delivery-record', '5.1.0', '20 08:09'), source: 'operator' as const }],
    };
    expect(saidOf(under(connection, [typed, disagree('20 08:00', '20 08:00')]))).toBe('5 check-by-hand 3');
    const but = { history: history({ versionsSeen: seen.slice(1), restartRequests: [request('20 08:07')] }) };
    expect(saidOf(under(connection, changed, but))).toBe('4 restart 1');
  });
});

describe('without delivery', () => {
  const old = (changes: Changes = {}) => under(connection, [outdated('1.0.0')], changes);

  it.each<[string, RuleFacts, string]>([
    ['it can be pressed on any day', old({ now: at('01 12:00'), bootedAt: at('01 08:00') }), '9 download-now 1'],
    ['no night asks for a restart', old({ bootedAt: at('10 08:00') }), '9 download-now 1'],
    ['nor where the boot is not known', old({ bootedAt: null }), '9 download-now 1'],
    ['a press asks for one', old(pressed(press('20 08:05'))), '1 restart 1'],
    ['the tool must be there at once', old({ checks: failing('management-tool') }), '8 fix-first 1'],
    [
      'two cycles are enough, whenever they were',
      old({ history: history({ presses: [press('02 08:00'), press('03 08:00')], fullBoots: [at('02 08:05')] }) }),
      '6 call-support 2',
    ],
    [
      'they count from the last call',
      old({
        history: history({
          presses: [press('02 08:00'), press('03 08:00')],
          fullBoots: [at('02 08:05')],
          supportCalls: [{ at: at('02 12:00') }],
        }),
      }),
      '9 download-now 1',
    ],
    ['reached is done', under(connection, [ok()]), '2 all-done 0'],
  ])('%s', (_, given, expected) => {
    expect(saidOf(given)).toBe(expected);
  });

  it('no night is offered, in hours of reception either', () => {
    const decision = decide(old({ now: at('20 10:00') }));
    expect(decision).toMatchObject({ step: 'download-now', night: null, alternative: null });
    expect(decision.reason).not.toContain('夜');
    expect(decision.reason).toContain(receptionText);
  });
});

describe('by hand', () => {
  const restarting: Notice = { ...replacement, restart: true };
  const old = (changes: Changes = {}, notice: Notice = restarting) => under(notice, [outdated('1.0.0')], changes);

  it.each<[string, RuleFacts, string]>([
    ['the steps come first', old(), '9 by-hand-steps 1'],
    ['whatever the hour', old({ now: at('20 21:00') }), '9 by-hand-steps 1'],
    ['done, they ask for the restart', old(pressed(steps('20 08:05'))), '1 restart 1'],
    ['also where the version is there', under(restarting, [ok()], pressed(steps('20 08:05'))), '1 restart 1'],
    ['in the future, the clock comes first', old(pressed(steps('20 08:30'))), '1 fix-first 1'],
    ['after the restart they are to be done again', old(pressed(steps('20 08:01'))), '9 by-hand-steps 1'],
    [
      'twice, each with its restart, is enough',
      old({ history: history({ presses: [steps('02 08:00'), steps('03 08:00')], fullBoots: [at('02 08:05')] }) }),
      '6 call-support 2',
    ],
    ['reached is done', under(restarting, [ok()], pressed(steps('20 08:01'))), '2 all-done 0'],
    ['the versions that disagree may be settled', under(restarting, [disagree('20 08:05', null)]), '4 restart 1'],
  ])('%s', (_, given, expected) => {
    expect(saidOf(given)).toBe(expected);
  });

  it.each(['clock', 'disk-space'] as const)('%s stands in the way', (check) => {
    expect(decide(old({ checks: failing(check, 'network') }))).toMatchObject({ rule: '8', step: 'fix-first', check });
  });

  it('what only the tool needs does not', () => {
    const checks = failing('delivery-task', 'network', 'management-tool');
    expect(saidOf(old({ checks }))).toBe('9 by-hand-steps 1');
    expect(saidOf(old({ checks }, replacement))).toBe('9 by-hand-steps 1');
  });

  it.each<[string, RuleFacts, string]>([
    ['the steps are next', old(), 'お知らせの手順を、上から順に行ってください。'],
    ['they wait for the restart', old(pressed(steps('20 08:05'))), '1/20(火) 08:05 にお知らせの手順を行いましたが'],
    ['they lie in the future', old(pressed(steps('20 08:30'))), 'お知らせの手順を行った記録の時刻(1/20(火) 08:30)'],
    [
      'they were done twice',
      old({ history: history({ presses: [steps('02 08:00'), steps('03 08:00')], fullBoots: [at('02 08:05')] }) }),
      'お知らせの手順を2回くり返しましたが',
    ],
  ])('%s, in words of their own', (_, given, words) => {
    const { reason } = decide(given);
    expect(reason).toContain(words);
    expect(reason).not.toMatch(/ダウンロード|ツール|夜/);
  });
});

describe('where no restart completes it', () => {
  const byTool: Notice = { ...connection, restart: false };
  const atNight: Notice = { ...january, restart: false };
  const twice = pressed(press('20 08:01'), press('20 08:06'));

  it.each<[string, RuleFacts, string]>([
    ['a press waits for none', under(byTool, [outdated()], pressed(press('20 08:05'))), '9 download-now 1'],
    ['nor do the steps', under(replacement, [outdated('1.0.0')], pressed(steps('20 08:05'))), '9 by-hand-steps 1'],
    ['nor a press in the future', under(byTool, [outdated()], pressed(press('20 09:00'))), '9 download-now 1'],
    ['reached after a press is done', under(byTool, [ok()], pressed(press('20 08:05'))), '2 all-done 0'],
    ['none may settle what disagrees', under(byTool, [disagree('20 08:05', '20 08:05')]), '5 check-by-hand 3'],
    ['a night asks for none', under(atNight, [outdated()], { bootedAt: at('10 08:00') }), '9 download-now 1'],
    ['two presses and a reading after them are enough', under(byTool, [outdated()], twice), '6 call-support 2'],
    [
      'two are not while nothing was read after the second',
      under(byTool, [outdated()], { ...twice, readAt: at('20 08:05') }),
      '9 download-now 1',
    ],
    [
      'a press after the call counts anew',
      under(byTool, [outdated()], { history: history({ ...twice.history, supportCalls: [{ at: at('20 08:03') }] }) }),
      '9 download-now 1',
    ],
    [
      'the steps, done twice, are enough too',
      under(replacement, [outdated('1.0.0')], pressed(steps('20 08:01'), steps('20 08:06'))),
      '6 call-support 2',
    ],
  ])('%s', (_, given, expected) => {
    expect(saidOf(given)).toBe(expected);
  });

  it('a tool that asks for one is not passed over while the step goes on', () => {
    const asked = pressed(press('20 08:05'));
    const said = '1/20(火) 08:05 の「今すぐダウンロード」で、ツールが再起動を求めました。';
    expect(decide(under(byTool, [outdated()], asked)).reason).toContain(said);
    expect(decide(under(byTool, [unknown()], asked)).reason).toContain(said);
    const later = pressed(press('20 08:05'), press('20 08:07', 'already-latest'));
    expect(decide(under(byTool, [outdated()], { ...later, readAt: at('20 08:06') })).reason).toContain(said);
    const silent = [
      under(byTool, [outdated()], { ...asked, bootedAt: at('20 08:07') }),
      under(byTool, [outdated()], pressed(press('20 08:05', 'error'))),
      under(byTool, [ok()], asked),
      under({ ...byTool, restart: true }, [outdated()], asked),
    ];
    for (const each of silent) expect(decide(each).reason).not.toContain('ツールが再起動を求めました');
  });

  it('the restart that the tool asked for comes before the step, and before the call, and contradicts neither', () => {
    const [first, asked] = [press('20 08:04', 'error'), press('20 08:05')];
    const before = decide(under(byTool, [outdated()], pressed(asked)));
    expect(before.reason).toMatch(/まず端末を再起動し、それでも変わらなければ、「次にすること」を行ってください。$/);
    const tried = under(byTool, [outdated()], pressed(first, asked));
    const { verdict, step, reason } = decide(tried);
    expect([verdict, step]).toEqual(['failed', 'call-support']);
    expect(reason).toMatch(/まず端末を再起動し、それでも変わらなければ、[^。]+に電話してください。$/);
    expect(reason).not.toContain('端末の操作だけでは');
    const restarted = decide({ ...tried, bootedAt: at('20 08:07') });
    expect(restarted).toMatchObject({ verdict: 'failed', step: 'call-support' });
    expect(restarted.reason).toMatch(/この端末の操作だけでは進みません。[^。]+に電話してください。$/);
    expect(restarted.reason).not.toContain('再起動');
  });

  it('nothing is said of one, in hours of reception either', () => {
    const now = at('20 10:00');
    const given = [
      under(byTool, [outdated()], { now }),
      under(byTool, [outdated()], { ...pressed(press('20 08:01', 'error'), press('20 08:06', 'error')), now }),
      under(byTool, [unknown()], { now }),
      under(replacement, [outdated('1.0.0')], { now }),
      under(atNight, [outdated()], { now }),
    ];
    for (const each of given) expect(decide(each).reason).not.toContain('再起動');
  });
});

describe('the report', () => {
  const numbered = (number: string | null, fixed = true): Notice => {
    const fields = january.report.fields.filter(({ kind }) => fixed || kind !== 'fixed');
    return { ...january, report: { ...january.report, number, fields } };
  };
  const reported = (number: string | null): Changes => ({
    history: history({ reportsSent: [sent('20 08:05', number)] }),
  });

  it('is not asked for where the notice has none', () => {
    const decision = decide(under({ ...january, report: null }, [ok()]));
    expect(decision).toMatchObject({ rule: '2', step: 'all-done', verdict: 'current' });
    expect(decision.reason).toContain('このお知らせに完了報告はありません。');
  });

  it.each<[string, string | null, string | null, boolean]>([
    ['its own number', 'A-12', 'A-12', true],
    ['another number', 'A-12', '150', false],
    ['none, where there is one', 'A-12', null, false],
    ['none, as the notice has none', null, null, true],
    ['any number, as the notice has none', null, '149', true],
  ])('with %s: %j, sent as %j', (_, number, sentAs, counts) => {
    const expected = counts ? '2 all-done 0' : '3 send-report 0';
    expect(saidOf(under(numbered(number, number !== null), [ok()], reported(sentAs)))).toBe(expected);
    expect(saidOf(under(numbered(number, number !== null), [ok()]))).toBe('3 send-report 0');
  });

  it.each<[Notice, string]>([
    [numbered('A-12'), '完了報告(識別番号 A-12)を送った記録がまだありません。'],
    [numbered('A-12', false), '完了報告(A-12)を送った記録がまだありません。'],
    [numbered(null, false), '完了報告を送った記録がまだありません。'],
  ])('is named by its number where it has one', (notice, words) => {
    expect(decide(under(notice, [ok()])).reason).toContain(words);
  });
});
