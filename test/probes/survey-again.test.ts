import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Survey } from '../../src/domain/facts.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { createSurveyor, readVersionsAgain, type Surveyor } from '../../src/probes/survey.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakeNow, fakePorts } from '../fakes/ports.ts';

const patient = new AbortController().signal;
const settings = defaultSettings();
const context = {
  notice: builtInNotice(),
  settings: { ...settings, limits: { ...settings.limits, checkTimeoutSeconds: 0.02 } },
  history: emptyHistory,
};
const face = settings.paths.versionInfo['face-library'] ?? '';
const terminal = { files: { [face]: { content: '5.1.0', modifiedAt: fakeNow } } };
const slow = fakePorts({ terminal, troubles: { 'files.read': 'hang' } });
const quick = fakePorts({ terminal });

/** A surveyor of a terminal that is first read with some ports, then with others. */
async function readOnce(before: Ports, after: Ports): Promise<{ surveyor: Surveyor; first: Survey }> {
  let now = before;
  const ports: Ports = {
    ...before,
    files: { ...before.files, read: (path, options) => now.files.read(path, options) },
    forCheck: () => ports,
  };
  const surveyor = createSurveyor(ports);
  const first = await surveyor.read(context, patient);
  now = after;
  return { surveyor, first };
}

describe('the second try', () => {
  it('brings versions that were not read in time, and leaves the rest as it was', async () => {
    const { surveyor, first } = await readOnce(slow, quick);
    const again = await readVersionsAgain(surveyor, context, patient, first);
    expect(again.components.find(({ id }) => id === 'face-library')).toMatchObject({
      status: 'ok',
      installed: '5.1.0',
    });
    expect(again.checks.map(({ id }) => id)).toEqual(first.checks.map(({ id }) => id));
    expect(again.checks[0]).toMatchObject({ id: 'component-versions', status: 'ok' });
    expect(again.checks.slice(2)).toEqual(first.checks.slice(2));
    expect(again.boot).toEqual(first.boot);
  });

  it('is not made where they were read, nor where there is no time', async () => {
    const read = await readOnce(quick, slow);
    expect(await readVersionsAgain(read.surveyor, context, patient, read.first)).toBe(read.first);
    const late = await readOnce(slow, quick);
    expect(await readVersionsAgain(late.surveyor, context, AbortSignal.abort(), late.first)).toBe(late.first);
  });

  it('leaves the survey as it was where it is cut short', async () => {
    const { surveyor, first } = await readOnce(slow, fakePorts({ terminal, troubles: { 'files.read': 'deaf' } }));
    expect(await readVersionsAgain(surveyor, context, AbortSignal.timeout(5), first)).toBe(first);
  });
});
