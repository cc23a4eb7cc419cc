import { systemTexts } from '../simulator.ja.ts';
import { encodeCp932 } from '../cp932.ts';
import type { TerminalSpec } from '../defaults.ts';
import type { Program, ProgramContext } from './program-context.ts';

interface RegistryValue {
  readonly type: string;
  readonly data: string;
}

/** Key (full name) → its values. A key that is not in the table does not exist. */
type Registry = ReadonlyMap<string, ReadonlyMap<string, RegistryValue>>;

const SESSION_MANAGER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const SERVICING = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const AUTO_UPDATE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';

/** reg.exe: `query KEY [/v NAME] [/reg:64]`. Exit code 1 for a missing key or value. */
export const registryProgram: Program = (context) => {
  const [verb, key, ...rest] = context.args;
  if (verb !== 'query' || key === undefined) return failWith(context, systemTexts.badSyntax);
  const registry = registryOf(context.spec, context.machine.bootCount === 0);
  const fullName = fullNameOf(key);
  const values = findIgnoringCase(registry, fullName);
  const wanted = rest[0]?.toLowerCase() === '/v' ? rest[1] : undefined;
  if (!values) return failWith(context, systemTexts.registryMissing);
  const shown = wanted === undefined ? [...values.value] : [...values.value].filter(([name]) => same(name, wanted));
  if (wanted !== undefined && shown.length === 0) return failWith(context, systemTexts.registryMissing);
  const lines = [
    '',
    values.key,
    ...shown.map(([name, value]) => `    ${name}    ${value.type}    ${value.data}`),
    '',
    ...(wanted === undefined ? subkeysOf(registry, values.key) : []),
  ];
  context.write(encodeCp932(lines.map((line) => `${line}\r\n`).join('')));
  return 0;
};

/** Marks of a pending restart are gone after the first full boot. */
function registryOf(spec: TerminalSpec, isFirstBoot: boolean): Registry {
  const { componentServicing, windowsUpdate, fileRenames } = spec.pendingRestart;
  const { fastStartup } = spec.power;
  const marks = isFirstBoot;
  const keys: (readonly [string, ReadonlyMap<string, RegistryValue>])[] = [
    [
      SESSION_MANAGER,
      marks && fileRenames.length > 0
        ? new Map([['PendingFileRenameOperations', { type: 'REG_MULTI_SZ', data: fileRenames.join('\\0') }]])
        : new Map(),
    ],
    [
      `${SESSION_MANAGER}\\Power`,
      fastStartup === null
        ? new Map()
        : new Map([['HiberbootEnabled', { type: 'REG_DWORD', data: fastStartup ? '0x1' : '0x0' }]]),
    ],
  ];
  if (componentServicing !== null) keys.push([SERVICING, new Map()]);
  if (windowsUpdate !== null) keys.push([AUTO_UPDATE, new Map()]);
  if (marks && componentServicing === true) keys.push([`${SERVICING}\\RebootPending`, new Map()]);
  if (marks && windowsUpdate === true) keys.push([`${AUTO_UPDATE}\\RebootRequired`, new Map()]);
  return new Map(keys);
}

function subkeysOf(registry: Registry, key: string): readonly string[] {
  const prefix = `${key}\\`;
  return [...registry.keys()].filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('\\'));
}

function fullNameOf(key: string): string {
  return key.replace(/^HKLM\\/i, 'HKEY_LOCAL_MACHINE\\').replace(/\\+$/, '');
}

function findIgnoringCase<T>(
  table: ReadonlyMap<string, T>,
  wanted: string,
): { readonly key: string; readonly value: T } | null {
  for (const [key, value] of table) if (same(key, wanted)) return { key, value };
  return null;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function failWith(context: ProgramContext, text: string): number {
  context.writeError(encodeCp932(`${text}\r\n`));
  return 1;
}
