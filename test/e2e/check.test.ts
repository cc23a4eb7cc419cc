import { appendFileSync, cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkIds } from '../../src/domain/facts.ts';
import type { Answer } from '../../src/formats/answer-schema.ts';
import { chain, fileOf, headOf } from '../journal/build.ts';
import { run, temporaryFolder, writeScenario } from './built.ts';
import { answerOf, SETTINGS, times } from './prepared.ts';

const RECORD = 'C:\\ProgramData\\Clinic\\record.txt';
const settings = JSON.stringify({ paths: { deliveryRecord: RECORD } });
const VERSION_INFO = 'Program Files/OQS-Auth/Version.info';

/** 「顔認証ライブラリ,5.1.0」 with its header and a line end, as CP932 writes them. */
const cp932Record = Buffer.concat([
  Buffer.from([0x96, 0xbc, 0x8f, 0xcc, 0x2c, 0x83, 0x6f, 0x81, 0x5b, 0x83, 0x57, 0x83, 0x87, 0x83, 0x93, 0x0d, 0x0a]),
  Buffer.from([0x8a, 0xe7, 0x94, 0x46, 0x8f, 0xd8, 0x83, 0x89, 0x83, 0x43, 0x83, 0x75, 0x83, 0x89, 0x83, 0x8a]),
  Buffer.from(',5.1.0\r\n', 'latin1'),
]);

const SCENARIOS = join(import.meta.dirname, '../../scenarios');
const kinds = ['hang', 'crash', 'deny', 'garbage'] as const;
const current = { 'distribution-app': '2.1.0', 'link-app': '4.0.2', 'face-library': '5.1.0' };
/** So that what hangs does not hold up the test. */
const impatient = JSON.stringify({ limits: { checkTimeoutSeconds: 2 } });

/** The checks that are not ok. */
function statuses(answer: Answer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    answer.checks.filter((check) => check.status !== 'ok').map((check) => [check.id, check.status]),
  );
}

function target(answer: Answer) {
  const found = answer.components.find((component) => component.id === 'face-library');
  if (!found) throw new Error('no face-library');
  return found;
}

describe('check on a prepared folder with nothing but times in its scenario', () => {
  it('reads the versions from the bytes in files/', async () => {
    using folder = temporaryFolder();
    writeScenario(folder.path, times, {
      [VERSION_INFO]: Buffer.from('\uFEFFVer.５．１．０\r\n', 'utf16le'),
      'ProgramData/Clinic/record.txt': cp932Record,
      [SETTINGS]: settings,
    });
    const { answer, exitCode } = await answerOf(folder.path);
    expect(exitCode).toBe(0);
    expect(target(answer).status).toBe('ok');
    expect(target(answer).witnesses.map(({ source, version, path }) => ({ source, version, path }))).toEqual(
      expect.arrayContaining([
        { source: 'version-info', version: '5.1.0', path: 'C:\\Program Files\\OQS-Auth\\Version.info' },
        { source: 'delivery-record', version: '5.1.0', path: RECORD },
      ]),
    );
  });

  it('calls an older byte outdated, and an unreadable one unknown', async () => {
    using folder = temporaryFolder();
    const older = writeScenario(join(folder.path, 'older'), times, { [VERSION_INFO]: '5.0.9' });
    expect(target((await answerOf(older)).answer)).toMatchObject({ status: 'outdated', installed: '5.0.3' });
    const garbled = writeScenario(join(folder.path, 'garbled'), times, {
      [VERSION_INFO]: '5.1.0',
      'ProgramData/Clinic/record.txt': 'nothing to read here',
      [SETTINGS]: settings,
    });
    const { answer, exitCode } = await answerOf(garbled);
    expect(target(answer).status).toBe('unknown');
    expect(exitCode).toBe(3);
  });

  it('does not read a record over 8 MB, and names its size and path', async () => {
    using folder = temporaryFolder();
    writeScenario(folder.path, times, {
      [VERSION_INFO]: '5.1.0',
      'ProgramData/Clinic/record.txt': Buffer.alloc(8 * 1024 * 1024 + 1, 0x20),
      [SETTINGS]: settings,
    });
    const { answer } = await answerOf(folder.path);
    expect(target(answer).status).toBe('unknown');
    const said = JSON.stringify(answer.checks.find((check) => check.id === 'component-versions'));
    expect(said).toContain(RECORD.replaceAll('\\', '\\\\'));
    expect(said).toMatch(/8(\.\d)? ?MB/);
  });
});

