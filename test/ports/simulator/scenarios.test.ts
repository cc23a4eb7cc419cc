import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckId, CheckStatus, RuleId, StepId } from '../../../src/domain/facts.ts';
import { DEFAULT_SCENARIO, findScenario, listScenarios, readScenario } from '../../../src/ports/simulator/scenarios.ts';
import { SCENARIOS_DIR, refusalOf, scenarioFolder, temporaryFolder } from './harness.ts';
import { bundledPrograms, look, openTerminal } from './terminal-harness.ts';

const programFile = bundledPrograms();

/** Scenario → rule, step, and the checks that are not ok beside component-versions. */
const expected: Readonly<Record<string, readonly [RuleId, StepId, Readonly<Partial<Record<CheckId, CheckStatus>>>]>> = {
  'all-day-begun': ['9', 'download-now', { 'delivery-calendar': 'warn' }],
  'already-current': ['3', 'send-report', {}],
  'button-not-found': ['9', 'download-now', {}],
  'delivered-overnight': ['7', 'restart', {}],
  'delivery-task-missing': ['8', 'fix-first', { 'delivery-task': 'fail' }],
  'disagreeing-witnesses': ['4', 'restart', {}],
  'dns-edns-fault': ['8', 'fix-first', { network: 'fail' }],
  'downloaded-not-restarted': ['1', 'restart', {}],
  'error-then-success': ['9', 'download-now', {}],
  'evening-before': ['10', 'leave-on-overnight', {}],
  'excluded-night': ['9', 'download-now', { 'delivery-calendar': 'warn' }],
  'fast-startup-boot': ['7', 'restart', { 'restart-state': 'warn', 'power-settings': 'warn' }],
  'outdated-morning': ['9', 'download-now', {}],
  'record-path-unknown': ['5', 'check-by-hand', {}],
  'restart-denied': ['7', 'restart', {}],
  'tool-missing': ['8', 'fix-first', { 'management-tool': 'fail' }],
  'tool-never-answers': ['9', 'download-now', {}],
  'two-failed-cycles': ['6', 'call-support', {}],
  'unreadable-record': ['5', 'check-by-hand', {}],
};

describe('the built-in scenarios', () => {
  it('are all known here, and have Japanese titles', () => {
    const listed = listScenarios(SCENARIOS_DIR);
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(expected));
    for (const { title } of listed) expect(title).toMatch(/[ぁ-ん一-龠]/);
    expect(listed.map(({ name }) => name)).toContain(DEFAULT_SCENARIO);
  });

  it.each(Object.entries(expected))('%s leads to its step', async (name, [rule, step, notOk]) => {
    const terminal = await openTerminal(name, { programFile });
    const { decision, survey, journal } = await look(terminal);
    expect([decision.rule, decision.step]).toEqual([rule, step]);
    const found = survey.checks
      .filter(({ id, status }) => id !== 'component-versions' && status !== 'ok')
      .map(({ id, status }) => [id, status]);
    expect(Object.fromEntries(found)).toEqual(notOk);
    expect(['intact', 'absent']).toContain(journal.state);
  });
});

describe('finding a scenario', () => {
  it('takes a folder', () => {
    const own = scenarioFolder();
    expect(findScenario(own, SCENARIOS_DIR).folder).toBe(own);
  });

  it.each(['no-such-scenario', '', '/'])('refuses %j and lists the names', (wanted) => {
    const error = refusalOf(() => findScenario(wanted, SCENARIOS_DIR));
    expect(error.code).toBe('no-scenario');
    expect(error.remedy).toContain(DEFAULT_SCENARIO);
  });

  it.skipIf(process.platform === 'win32').each([
    ['a link to nothing', (path: string) => symlinkSync('nowhere', path), 'の先がないため'],
    ['a link to itself', (path: string) => symlinkSync(path, path), 'の先がないため'],
    [
      'a pipe for its scenario.json',
      (path: string) => {
        mkdirSync(path);
        execFileSync('mkfifo', [join(path, 'scenario.json')]);
      },
      'ファイルではありません',
    ],
  ])('does not say of one that it is not there where it is %s', (_name, put, says) => {
    const folder = join(temporaryFolder(), 'own');
    put(folder);
    const error = refusalOf(() => readScenario(findScenario(folder, SCENARIOS_DIR).folder));
    expect(error).toMatchObject({ code: 'bad-scenario', where: join(folder, 'scenario.json') });
    expect(error.message).toContain(says);
  });

  it('finds none in a file', () => {
    const file = join(scenarioFolder(), 'scenario.json');
    expect(refusalOf(() => findScenario(file, SCENARIOS_DIR)).code).toBe('no-scenario');
  });

  it('lists nothing in an empty folder', () => {
    expect(listScenarios(temporaryFolder())).toEqual([]);
  });
});
