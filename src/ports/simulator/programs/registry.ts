import { FAILED_EXIT, type Program, type ProgramContext } from './context.ts';

/** A name, a type and the data as reg.exe shows them. */
type Value = readonly [name: string, type: string, data: string];

/** The values of each key, by its full name. A key that is not in the table does not exist. */
type Registry = ReadonlyMap<string, readonly Value[]>;

const SESSION_MANAGER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const SERVICING = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const AUTO_UPDATE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';

/** reg.exe: `query KEY [/v NAME] [/reg:64]`. Exit code 1 for a missing key or value. */
export const registryProgram: Program = (context) => {
  const [verb, asked, option, name] = context.args;
  if (verb !== 'query' || asked === undefined) return FAILED_EXIT;
  const wanted = option?.toLowerCase() === '/v' ? name : undefined;
  const registry = registryOf(context);
  const key = [...registry.keys()].find((known) => same(known, fullNameOf(asked)));
  const values = (key === undefined ? undefined : registry.get(key)) ?? [];
  const shown = wanted === undefined ? values : values.filter((value) => same(value[0], wanted));
  if (key === undefined || (wanted !== undefined && shown.length === 0)) return FAILED_EXIT;
  context.print([
    '',
    key,
    ...shown.map((value) => `    ${value.join('    ')}`),
    '',
    ...(wanted === undefined ? subkeysOf(registry, key) : []),
  ]);
  return 0;
};

/** The marks of a pending restart are gone after the first full boot. */
function registryOf({ spec, machine }: ProgramContext): Registry {
  const { componentServicing, windowsUpdate, fileRenames } = spec.pendingRestart;
  const { fastStartup } = spec.power;
  const marked = machine.bootCount === 0;
  const renames: readonly Value[] =
    marked && fileRenames.length > 0 ? [['PendingFileRenameOperations', 'REG_MULTI_SZ', fileRenames.join('\\0')]] : [];
  const startup: readonly Value[] =
    fastStartup === null ? [] : [['HiberbootEnabled', 'REG_DWORD', fastStartup ? '0x1' : '0x0']];
  return new Map<string, readonly Value[]>([
    [SESSION_MANAGER, renames],
    [`${SESSION_MANAGER}\\Power`, startup],
    ...keysOfMark(SERVICING, 'RebootPending', componentServicing, marked),
    ...keysOfMark(AUTO_UPDATE, 'RebootRequired', windowsUpdate, marked),
  ]);
}

/** The key under which the mark stands, and the mark, a key of its own. null: neither can be read. */
function keysOfMark(parent: string, name: string, isSet: boolean | null, marked: boolean): readonly [string, []][] {
  if (isSet === null) return [];
  return isSet && marked
    ? [
        [parent, []],
        [`${parent}\\${name}`, []],
      ]
    : [[parent, []]];
}

function subkeysOf(registry: Registry, key: string): readonly string[] {
  const prefix = `${key}\\`;
  return [...registry.keys()].filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('\\'));
}

function fullNameOf(key: string): string {
  return key.replace(/^HKLM\\/i, 'HKEY_LOCAL_MACHINE\\').replace(/\\+$/, '');
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
