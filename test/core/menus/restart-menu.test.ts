import { describe, expect, it } from 'vitest';
import { restartRefusal } from '../../../src/core/menus/restart-menu.ts';
import type { Model, RestartJob } from '../../../src/core/model.ts';
import { idleDownload, idleRestart } from '../../../src/core/update/jobs.ts';
import { situations } from '../../../src/guide/situations.ts';
import { consoleTexts } from '../../../src/strings/console.ja.ts';
import { restartAnswerTexts, restartTexts } from '../../../src/strings/restart.ja.ts';
import { fakeFault } from '../../fakes/ports.ts';
import type { Start } from '../builders.ts';
import { faceLibrary, foreign, onScreen, opening, ready, row, rowIds } from '../builders.ts';

function during(phase: RestartJob['phase'], start: Start = {}, job: Partial<RestartJob> = {}): Model {
  return { ...onScreen(ready(start), 'restart'), restart: { ...idleRestart, phase, ...job } };
}

describe('the rows of the restart', () => {
  it.each([
    ['idle', ['restart', 'to-status']],
    ['asking', []],
    ['counting', ['cancel']],
    ['overdue', ['again', 'cancel', 'guide', 'to-status']],
    ['refused', ['guide', 'again', 'to-status']],
    ['failed', ['guide', 'again', 'to-status']],
  ] as const)('%s: %j', (phase, ids) => {
    expect(rowIds(during(phase))).toEqual(ids);
  });

  it.each([
    ['idle', 'restart'],
    ['counting', 'cancel'],
    ['overdue', 'again'],
  ] as const)('%s: %s stays in sight and says why it is blocked', (phase, id) => {
    expect(row(during(phase, { lock: foreign }), id).blocked).toBe(consoleTexts.locked(4711));
    expect(row(during(phase, { about: { readOnly: true } }), id).blocked).toBe(consoleTexts.readOnly);
    expect(row(during(phase), id).blocked).toBeNull();
  });

  it.each([
    ['the answer', { answer: 'denied' }, 'restart:denied', restartAnswerTexts.denied],
    ['nothing known', {}, 'restart:other', restartAnswerTexts.other],
    ['a fault without a page', { fault: fakeFault('crashed', '落ちました') }, 'restart:other', '落ちました'],
  ] as const)('lead to the page about %s', (_, job, situation, seen) => {
    expect(row(during('failed', {}, job), 'guide').intent).toEqual({
      type: 'open-guide',
      entryId: situations[situation],
      seen: [seen],
    });
  });

  it('lead to the page of the fault where it has one', () => {
    const fault = { ...fakeFault('denied'), guideId: 'restart-denied' };
    expect(row(during('failed', {}, { fault }), 'guide').intent).toMatchObject({ entryId: 'restart-denied' });
  });
});

describe('whether the terminal may be restarted', () => {
  it.each([
    ['nothing has been read', opening()],
    ['it is up to date', ready({ survey: { components: [faceLibrary('5.1.0')] } })],
    ['the tool waits to be pressed by hand', { ...ready(), download: { ...idleDownload, phase: 'by-hand' } }],
  ] as const)('yes: %s', (_, model) => {
    expect(restartRefusal(model)).toBeNull();
  });

  it('no: a download is running', () => {
    const model: Model = { ...ready(), download: { ...idleDownload, phase: 'running' } };
    expect(restartRefusal(model)).toBe(restartTexts.blockedByDownload);
  });
});
