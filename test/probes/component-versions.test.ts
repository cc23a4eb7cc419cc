import { describe, expect, it } from 'vitest';
import type { History } from '../../src/domain/history.ts';
import { gatherWitnesses } from '../../src/probes/witnesses.ts';
import { componentVersions } from '../../src/probes/component-versions.ts';
import { readingsOf } from '../../src/domain/versions/component-status.ts';
import { connection, extension, noticeWith } from '../domain/notice/builders.ts';
import { fakeFault, fakeNow, fakePorts, healthyTerminal, type FakeTerminal, type Troubles } from '../fakes/ports.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { at, contextWith, judgedBy } from './probe-context.ts';

const face = 'C:\\Program Files\\OQS-Auth\\Version.info';
const link = 'C:\\Program Files\\OQS\\OQSComApp\\Version.info';
const recordPath = 'C:\\ProgramData\\record.csv';

function terminalWith(files: Readonly<Record<string, string | Uint8Array>>): Partial<FakeTerminal> {
  const entries = Object.entries(files).map(([path, content]) => [path, { content, modifiedAt: fakeNow }]);
  return { files: Object.fromEntries(entries) };
}

function judged(
  files: Readonly<Record<string, string | Uint8Array>>,
  history: Partial<History> = {},
  troubles: Troubles = {},
) {
  return judgedBy(
    componentVersions,
    { terminal: terminalWith(files), troubles },
    contextWith({ history: { recordPath, ...history } }),
  );
}

const record = (version: string, date = '2026/01/20 05:01:00') => `顔認証ライブラリ,${version},${date}\r\n`;

