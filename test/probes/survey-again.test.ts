import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/schema.ts';
import { readVersionsAgain, takeSurvey } from '../../src/probes/survey.ts';
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

describe('the second try', () => {
  it('brings versions that were not read in time, and leaves the rest as it was', async () => {
    const first = await takeSurvey(slow, context, patient);
    const again = await readVersionsAgain(quick, context, patient, first);
    expect(again.components.find(({ id }) => id === 'face-library')).toMatchObject({
      status: 'ok',
      installed: '5.1.0',
    });
    expect(again.checks.map(({ id }) => id)).toEqual(first.checks.map(({ id }) => id));
    expect(again.checks[0]).toMatchObject({ id: 'component-versions', status: 'ok' });
    expect(again.checks.slice(1)).toEqual(first.checks.slice(1));
    expect(again.boot).toEqual(first.boot);
  });

  it('is not made where they were read, nor where there is no time', async () => {
    const read = await takeSurvey(quick, context, patient);
    expect(await readVersionsAgain(slow, context, patient, read)).toBe(read);
    const late = await takeSurvey(slow, context, patient);
    expect(await readVersionsAgain(quick, context, AbortSignal.abort(), late)).toBe(late);
  });

  it('leaves the survey as it was where it is cut short', async () => {
    const late = await takeSurvey(slow, context, patient);
    const deaf = fakePorts({ terminal, troubles: { 'files.read': 'deaf' } });
    expect(await readVersionsAgain(deaf, context, AbortSignal.timeout(5), late)).toBe(late);
  });
});
