import { readState, writeState } from '../shared-files.ts';
import { workdirFiles } from '../workdir.ts';
import { FAILED_EXIT, type Program, type ProgramContext } from './context.ts';

/** A name, a type and the data as reg.exe shows them. */
type Value = readonly [name: string, type: string, data: string];

/** The values of each key, by its full name. A key that is not in the table does not exist. */
type Registry = ReadonlyMap<string, readonly Value[]>;

const SESSION_MANAGER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const SERVICING = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const RUN_ONCE = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const VERSION = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const CODE_PAGE = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage';
const AUTO_UPDATE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';

/**
 * reg.exe: `query KEY [/v NAME] [/reg:64]`; of the key RunOnce also `add KEY /v NAME /t TYPE /d DATA /f` and `delete
 * KEY /v NAME /f`. Exit code 1 for a missing key or value.
 */
export const registryProgram: Program = (context) => {
  const [verb, asked, option, name] = context.args;
  if (asked === undefined) return FAILED_EXIT;
  if (verb === 'add' || verb === 'delete') return same(fullNameOf(asked), RUN_ONCE) ? change(context) : FAILED_EXIT;
  if (verb !== 'query') return FAILED_EXIT;
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

/** What stands under RunOnce, in a file of the working folder. */
interface RunOnce {
  readonly values: readonly Value[];
}

/** Puts a value under RunOnce, or takes it away. */
function change({ workdir, args }: ProgramContext): number {
  const [verb, , , name = '', , type = '', , data = ''] = args;
  const others = runOnceIn(workdir).filter((value) => !same(value[0], name));
  if (verb === 'delete' && others.length === runOnceIn(workdir).length) return FAILED_EXIT;
  const values: readonly Value[] = verb === 'add' ? [...others, [name, type, data]] : others;
  writeState(workdirFiles(workdir).runOnce, { values } satisfies RunOnce);
  return 0;
}

function runOnceIn(workdir: string): readonly Value[] {
  return readState<RunOnce>(workdirFiles(workdir).runOnce, ['values'])?.values ?? [];
}

/** The marks of a pending restart are gone after the first full boot. */
function registryOf({ spec, machine, workdir }: ProgramContext): Registry {
  const { componentServicing, windowsUpdate, fileRenames } = spec.pendingRestart;
  const { fastStartup } = spec.power;
  const marked = machine.bootCount === 0;
  const renames: readonly Value[] =
    marked && fileRenames.length > 0 ? [['PendingFileRenameOperations', 'REG_MULTI_SZ', fileRenames.join('\\0')]] : [];
  const startup: readonly Value[] =
    fastStartup === null ? [] : [['HiberbootEnabled', 'REG_DWORD', fastStartup ? '0x1' : '0x0']];
  return new Map<string, readonly Value[]>([
    [SESSION_MANAGER, renames],
    [RUN_ONCE, runOnceIn(workdir)],
    [
      VERSION,
      [
        ['CurrentBuild', 'REG_SZ', '19044'],
        ...(spec.terminal.os === null ? [] : [['ProductName', 'REG_SZ', spec.terminal.os] as const]),
      ],
    ],
    [
      CODE_PAGE,
      [
        ['ACP', 'REG_SZ', '932'],
        ['OEMCP', 'REG_SZ', '932'],
      ],
    ],
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
  return key
    .replace(/^HKLM\\/i, 'HKEY_LOCAL_MACHINE\\')
    .replace(/^HKCU\\/i, 'HKEY_CURRENT_USER\\')
    .replace(/\\+$/, '');
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