describe('component-versions', () => {
  it.each([
    { name: 'new by Version.info alone', files: { [face]: '5.1.0' }, status: 'ok' },
    { name: 'new by both', files: { [face]: '5.1.0', [recordPath]: record('5.1.0') }, status: 'ok' },
    { name: 'newer than required', files: { [face]: '5.10.0' }, status: 'ok' },
    { name: 'old', files: { [face]: '5.0.3' }, status: 'fail' },
    { name: 'in disagreement', files: { [face]: '5.0.3', [recordPath]: record('5.1.0') }, status: 'fail' },
    { name: 'without any file', files: {}, status: 'unknown' },
    { name: 'a Version.info without a version', files: { [face]: 'Version' }, status: 'unknown' },
    {
      name: 'a readable new witness beside an unreadable one',
      files: { [face]: 'Version', [recordPath]: record('5.1.0') },
      status: 'unknown',
    },
    {
      name: 'a readable old witness beside an unreadable one',
      files: { [face]: 'Version', [recordPath]: record('5.0.3') },
      status: 'fail',
    },
    ...['2026/01/21 05:01:00', '2026/01/21', '2027-01-20T05:01:00+09:00', '2026/01/20 08:16:00'].map((date) => ({
      name: `new by a row of a time that has not come (${date})`,
      files: { [recordPath]: record('5.1.0', date) },
      status: 'unknown',
    })),
    {
      name: 'new by such a row beside an older one',
      files: { [recordPath]: record('5.0.3', '2026/01/19 05:01:00') + record('5.1.0', '2027/01/20 05:01:00') },
      status: 'unknown',
    },
    {
      name: 'new by Version.info beside such a row',
      files: { [face]: '5.1.0', [recordPath]: record('5.1.0', '2027/01/20') },
      status: 'unknown',
    },
    {
      name: 'old by a row of a time that has not come',
      files: { [recordPath]: record('5.0.3', '2027/01/20') },
      status: 'fail',
    },
    {
      name: 'new by a row of a time that has not come, which says that it is installed',
      files: { [recordPath]: record('5.1.0', '2027/01/20,成功') },
      status: 'ok',
    },
    { name: 'new by a row of today', files: { [recordPath]: record('5.1.0', '2026/01/20') }, status: 'ok' },
    {
      name: 'new by a row of this minute',
      files: { [recordPath]: record('5.1.0', '2026/01/20 08:14:00') },
      status: 'ok',
    },
    { name: 'new by a row of UTC', files: { [recordPath]: record('5.1.0', '2026-01-19T23:01:00Z') }, status: 'ok' },
    { name: 'another component without a version', files: { [face]: '5.1.0', [link]: '?' }, status: 'ok' },
  ])('$name: $status', async ({ files, status }) => {
    expect((await judged(files)).status).toBe(status);
  });

  it('takes the clock of a row for that of Japan where the notice has a zone west of it', async () => {
    const context = contextWith({ notice: noticeWith({ timeZone: 'Asia/Shanghai' }), history: { recordPath } });
    const statusOf = async (date: string) =>
      (await judgedBy(componentVersions, { terminal: terminalWith({ [recordPath]: record('5.1.0', date) }) }, context))
        .status;
    expect(await statusOf('2026/01/20 08:09:00')).toBe('ok');
    expect(await statusOf('2026/01/20 08:16:00')).toBe('unknown');
  });

  it('says that the row is of a time that has not come', async () => {
    const context = contextWith({ history: { recordPath } });
    const ports = fakePorts({ terminal: terminalWith({ [recordPath]: record('5.1.0', '2027/01/20') }) });
    const gathered = await componentVersions.gather(ports, context, new AbortController().signal);
    if (!gathered.ok) throw new Error(gathered.fault.headline);
    expect(gathered.value.witnesses['face-library']?.[0]).toMatchObject({
      state: 'unreadable',
      raw: '顔認証ライブラリ,5.1.0,2027/01/20',
      version: null,
      fault: { headline: expect.stringContaining('いまより先') },
    });
  });

  it('tells old, disagreeing and unreadable apart in the guide', async () => {
    const old = await judged({ [face]: '5.0.3' });
    const disagreeing = await judged({ [face]: '5.0.3', [recordPath]: record('5.1.0') });
    expect(old.guideId).toBe('version-old');
    expect(disagreeing.guideId).toBe('version-disagree');
    expect(disagreeing.summary).toContain('5.0.3');
    expect(disagreeing.summary).toContain('5.1.0');
  });

  describe('another component', () => {
    const seen = (version: string, source: 'version-info' | 'delivery-record' = 'version-info') => ({
      at: fakeNow,
      component: 'link-app' as const,
      source,
      version,
    });

    it.each([
      { name: 'as last seen', versionsSeen: [seen('4.0.2')], status: 'ok' },
      { name: 'older than last seen', versionsSeen: [seen('4.0.3')], status: 'warn' },
      { name: 'newer than last seen', versionsSeen: [seen('4.0.1')], status: 'ok' },
      { name: 'once newer, last seen as now', versionsSeen: [seen('4.9.0'), seen('4.0.2')], status: 'ok' },
      { name: 'older than another source said', versionsSeen: [seen('4.9.0', 'delivery-record')], status: 'ok' },
    ])('$name: $status', async ({ versionsSeen, status }) => {
      expect((await judged({ [face]: '5.1.0', [link]: '4.0.2' }, { versionsSeen })).status).toBe(status);
    });

    it('does not outweigh what is said about the target', async () => {
      const versionsSeen = [seen('4.0.3')];
      expect((await judged({ [face]: '5.0.3', [link]: '4.0.2' }, { versionsSeen })).status).toBe('fail');
      expect((await judged({ [link]: '4.0.2' }, { versionsSeen })).status).toBe('unknown');
    });
  });

  it('reads no record over 8 MB, and says so for every component', async () => {
    const large = new Uint8Array(8 * 1024 * 1024 + 1).fill(0x20);
    const context = contextWith({ history: { recordPath } });
    const ports = fakePorts({ terminal: terminalWith({ [face]: '5.1.0', [recordPath]: large }) });
    const gathered = await componentVersions.gather(ports, context, new AbortController().signal);
    if (!gathered.ok) throw new Error(gathered.fault.headline);
    for (const witnesses of Object.values(gathered.value.witnesses)) {
      const [first] = witnesses;
      expect(first).toMatchObject({ source: 'delivery-record', state: 'unreadable', path: recordPath });
      expect(first?.fault?.headline).toContain(String(large.length));
    }
    expect(componentVersions.judge(gathered.value, context).status).toBe('unknown');
  });

  it('takes the configured record before the learned one, and gives no witness without a path', async () => {
    const settings = contextWith().settings;
    const configured = { ...settings, paths: { ...settings.paths, deliveryRecord: 'D:\\record.csv' } };
    const signal = new AbortController().signal;
    const paths = async (context: ReturnType<typeof contextWith>) => {
      const gathered = await componentVersions.gather(fakePorts(), context, signal);
      return gathered.ok ? (gathered.value.witnesses['face-library'] ?? []).map((witness) => witness.path) : [];
    };
    expect(await paths(contextWith({ settings: configured, history: { recordPath } }))).toEqual([
      'D:\\record.csv',
      face,
    ]);
    expect(await paths(contextWith({ history: { recordPath } }))).toEqual([recordPath, face]);
    expect(await paths(contextWith())).toEqual([face]);
  });

  it.each([
    ['no record is known of', {}, '5.1.0', 'unknown'],
    ['a record known otherwise says enough', { [recordPath]: record('5.1.0') }, '5.1.0', 'unknown'],
    ['a record known otherwise says too little', { [recordPath]: record('5.0.3') }, '5.1.0', 'disagree'],
    ['Version.info says too little', {}, '5.0.3', 'outdated'],
  ] as const)('is at best unknown beside settings that do not count: %s', async (_, files, installed, status) => {
    const settingsProblem = {
      file: 'settings',
      message: 'm',
      where: 'w',
      place: 'settings.json',
      remedy: 'r',
    } as const;
    const known = recordPath in files ? recordPath : null;
    const context = contextWith({ settingsProblem, history: { recordPath: known } });
    const ports = fakePorts({ terminal: terminalWith({ ...files, [face]: installed }) });
    const { witnesses } = await gatherWitnesses(ports, context, new AbortController().signal);
    const reading = readingsOf(witnesses, context).find(({ id }) => id === 'face-library');
    expect(reading?.status).toBe(status);
    expect(reading?.witnesses.map(({ source }) => source)).toEqual(['delivery-record', 'version-info']);
    const unread = reading?.witnesses.filter(({ state }) => state === 'unreadable') ?? [];
    expect(unread.length).toBe(status === 'disagree' ? 0 : 1);
    for (const { fault } of unread) expect(fault?.headline).toContain('settings.json');
  });

  it('gives the reader application no witness while its path is not configured', async () => {
    const gathered = await componentVersions.gather(fakePorts(), contextWith(), new AbortController().signal);
    expect(gathered).toMatchObject({ ok: true, value: { witnesses: { 'reader-app': [] } } });
  });

  it('takes the word of an operator who typed it after the boot, and not of an earlier one', async () => {
    const bootedAt = healthyTerminal.report.bootedAt ?? 0;
    const typedAt = (time: number) => ({
      operatorVersions: [{ at: time, component: 'face-library' as const, version: '5.1.0' }],
    });
    expect((await judged({ [face]: '5.0.3' }, typedAt(bootedAt + 1))).status).toBe('ok');
    expect((await judged({ [face]: '5.0.3' }, typedAt(bootedAt - 1))).status).toBe('fail');
  });

  it('asks for the machine only where an operator typed a version: a program that hangs costs the files nothing', async () => {
    const troubles: Troubles = { 'machine.report': 'deaf' };
    expect((await judged({ [face]: '5.1.0' }, {}, troubles)).status).toBe('ok');
  });

  it('tells a file that was not read in time from one that cannot be read', async () => {
    const ports = fakePorts({ troubles: { 'files.read': 'hang' } });
    const versionsSeen = [
      { at: fakeNow - 60_000, component: 'face-library', source: 'version-info', version: '5.1.0' },
    ] as const;
    const context = contextWith({ history: { recordPath, versionsSeen } });
    const gathered = await componentVersions.gather(ports, context, AbortSignal.timeout(20));
    if (!gathered.ok) throw new Error(gathered.fault.headline);
    const target = readingsOf(gathered.value.witnesses, context).find(({ id }) => id === 'face-library');
    expect(target).toMatchObject({
      status: 'unknown',
      installed: null,
      lastKnown: { version: '5.1.0', at: fakeNow - 60_000 },
      witnesses: [
        { source: 'delivery-record', state: 'timed-out', path: recordPath, fault: { code: 'timed-out' } },
        { source: 'version-info', state: 'timed-out', path: face, fault: { code: 'timed-out' } },
      ],
    });
    const judgement = componentVersions.judge(gathered.value, context);
    expect(judgement).toMatchObject({ status: 'unknown', guideId: 'version-not-read-in-time' });
    expect(judgement.summary).toContain('時間内に読み取れませんでした');
  });

  it.each([
    { beside: '5.0.3', status: 'outdated' },
    { beside: '5.1.0', status: 'unknown' },
  ])('a late record beside a Version.info of $beside: $status', async ({ beside, status }) => {
    const healthy = fakePorts({ terminal: terminalWith({ [face]: beside }) });
    const late = fakePorts({ troubles: { 'files.read': 'hang' } });
    const ports = {
      ...healthy,
      files: {
        ...healthy.files,
        read: (path: string, options: { readonly maxBytes: number; readonly signal: AbortSignal }) =>
          (path === recordPath ? late : healthy).files.read(path, options),
      },
    };
    const context = contextWith({ history: { recordPath } });
    const gathered = await componentVersions.gather(ports, context, AbortSignal.timeout(20));
    if (!gathered.ok) throw new Error(gathered.fault.headline);
    const target = readingsOf(gathered.value.witnesses, context).find(({ id }) => id === 'face-library');
    expect(target).toMatchObject({ status, installed: beside, lastKnown: null });
  });

  it('says why a file could not be read, and that it took too long where it was cut short', async () => {
    const denied = await judged({}, {}, { 'files.read': fakeFault() });
    expect(denied.status).toBe('unknown');
    expect(JSON.stringify(denied.evidence)).toContain('denied で読めません');
    const cutShort = await judged({}, {}, { 'files.read': fakeFault('cancelled') });
    expect(JSON.stringify(cutShort.evidence)).toContain('timed-out');
  });

  it('answers although the machine does not report', async () => {
    const without = await judged({ [face]: '5.1.0' }, {}, { 'machine.report': fakeFault() });
    expect(without.status).toBe('ok');
  });

  it('keeps lines of its evidence short', async () => {
    const { evidence } = await judged({ [face]: `x${'y'.repeat(5_000)}` });
    expect(JSON.stringify(evidence).length).toBeLessThan(3_000);
  });

  it('gives a reading of every component even without witnesses', () => {
    const readings = readingsOf(null, contextWith());
    expect(readings.map(({ status }) => status)).toEqual(['not-required', 'not-required', 'unknown', 'not-required']);
  });
});

