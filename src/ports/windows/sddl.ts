/** What rights somebody else has to a file or folder; `unknown`: it cannot be told. */
type Others = 'none' | 'write' | 'unknown';

/** A file's owner and rights, as far as they decide who can have written it. */
export interface Rights {
  /** Its SID, or one of the two letters that stand for one. */
  readonly owner: string;
  /** What those may do who are neither the owner nor among `trusted`. */
  others(trusted: (sid: string) => boolean): Others;
}

/** The access rights to files in letters (ACE strings, learn.microsoft.com; winnt.h for their values). */
const letters: Readonly<Record<string, number>> = {
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
  SD: 0x1_0000,
  RC: 0x2_0000,
  WD: 0x4_0000,
  WO: 0x8_0000,
  GA: 0x1000_0000,
  GX: 0x2000_0000,
  GW: 0x4000_0000,
  GR: 0x8000_0000,
  FA: 0x1f_01ff,
  FR: 0x12_0089,
  FW: 0x12_0116,
  FX: 0x12_00a0,
};

/** To write or append, to change the rights or the owner; all of that at once. */
const WRITES_FILE = 0x2 | 0x4 | 0x4_0000 | 0x8_0000 | 0x1000_0000 | 0x4000_0000;
/**
 * To delete what is in the folder, whoever made it, or the folder itself, to change the rights or the owner; all of
 * that at once. To make new files in it is no such right: these have their maker as owner.
 */
const REPLACES_IN_FOLDER = 0x40 | 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x1000_0000;

/** In a folder of programs a new file can be as bad: Windows looks there first for what a program loads. */
const PLANTS_BESIDE_CODE = WRITES_FILE | REPLACES_IN_FOLDER;

const harmful = { file: WRITES_FILE, folder: REPLACES_IN_FOLDER, 'code-folder': PLANTS_BESIDE_CODE } as const;

/**
 * Reads a security descriptor in its language-neutral form (Security Descriptor String Format, learn.microsoft.com):
 * `O:S-1-5-…G:…D:PAI(A;OICI;FA;;;SY)(A;;0x1200a9;;;BU)`. null: it is none.
 */
export function readRights(sddl: string, kind: keyof typeof harmful): Rights | null {
  const owner = /^O:(S-1-[\d-]+|[A-Z]{2})(?=[GDS]:|$)/.exec(sddl)?.[1];
  if (owner === undefined) return null;
  // Without a list everybody may do everything; where it was not told, or has conditions in brackets, nothing is known.
  const list = /D:([A-Z_]*)((?:\([^()]*\))*)(?=S:|$)/.exec(sddl);
  const flags = list?.[1] ?? '';
  const entries = (list?.[2] ?? '').match(/\([^()]*\)/g) ?? [];
  const writes = harmful[kind];
  return {
    owner,
    others(trusted) {
      if (list === null) return 'unknown';
      if (flags.includes('NO_ACCESS_CONTROL')) return 'write';
      const each = entries.map((entry) => othersIn(entry.slice(1, -1), writes, (sid) => sid === owner || trusted(sid)));
      return each.find((found) => found === 'write') ?? each.find((found) => found === 'unknown') ?? 'none';
    },
  };
}

/** What holds for what will be made in a folder, and not for the folder. */
const INHERIT_ONLY = 'IO';
/** The owner, whoever that is: as such, and of what will be made. */
const OWNER_ITSELF: ReadonlySet<string> = new Set(['OW', 'CO', 'S-1-3-4', 'S-1-3-0']);

function othersIn(entry: string, writes: number, trusted: (sid: string) => boolean): Others {
  const [type = '', flags = '', rights = '', , , sid = ''] = entry.split(';');
  if (type === 'D' || type === 'XD' || type === 'OD') return 'none';
  const isInheritOnly = flags.match(/../g)?.some((flag) => flag === INHERIT_ONLY) === true;
  if (isInheritOnly || OWNER_ITSELF.has(sid) || trusted(sid)) return 'none';
  const mask = maskOf(rights);
  if (mask === null) return 'unknown';
  return (mask & writes) === 0 ? 'none' : 'write';
}

/** The bits of `0x1200a9` or `FRFW`; null where a letter is not known. */
function maskOf(rights: string): number | null {
  if (/^0x[0-9a-f]{1,8}$/i.test(rights)) return Number.parseInt(rights, 16);
  const parts = rights.match(/..?/g) ?? [];
  const values = parts.map((part) => letters[part]);
  return values.some((value) => value === undefined)
    ? null
    : values.reduce<number>((all, value) => all | (value ?? 0), 0);
}

/** The system, administrators (the group, and the account that Windows brings), and the installer of Windows. */
const SYSTEM: ReadonlySet<string> = new Set([
  'SY',
  'S-1-5-18',
  'BA',
  'S-1-5-32-544',
  'LA',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);

/** Whether the SID is of the system or of an administrator, as far as it tells by itself. */
export function isSystem(sid: string): boolean {
  return SYSTEM.has(sid) || /^S-1-5-21-\d+-\d+-\d+-500$/.test(sid);
}

/** Whether the SID is that of one account of this computer or its domain, and of no group that everybody is in. */
export function isAccount(sid: string): boolean {
  return /^S-1-5-21-\d+-\d+-\d+-\d{4,}$/.test(sid);
}
