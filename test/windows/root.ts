import { join } from 'node:path';

/** The Debian folder that holds Wine, and the lane's own temporary folder, which is seen inside of it. */
export interface Place {
  readonly root: string;
  readonly folder: string;
}

export interface InRootOptions {
  /** As it is called inside; by default the top. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface InRootCall {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Where the lane's folder is seen inside. */
const INSIDE = '/mnt/oqs-windows';
/** Not root, so that a folder that may not be written cannot be written. */
export const CLINIC_USER = 7700;
const USER_NAME = 'clinic';

/** A folder's name inside, by its path below the lane's folder. */
export function inside(...path: readonly string[]): string {
  return join(INSIDE, ...path);
}

/** Wine's C: drive, below the lane's folder. */
export const DRIVE_C = join('prefix', 'drive_c');
/** %LOCALAPPDATA%, below the C: drive. */
export const LOCAL_APP_DATA = join('users', USER_NAME, 'AppData', 'Local');

/** How a command is started inside, as a user of the terminal and with nothing of this machine's environment. */
export function inRoot({ root, folder }: Place, command: readonly string[], options: InRootOptions = {}): InRootCall {
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: inside('home'),
    XDG_RUNTIME_DIR: inside('home'),
    USER: USER_NAME,
    WINEPREFIX: inside('prefix'),
    WINEDEBUG: '-all',
    TERM: 'xterm-256color',
    TZ: 'Asia/Tokyo',
    // Makes of it a Japanese Windows: code page 932, and programs that speak Japanese.
    LC_ALL: 'ja_JP.UTF-8',
    ...options.env,
  };
  const user = String(CLINIC_USER);
  return {
    file: join(import.meta.dirname, '../../scripts/debian/in-root.sh'),
    args: [
      root,
      'setpriv',
      `--reuid=${user}`,
      `--regid=${user}`,
      '--clear-groups',
      'env',
      '-i',
      '-C',
      options.cwd ?? '/',
      ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
      ...command,
    ],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', OQS_BIND: `${folder}:${INSIDE}` },
  };
}
