import { failed, InputError, ok, type Fault, type Result } from '../domain/fault.ts';
import { parseGuideFile } from '../guide/guide.ts';
import { parseNotice } from '../domain/notice/schema.ts';
import {
  parseFileValues,
  parseSettings,
  settingsFileText,
  valueAt,
  withValue,
  type FileValues,
} from '../settings/load.ts';
import { dataFiles } from '../settings/data-files.ts';
import type { SettingKey } from '../settings/setting-keys.ts';
import type { Settings } from '../settings/schema.ts';
import { isWholePath } from '../settings/terminal-path.ts';
import { configFileTexts, settingsTexts } from '../settings/settings.ja.ts';
import { decodeText } from '../text/text-file.ts';
import { append, type Action, type ActionTools } from './action.ts';

/** A setting's new value; undefined: none of its own any more, so that the default holds. */
export interface SettingChange {
  readonly key: SettingKey;
  readonly value: unknown;
}

/**
 * Changes one setting in the settings file, and keeps the rest of it. The file is read once more for that, as somebody
 * may have edited it meanwhile. Nothing is written where the value is no longer the one that was shown, where the file
 * has become a bad one, or where the new value names a notice or a guide that the console could not open with.
 */
export const saveSetting: Action<{ readonly change: SettingChange }, unknown> = async function* (
  tools,
  signal,
  { change },
) {
  const saved = await save(tools, change, signal);
  // Whoever checks the record later sees that it was done; the setting holds whether or not that can be written.
  if (saved.ok) yield* append(tools, { event: 'setting-changed', key: change.key });
  return saved;
};

/** From now on a file of this content counts for this user, whoever wrote it. */
export const agreeFile: Action<{ readonly sha256: string }, null> = ({ ports }, _signal, { sha256 }) =>
  ports.dataFolder.agree(sha256);

async function save(tools: ActionTools, change: SettingChange, signal: AbortSignal): Promise<Result<unknown>> {
  const present = await presentValues(tools, signal);
  if (!present.ok) return present;
  const shown = parsed(() => parseSettings(settingsFileText(present.value), dataFiles.settings.name));
  if (!shown.ok) return shown;
  if (!isSame(shown.value, tools.settings, change.key)) return failed(changedMeanwhile(change.key));
  const usable = await namedFile(tools, change, signal);
  if (!usable.ok) return usable;
  const text = settingsFileText(withValue(present.value, change.key, change.value));
  const checked = parsed(() => parseSettings(text, dataFiles.settings.name));
  if (!checked.ok) return checked;
  return tools.ports.dataFolder.replace(dataFiles.settings.name, new TextEncoder().encode(text), signal);
}

/** Whether the file still says what the operator was shown as the present value. */
function isSame(now: Settings, shown: Settings, key: SettingKey): boolean {
  return JSON.stringify(valueAt(now, key)) === JSON.stringify(valueAt(shown, key));
}

function changedMeanwhile(key: SettingKey): Fault {
  const { changedByHand } = settingsTexts;
  return { code: 'failed', headline: changedByHand.headline(key), tryNext: changedByHand.tryNext, guideId: null };
}

/** What the settings file says now; nothing where there is none. */
async function presentValues(tools: ActionTools, signal: AbortSignal): Promise<Result<FileValues>> {
  const file = await tools.ports.dataFolder.read(dataFiles.settings.name, signal);
  // What others put there since would become this user's own by being saved.
  if (file.ok && file.value.doubt !== null)
    return failed({ code: 'denied', ...settingsTexts.doubt.changedMeanwhile, guideId: null });
  if (file.ok) return parsed(() => parseFileValues(textOf(file.value.bytes, file.value.path), file.value.path));
  return file.fault.code === 'absent' ? ok({}) : file;
}

/** The most that a notice or a guide may take. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Whether the file that a setting names can be used, where it names one that the console reads when it opens. */
async function namedFile(
  { ports }: ActionTools,
  { key, value }: SettingChange,
  signal: AbortSignal,
): Promise<Result<unknown>> {
  if (typeof value !== 'string' || (key !== 'notice' && key !== 'guide')) return ok(null);
  const parse = key === 'notice' ? parseNotice : parseGuideFile;
  const file = isWholePath(value)
    ? await ports.files.read(value, { maxBytes: MAX_BYTES, signal })
    : await ports.dataFolder.read(value, signal);
  if (!file.ok) return file;
  const { bytes } = file.value;
  return parsed(() => parse(textOf(bytes, value), value));
}

/** As the console reads the file when it opens. Throws InputError where it is no text. */
function textOf(bytes: Uint8Array, path: string): string {
  const decoded = decodeText(bytes);
  if (decoded) return decoded.text;
  const { notText, settingsRemedy } = configFileTexts;
  throw new InputError({ code: 'unreadable-file', message: notText, where: path, remedy: settingsRemedy });
}

function parsed<T>(work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message, where, remedy } = error;
    return failed({ code: 'unreadable', headline: `${where} ${message}。`, tryNext: remedy, guideId: null });
  }
}
