import { describe, expect, it } from 'vitest';
import { lockLostTexts } from '../../src/actions/actions.ja.ts';
import { failed, ok } from '../../src/domain/fault.ts';
import { done } from '../fakes/done.ts';
import { fakeFault } from '../fakes/ports.ts';
import { bench } from './bench.ts';

const press = { action: 'press-download' } as const;

describe('the lock, where something is to be done', () => {
  it('is looked at first: where another console holds it now, nothing is done, and that is said', async () => {
    const { run, log, store, events } = await bench();
    store.acquired = ok({ held: false, ownerPid: 7 });
    const fault = {
      code: 'busy',
      headline: lockLostTexts.headline(7),
      tryNext: lockLostTexts.tryNext,
      guideId: 'console-in-use',
    } as const;
    expect(await run(press)).toEqual([
      { type: 'lock', lock: { held: false, ownerPid: 7 } },
      done(press, failed(fault)),
    ]);
    expect([log, events()]).toEqual([['said lock', 'said press-download done'], []]);
  });

  it('that cannot be seen leaves it undone as well', async () => {
    const { run, log, store } = await bench();
    store.acquired = failed(fakeFault('denied'));
    expect(await run(press)).toEqual([done(press, failed(fakeFault('denied')))]);
    expect(log).toEqual(['said press-download done']);
  });

  it('that is just being given up does not lose what was to be put on record before', async () => {
    const { run, store, events } = await bench();
    store.released = true;
    await run({ action: 'record', events: [{ event: 'support-called' }] });
    expect(events()).toEqual([{ event: 'support-called' }]);
  });

  it.each([{ action: 'cancel-restart' }, { action: 'open-tool' }] as const)(
    'keeps nobody from $action, whatever has become of the disk',
    async (request) => {
      const { run, store } = await bench();
      store.acquired = failed(fakeFault('timed-out'));
      const said = await run(request);
      expect(said.at(-1)).toMatchObject({ type: 'action-done', outcome: { ok: true } });
      expect(store.calls).not.toContain('holdLock');
    },
  );

  it('is not asked for by what changes nothing', async () => {
    const { run, store } = await bench();
    await run({ action: 'copy', label: '電話', text: '03' });
    expect(store.calls).not.toContain('holdLock');
    await run({ action: 'record', events: [] });
    expect(store.calls).toContain('holdLock');
  });
});
