import { wine } from './wine.ts';

/** Keys of the Windows under Wine, set and removed by its own reg.exe. */

export const SERVICING = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
export const UPDATE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';
export const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
export const RUN_ONCE = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';

export interface Value {
  readonly name: string;
  readonly type: 'REG_SZ' | 'REG_DWORD' | 'REG_MULTI_SZ';
  readonly data: string;
}

export async function addKey(key: string): Promise<void> {
  await reg('add', key, '/f', '/reg:64');
}

export async function addValue(key: string, { name, type, data }: Value): Promise<void> {
  await reg('add', key, '/v', name, '/t', type, '/d', data, '/f', '/reg:64');
}

/** What reg.exe prints for a value; null where it has none. */
export async function valueOf(key: string, name: string): Promise<string | null> {
  const { exitCode, bytes } = await wine(['reg.exe', 'query', key, '/v', name, '/reg:64']);
  if (exitCode !== 0) return null;
  return /^ {4}\S+ {4}REG_\w+ {4}(.*?)\r?$/m.exec(new TextDecoder('shift_jis').decode(bytes))?.[1] ?? null;
}

/** Takes away the marks of a pending restart and the setting of fast startup, whether or not they are there. */
export async function forgetMarks(): Promise<void> {
  await reg('delete', SERVICING, '/f', '/reg:64');
  await reg('delete', UPDATE, '/f', '/reg:64');
  await reg('delete', SESSION_MANAGER, '/v', 'PendingFileRenameOperations', '/f', '/reg:64');
  await reg('delete', `${SESSION_MANAGER}\\Power`, '/f', '/reg:64');
}

async function reg(verb: 'add' | 'delete', ...args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await wine(['reg.exe', verb, ...args]);
  if (exitCode !== 0 && verb === 'add') throw new Error(`reg add ${args.join(' ')}: ${stderr}`);
}
