import { describe, expect, it } from 'vitest';
import type { ActionTools } from '../../src/actions/action.ts';
import { runAction, type ActionMessage } from '../../src/actions/catalogue.ts';
import type { SettingChange } from '../../src/actions/save-setting.ts';
import { failed, ok } from '../../src/domain/fault.ts';
import { done } from '../fakes/done.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { builtInFile, builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { defaultSettings, parseSettings } from '../../src/settings/load.ts';
import type { Settings } from '../../src/settings/schema.ts';
import { settingsTexts } from '../../src/settings/settings.ja.ts';
import { encode } from '../domain/versions/encode.ts';
import { fakeFault, fakePorts, type FakeOptions } from '../fakes/ports.ts';

const FOLDER = 'C:\\ProgramData\\oqs-console';

/** What a console that has just opened shows; the default where the file is a bad one. */
function settingsOf(files: Readonly<Record<string, string | Uint8Array>>): Settings {
  const file = files[`${FOLDER}\\settings.json`];
  try {
    return typeof file === 'string' ? parseSettings(file, 'settings.json') : defaultSettings();
  } catch {
    return defaultSettings();
  }
}

/** Saves on a terminal with these files; gives what was said, and what was written: null, nothing. */
async function save(
  change: SettingChange,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  troubles: FakeOptions['troubles'] = {},
  shown: Settings | null = null,
) {
  const entries = Object.entries(files).map(([path, content]) => [path, { content, modifiedAt: 0 }] as const);
  const plain = fakePorts({ terminal: { files: Object.fromEntries(entries) }, troubles });
  const written = new Map<string, string>();
  const ports: Ports = {
    ...plain,
    dataFolder: {
      ...plain.dataFolder,
      replace: (name, bytes, signal) => {
        written.set(name, new TextDecoder().decode(bytes));
        return plain.dataFolder.replace(name, bytes, signal);
      },
    },
  };
  const notice = builtInNotice();
  const journal = await openJournal({
    store: ports.journal,
    clock: ports.clock,
    offsetMinutes: 540,
    noticeId: notice.id,
  });
  if (!journal.ok) throw new Error(journal.fault.headline);
  const tools: ActionTools = {
    ports,
    journal: journal.value,
    settings: shown ?? settingsOf(files),
    ownComponents: [],
    offsetMinutes: 540,
    restartDelaySeconds: 60,
  };
  const messages: ActionMessage[] = [];
  const request = { action: 'save-setting', change } as const;
  for await (const message of runAction(tools, request, new AbortController().signal)) messages.push(message);
  const text = written.get('settings.json');
  return { messages, written: text === undefined ? null : (JSON.parse(text) as unknown) };
}

const settings = (content: unknown) => ({
  [`${FOLDER}\\settings.json`]: typeof content === 'string' ? content : JSON.stringify(content),
});
const change: SettingChange = { key: 'clinicId', value: 'A-1' };
const refusal = (headline: RegExp) => ({
  written: null,
  messages: [
    { action: 'save-setting', outcome: { ok: false, fault: { headline: expect.stringMatching(headline) as unknown } } },
  ],
});

