import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { InstalledAutomation } from '../../scripts/automation/install.ts';
import { quietEnvironment } from '../../scripts/powershell/install.ts';
import { loadScript, powershellArguments, type ScriptName } from '../../src/ports/windows/powershell/script.ts';

const here = import.meta.dirname;
const inRoot = join(here, '../../scripts/debian/in-root.sh');
const scriptFolder = join(here, '../../src/ports/windows/powershell');
/** Where Wine sees the cache. */
const INSIDE = '/mnt/oqs-automation';
const { stepMs } = inject('pace');

/** The kinds of window that there are (scripts/automation/window). */
export type WindowKind = 'forms' | 'win32' | 'splash' | 'deep' | 'question';

export interface DeskOptions {
  /** The window that is opened, where a script opens one. */
  readonly window?: WindowKind;
  /** Whether what Wine lacks to press by UI Automation is filled in; otherwise it lacks that. */
  readonly canInvoke?: boolean;
  /** PowerShell that comes before the script's own last piece, with all its functions there. */
  readonly before?: string;
}

/** A script that runs. */
export interface Running {
  /** What it has said so far. */
  lines(): Promise<readonly unknown[]>;
  /** Waits until it has said a line like this one. */
  said<T>(fits: (lines: readonly unknown[]) => T | undefined): Promise<T>;
  readonly ended: Promise<number | null>;
  /** Ends it, without waiting. */
  end(): void;
  kill(): Promise<void>;
}

/** A Windows desktop with nobody at it: a screen, a Windows of its own, and PowerShell. */
export class Desk {
  readonly #installed: InstalledAutomation;
  readonly #folder: string;
  #screen: ChildProcess | undefined;
  #display = '';
  #count = 0;

  private constructor(installed: InstalledAutomation, folder: string) {
    this.#installed = installed;
    this.#folder = folder;
  }

  static async open(installed: InstalledAutomation): Promise<Desk> {
    const folder = await mkdtemp(join(installed.cache, 'automation-run-'));
    const desk = new Desk(installed, folder);
    try {
      for (const file of ['wine-gaps.ps1', 'wine-invoke.ps1']) await copyFile(join(here, file), join(folder, file));
      desk.#display = await desk.#openScreen();
      await desk.command('wineboot', '--init');
    } catch (error) {
      await desk.close();
      throw error;
    }
    return desk;
  }

  async close(): Promise<void> {
    await this.command('wineserver', '--kill').catch(() => undefined);
    await this.command('wineserver', '--wait').catch(() => undefined);
    this.#screen?.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The window's program, as Windows names it. */
  get window(): string {
    return windowsPath(`${this.#installed.window}/window.exe`);
  }

  /** Ends the window, and whatever stands open over it. */
  async endWindow(): Promise<void> {
    // Where a test has ended it already, there is none to end.
    await this.command('wine', 'taskkill', '/f', '/im', 'window.exe').catch(() => undefined);
  }

  /**
   * How often .NET itself has failed under Wine, by its own words: as a thread ends that was not its own, whatever our
   * script is at.
   */
  async runtimeFailures(): Promise<number> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.err'));
    const texts = await Promise.all(names.map(async (name) => readFile(join(this.#folder, name), 'utf8')));
    return texts.filter((text) => text.includes('CLR: Assert failure')).length;
  }

  /** Runs a command inside to its end. */
  async command(...command: readonly string[]): Promise<void> {
    await promisify(execFile)('bash', [inRoot, this.#installed.root, ...command], {
      env: this.#environment(),
      timeout: stepMs,
    });
  }

  /** Runs a script as the console does. */
  start(name: ScriptName, input: object, options: DeskOptions = {}): Running {
    const gaps: string[] = [];
    // Only those that reach for UI Automation have something to fill.
    if (name === 'press-button' || name === 'watch-tool') gaps.push('wine-gaps.ps1');
    if (name === 'press-button' && options.canInvoke === true) gaps.push('wine-invoke.ps1');
    const filled = gaps.map((gap) => `. '${windowsPath(`${basename(this.#folder)}/${gap}`)}'`);
    const script = loadScript(scriptFolder, name, [...filled, options.before ?? ''].join('\n'));
    this.#count += 1;
    const said = `${String(this.#count)}.txt`;
    // PowerShell wants a terminal in front of it, and Wine a file behind it.
    const program = `${INSIDE}/${this.#installed.powershell}`;
    const words = ['wine', program, ...powershellArguments(script, input)];
    const line = `exec ${words.map((word) => `'${word}'`).join(' ')} >'${this.#inside(said)}' 2>'${this.#inside(`${said}.err`)}'`;
    const args = [inRoot, this.#installed.root, 'script', '--quiet', '--return', '--command', line, '/dev/null'];
    const env = { ...this.#environment(), OQS_WINDOW: options.window ?? 'forms' };
    const child = spawn('bash', args, { env, stdio: 'ignore' });
    return running(child, join(this.#folder, said));
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'] ?? '',
      ...quietEnvironment,
      LANG: 'C.UTF-8',
      HOME: this.#inside(''),
      WINEPREFIX: this.#inside('prefix'),
      WINEDEBUG: '-all',
      DISPLAY: this.#display,
      DOTNET_ROOT: windowsPath(`${this.#installed.window}/dotnet`),
      // A script file of our own is read into the script.
      PSExecutionPolicyPreference: 'Bypass',
      OQS_BIND: `${this.#installed.cache}:${INSIDE}`,
    };
  }

  #inside(path: string): string {
    return `${INSIDE}/${basename(this.#folder)}/${path}`;
  }

  /** The screen's name: the server looks for a free one itself. */
  #openScreen(): Promise<string> {
    const args = [inRoot, this.#installed.root, 'Xvfb', '-displayfd', '1', '-nolisten', 'tcp'];
    const screen = spawn('bash', args, { env: this.#environment(), stdio: ['ignore', 'pipe', 'ignore'] });
    this.#screen = screen;
    return new Promise((resolve, reject) => {
      screen.stdout.once('data', (name: Buffer) => {
        resolve(`:${name.toString().trim()}`);
      });
      screen.once('close', () => {
        reject(new Error('no screen'));
      });
    });
  }
}

function windowsPath(path: string): string {
  return `Z:${INSIDE}/${path}`.replaceAll('/', '\\');
}

function running(child: ChildProcess, file: string): Running {
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const lines = async () => {
    const text = await readFile(file, 'ascii').catch(() => '');
    // The last one may still be being written.
    return text
      .split(/\r?\n/)
      .slice(0, -1)
      .map((line): unknown => JSON.parse(line));
  };
  return {
    lines,
    ended,
    async said(fits) {
      const end = Date.now() + stepMs;
      for (;;) {
        const before = await lines();
        const found = fits(before);
        if (found !== undefined) return found;
        if (Date.now() > end) throw new Error(`only said ${JSON.stringify(before)}`);
        await wait(200);
      }
    },
    end: () => void child.kill(),
    async kill() {
      child.kill();
      await ended;
    },
  };
}
