import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/commands/options.ts';
import { stageText } from '../../src/commands/check-limit.ts';
import { runWatchedCheck } from '../../src/commands/watched-check.ts';
import { InputError } from '../../src/domain/fault.ts';
import type { WatchedRun } from '../../src/ports/node/watched-run.ts';
import { monitoringTexts } from '../../src/formats/monitoring.ja.ts';
import { checkNames } from '../../src/domain/names.ja.ts';
import { readExposition } from '../formats/exposition-reader.ts';

const { stages } = monitoringTexts;

/** What comes of a run that ends so: the exit code or the error, what was printed, and what was written. */
async function outcome(ended: WatchedRun, options: Options) {
  const printed: string[] = [];
  const written: string[] = [];
  const limits: number[] = [];
  const result = await runWatchedCheck(options, {
    print: (text) => {
      printed.push(text);
      return Promise.resolve();
    },
    warn: (text) => void printed.push(text),
    stopwatch: () => 0,
    realNow: () => 0,
    consoleVersion: '1.2.3',
    isSimulated: () => false,
    replace: (path, bytes) => {
      written.push(`${path}: ${new TextDecoder().decode(bytes)}`);
      return Promise.resolve({ type: 'written' });
    },
    watch: (limitMs) => {
      limits.push(limitMs);
      return Promise.resolve(ended);
    },
  }).catch((error: unknown) => error);
  return { result, printed, written, limits };
}

describe('a check that is watched', () => {
  it.each([0, 1, 2, 3])('hands on its line and exit code %i', async (exitCode) => {
    const line = 'OQS OK - x\n';
    const { result, printed } = await outcome({ type: 'ended', exitCode, stdout: line }, { nagios: true });
    expect({ result, printed }).toEqual({ result: exitCode, printed: [line] });
  });

  it.each([64, 70])('hands on %i where there is no plugin, and leaves the file to it', async (exitCode) => {
    const options = { prometheus: 'a.prom' };
    const { result, written } = await outcome({ type: 'ended', exitCode, stdout: '' }, options);
    expect({ result, written }).toEqual({ result: exitCode, written: [] });
  });

  it.each<WatchedRun>([
    { type: 'ended', exitCode: 1, stdout: '' },
    { type: 'ended', exitCode: 134, stdout: 'OQS' },
    { type: 'ended', exitCode: 64, stdout: 'x' },
    { type: 'crashed', how: 'SIGSEGV' },
  ])('is a bug where it ends as no check does: %j', async (ended) => {
    const { result, printed, written } = await outcome(ended, { nagios: true, prometheus: 'a.prom' });
    expect(result).toBeInstanceOf(Error);
    expect(result).not.toBeInstanceOf(InputError);
    expect(printed).toEqual([]);
    expect(readExposition(written.join('').replace('a.prom: ', ''))[0]).toMatchObject({
      name: 'oqs_check_success',
      samples: [{ value: 0 }],
    });
  });

  it('names the stage where its time is up', async () => {
    const lastReport = { stage: 'reading', outstanding: ['network', 'clock'] };
    const { result, written } = await outcome({ type: 'timed-out', lastReport }, { nagios: true, timeout: 7 });
    const stage = stages.reading([checkNames.network, checkNames.clock]);
    expect(result).toBeInstanceOf(InputError);
    expect(result).toMatchObject({ code: 'timed-out', message: monitoringTexts.timedOut(7, stage) });
    expect(written).toEqual([]);
  });

  it.each<readonly [Options, number]>([
    [{ nagios: true }, 10_000],
    [{ nagios: true, timeout: 3 }, 3_000],
    // The reading itself ends at 60 and 3 seconds, and hands over what it has.
    [{ prometheus: 'a.prom' }, 62_000],
    [{ prometheus: 'a.prom', timeout: 3 }, 5_000],
  ])('with %j may take %i ms', async (options, ms) => {
    const { limits } = await outcome({ type: 'ended', exitCode: 0, stdout: 'x' }, options);
    expect(limits).toEqual([ms]);
  });
});

describe('the stage in words', () => {
  it.each([
    [null, stages.starting],
    [{ stage: 'dreaming' }, stages.starting],
    [{ stage: 'opening' }, stages.opening],
    [{ stage: 'reading', outstanding: [] }, stages.deciding],
    [{ stage: 'reading', outstanding: ['session'] }, stages.reading([checkNames.session])],
    [{ stage: 'writing' }, stages.writing],
  ])('%j: %s', (reported, text) => {
    expect(stageText(reported)).toBe(text);
  });
});