describe('component-versions under a notice with several targets', () => {
  const ext = extension.versionInfo ?? '';
  const under = (files: Readonly<Record<string, string>>, history: Partial<History> = { recordPath }) =>
    judgedBy(componentVersions, { terminal: terminalWith(files) }, contextWith({ notice: connection, history }));

  it.each<[string, Readonly<Record<string, string>>, string, readonly string[]]>([
    [
      'both reached',
      { [link]: '4.1.0', [ext]: '2.0.0.0' },
      'ok',
      ['連携アプリケーションは 4.1.0 です', 'ブラウザ拡張機能は 2.0.0.0 です'],
    ],
    ['its own is old', { [link]: '4.1.0', [ext]: '1.9.0' }, 'fail', ['ブラウザ拡張機能は古いままです(1.9.0']],
    ['the other is old', { [link]: '4.0.2', [ext]: '2.0.0.0' }, 'fail', ['連携アプリケーションは古いままです(4.0.2']],
    ['its own cannot be read', { [link]: '4.1.0' }, 'unknown', ['ブラウザ拡張機能のバージョンを読み取れません']],
    [
      'its own by the name in the record',
      { [link]: '4.1.0', [recordPath]: '拡張プラグイン,2.0.0.0,2026/01/20 05:01:00\r\n' },
      'ok',
      ['ブラウザ拡張機能は 2.0.0.0 です'],
    ],
    [
      'its own in disagreement',
      { [link]: '4.1.0', [ext]: '1.9.0', [recordPath]: '拡張プラグイン,2.0.0.0,2026/01/20 05:01:00\r\n' },
      'fail',
      ['ブラウザ拡張機能のバージョンが食い違っています'],
    ],
  ])('%s', async (_, files, status, words) => {
    const { status: judgedAs, summary } = await under(files);
    expect(judgedAs).toBe(status);
    for (const each of words) expect(summary).toContain(each);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['both', { [link]: '4.0.2', [ext]: '1.9.0' }, '連携アプリケーション 4.1.0 と ブラウザ拡張機能 2.0.0.0 は'],
    ['the one that is not there yet', { [link]: '4.1.0', [ext]: '1.9.0' }, 'ブラウザ拡張機能 2.0.0.0 は'],
  ])('names in one sentence what comes with the first night: %s', async (_, files, names) => {
    const notice = { ...connection, delivery: builtInNotice().delivery };
    const context = contextWith({ notice, now: at('2026-01-18T18:00:00+09:00') });
    const { status, summary } = await judgedBy(componentVersions, { terminal: terminalWith(files) }, context);
    expect([status, summary]).toEqual(['warn', `予定どおりです。${names}、最初の配信の夜に届きます`]);
  });

  it('needs no name where the notice asks for one part alone', async () => {
    const context = contextWith({ now: at('2026-01-18T18:00:00+09:00') });
    const { summary } = await judgedBy(componentVersions, { terminal: terminalWith({ [face]: '5.0.3' }) }, context);
    expect(summary).toBe('予定どおりです。5.1.0 は、最初の配信の夜に届きます');
  });

  it('warns of the face library only where it has become older: it is not asked for', async () => {
    const seen = { at: fakeNow - 1, component: 'face-library', source: 'version-info' as const, version: '5.1.0' };
    const files = { [link]: '4.1.0', [ext]: '2.0.0.0', [face]: '5.0.3' };
    expect((await under(files, { recordPath })).status).toBe('ok');
    expect(await under(files, { recordPath, versionsSeen: [seen] })).toMatchObject({ status: 'warn' });
  });
});