describe('saving a setting', () => {
  it('makes the file where there is none, and journals the setting but not its value', async () => {
    expect(await save(change)).toMatchObject({
      written: { formatVersion: 1, clinicId: 'A-1' },
      messages: [
        { type: 'journal', reading: { entries: [{ event: { event: 'setting-changed', key: 'clinicId' } }] } },
        done({ action: 'save-setting', change }, ok({ path: `${FOLDER}\\settings.json` })),
      ],
    });
  });

  it('keeps everything else that the file says now, with a byte order mark or without', async () => {
    const now = { limits: { uptimeWarnDays: 7 }, clinicId: 'old', formatVersion: 1 };
    const { written } = await save(change, settings(`\uFEFF${JSON.stringify(now)}`));
    expect(written).toEqual({ ...now, clinicId: 'A-1' });
  });

  it('writes nothing where the value was changed by hand since it was shown', async () => {
    const { written, messages } = await save(change, settings({ clinicId: 'by hand' }), {}, defaultSettings());
    expect(written).toBeNull();
    expect(messages).toMatchObject([
      { type: 'action-done', outcome: { fault: { headline: settingsTexts.changedByHand.headline('clinicId') } } },
    ]);
  });

  it('keeps Japanese words in whatever encoding the file has', async () => {
    const now = { managementTool: { phrases: { restartRequired: ['再起動してください'] } } };
    const bytes = encode(JSON.stringify(now), 'cp932');
    const { written } = await save(change, { [`${FOLDER}\\settings.json`]: bytes }, {}, defaultSettings());
    expect(written).toEqual({ formatVersion: 1, ...now, clinicId: 'A-1' });
  });

  it('takes the value out where the default is to hold again', async () => {
    const { written } = await save(
      { key: 'paths.deliveryRecord', value: undefined },
      settings({ paths: { deliveryRecord: 'C:\\a.csv' }, clinicId: 'A' }),
    );
    expect(written).toEqual({ formatVersion: 1, clinicId: 'A' });
  });

  it('writes nothing over a file that was broken meanwhile, and names line and field', async () => {
    const broken = '{\n  "clinicId": "A",\n  "limits": { "uptimeWarnDays": 0 }\n}';
    expect(await save(change, settings(broken))).toMatchObject(
      refusal(/settings\.json:3: limits\.uptimeWarnDays 0 より大きい数/),
    );
    expect(await save(change, settings('{\n  "clinicId": \n}'))).toMatchObject(refusal(/settings\.json:3:1 JSON/));
  });

  it('writes nothing that the schema does not take', async () => {
    expect(await save({ key: 'clinicId', value: 5 })).toMatchObject(refusal(/clinicId/));
  });

  it('writes nothing where the file cannot be read, and passes on why it could not be written', async () => {
    const denied = fakeFault('denied', '読めません');
    expect(await save(change, {}, { 'dataFolder.read': denied })).toMatchObject(refusal(/^読めません$/));
    const full = fakeFault('failed', '空きがありません');
    const { messages } = await save(change, {}, { 'dataFolder.replace': full });
    expect(messages).toMatchObject([{ outcome: failed(full) }]);
  });
});

describe('a setting that names a file which the console reads when it opens', () => {
  const notice = JSON.stringify(builtInFile());

  it('is saved where the file can be used: anywhere on the terminal, or in the data folder', async () => {
    const anywhere = await save({ key: 'notice', value: 'C:\\data\\n.json' }, { 'C:\\data\\n.json': notice });
    expect(anywhere.written).toEqual({ formatVersion: 1, notice: 'C:\\data\\n.json' });
    const beside = await save(
      { key: 'guide', value: 'g.json' },
      { [`${FOLDER}\\g.json`]: '{"formatVersion":1,"entries":[]}' },
    );
    expect(beside.written).toEqual({ formatVersion: 1, guide: 'g.json' });
  });

  it('is not where it is absent, or a bad one: the console would not open again', async () => {
    expect(await save({ key: 'notice', value: 'C:\\n.json' })).toMatchObject(refusal(/n\.json/));
    expect(await save({ key: 'notice', value: 'C:\\n.json' }, { 'C:\\n.json': '{\n"id": 5}' })).toMatchObject(
      refusal(/^C:\\n\.json:1: formatVersion/),
    );
    expect(await save({ key: 'guide', value: 'g.json' }, { [`${FOLDER}\\g.json`]: '[]' })).toMatchObject(
      refusal(/^g\.json:1/),
    );
  });

  it('is taken out without a look', async () => {
    expect((await save({ key: 'notice', value: undefined }, settings({ notice: 'gone.json' }))).written).toEqual({
      formatVersion: 1,
    });
  });
});
