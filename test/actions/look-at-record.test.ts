import { describe, expect, it } from 'vitest';
import { recordPathTexts } from '../../src/actions/actions.ja.ts';
import { fakeFault, type FakeOptions } from '../fakes/ports.ts';
import { done } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';
import { bench } from './bench.ts';

const PATH = 'C:\\配信実績.csv';

function terminalWith(content: string): FakeOptions {
  return { terminal: { files: { [PATH]: { content, modifiedAt: 0 } } } };
}

async function look(options: Parameters<typeof bench>[0], signal?: AbortSignal) {
  const at = await bench(options);
  const messages = await at.run({ action: 'look-at-record', path: PATH }, signal);
  expect(at.events()).toEqual([]);
  return messages;
}

describe('looking at what is said to be the delivery record', () => {
  it('tells the versions that it names, and keeps nothing', async () => {
    expect(await look(terminalWith('顔認証ライブラリ,5.1.0\r\n連携アプリケーション,4.0.2\r\n'))).toEqual([
      done(
        { action: 'look-at-record', path: PATH },
        ok({ 'distribution-app': null, 'link-app': '4.0.2', 'face-library': '5.1.0', 'reader-app': null }),
      ),
    ]);
  });

  it('tells the versions of the components that the notice brings', async () => {
    const own = [
      { id: 'browser-extension', name: 'ブラウザ拡張機能', versionInfo: null, recordNames: ['拡張プラグイン'] },
    ];
    const [message] = await look({ ...terminalWith('顔認証ライブラリ,5.1.0\r\n拡張プラグイン,2.0.0\r\n'), own });
    expect(message).toMatchObject({
      outcome: { value: { 'link-app': null, 'face-library': '5.1.0', 'browser-extension': '2.0.0' } },
    });
  });

  it('tells that a file is no such record', async () => {
    const [message] = await look(terminalWith('買い物: 牛乳'));
    expect(message).toMatchObject({ outcome: { ok: true, value: { 'face-library': null, 'link-app': null } } });
  });

  it('tells why a file cannot be read', async () => {
    expect(await look({})).toMatchObject([{ outcome: { ok: false, fault: { code: 'absent' } } }]);
    const denied = fakeFault('denied');
    expect(await look({ troubles: { 'files.read': denied } })).toMatchObject([{ outcome: failed(denied) }]);
  });

  it('waits no longer than one check may take', async () => {
    const at = await bench({ troubles: { 'files.read': 'hang' }, limits: { checkTimeoutSeconds: 0.05 } });
    expect(await at.run({ action: 'look-at-record', path: PATH })).toMatchObject([
      { outcome: { ok: false, fault: { code: 'timed-out', headline: recordPathTexts.noAnswer } } },
    ]);
  });

  it('ends with the console', async () => {
    const leaving = AbortSignal.abort();
    expect(await look({ troubles: { 'files.read': 'hang' } }, leaving)).toMatchObject([
      { outcome: { fault: { code: 'cancelled' } } },
    ]);
  });
});