describe('check', () => {
  it('writes nothing: neither to the folder that it was given, nor a journal or a lock', async () => {
    using folder = temporaryFolder();
    const scenario = writeScenario(join(folder.path, 'scenario'), times);
    const workdir = join(folder.path, 'work');
    await run('check', '--simulate', scenario, '--workdir', workdir);
    expect(readdirSync(scenario)).toEqual(['scenario.json']);
    expect(readdirSync(join(workdir, 'files/ProgramData/oqs-console'))).toEqual(['settings.json']);
  });

  it('says that the last line of the journal is not sealed yet', async () => {
    using folder = temporaryFolder();
    const lines = chain(3);
    const said = async (sealed: number): Promise<string> => {
      const scenario = writeScenario(join(folder.path, String(sealed)), times, {
        'ProgramData/oqs-console/journal.jsonl': fileOf(lines),
        'ProgramData/oqs-console/journal.head': headOf(lines, sealed),
      });
      return (await run('check', '--simulate', scenario)).stdout;
    };
    expect(await said(2)).toContain('封(journal.head)が一行遅れています。');
    expect(await said(3)).not.toContain('一行遅れています');
  });

  it('is what the plain program does where there is no terminal', async () => {
    const plain = await run('--simulate', 'already-current');
    const asked = await run('check', '--simulate', 'already-current');
    expect(plain).toEqual(asked);
    expect(plain.stdout).not.toContain('\u001B');
    expect(plain.exitCode).toBe(0);
  });

  it('lets one hanging check be unknown, and answers the others', async () => {
    using folder = temporaryFolder();
    writeScenario(folder.path, { ...times, faults: { 'probe:network': 'hang' } });
    const { answer, exitCode } = await answerOf(folder.path, '--timeout', '3');
    expect(answer.checks).toHaveLength(checkIds.length);
    expect(statuses(answer)).toEqual({ 'component-versions': 'fail', network: 'unknown' });
    expect(exitCode).toBe(1);
  });

  it.each(kinds)('never calls a check ok that can only %s', async (kind) => {
    using folder = temporaryFolder();
    const faults = Object.fromEntries(checkIds.map((id) => [`probe:${id}`, kind]));
    writeScenario(folder.path, { ...times, versionInfo: current, faults }, { [SETTINGS]: impatient });
    const { answer } = await answerOf(folder.path);
    expect(statuses(answer)).toEqual(Object.fromEntries(checkIds.map((id) => [id, 'unknown'])));
    expect(answer.verdict).not.toBe('current');
  });

  /** Each program fails in each way once. */
  it.each([
    { registry: 'hang', tasks: 'crash', power: 'deny', system: 'garbage' },
    { registry: 'crash', tasks: 'deny', power: 'garbage', system: 'hang' },
    { registry: 'deny', tasks: 'garbage', power: 'hang', system: 'crash' },
    { registry: 'garbage', tasks: 'hang', power: 'crash', system: 'deny' },
  ])(
    'never calls a check ok whose program fails: registry $registry, tasks $tasks, power $power, PowerShell $system',
    async (programs) => {
      using folder = temporaryFolder();
      const faults = Object.fromEntries(
        Object.entries(programs).map(([program, kind]) => [`command:${program}`, kind]),
      );
      writeScenario(folder.path, { ...times, versionInfo: current, faults }, { [SETTINGS]: impatient });
      const { answer } = await answerOf(folder.path);
      expect(statuses(answer)).toMatchObject({
        'restart-state': 'unknown',
        'delivery-task': 'unknown',
        'power-settings': 'unknown',
        'management-tool': 'unknown',
        session: 'unknown',
      });
    },
  );

  it('offers the night beside the download while patients are received', async () => {
    using folder = temporaryFolder();
    writeScenario(folder.path, { ...times, now: '2026-01-21T10:00:00+09:00' });
    const { answer } = await answerOf(folder.path);
    expect(answer.nextStep).toMatchObject({
      id: 'download-now',
      alternative: 'leave-on-overnight',
      night: null,
    });
    expect(answer.delivery.nextNight).toBe('2026-01-21');
  });

  it('calls a journal torn whose last line broke off', async () => {
    using folder = temporaryFolder();
    cpSync(join(SCENARIOS, 'downloaded-not-restarted'), folder.path, { recursive: true });
    appendFileSync(join(folder.path, 'files/ProgramData/oqs-console/journal.jsonl'), '{"at":"2026-01-2');
    const { answer } = await answerOf(folder.path);
    expect(answer.journal).toMatchObject({ state: 'torn', line: 4, entries: 3 });
  });
});

describe('schema', () => {
  it.each([
    ['check', 'anyOf'],
    ['notice', 'oneOf'],
    ['scenario', 'properties'],
    ['settings', 'properties'],
  ])('%s prints a JSON Schema', async (name, keyword) => {
    const { stdout, stderr, exitCode } = await run('schema', name);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const schema = z.looseObject({ $schema: z.string() }).parse(JSON.parse(stdout));
    expect(schema.$schema).toContain('json-schema.org');
    expect(Object.keys(schema)).toContain(keyword);
  });
});
