import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const DEBIAN = join(import.meta.dirname, '../../scripts/debian');
const PACKAGES = 'chromium fonts-noto-cjk poppler-utils';
/** What make-root.sh ends with where the folder cannot be made on this machine. */
const CANNOT_BE_MADE = 75;
const INSIDE = '/mnt/oqs-print';

/** A word on a page, in points from its upper left corner. */
interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Printed {
  readonly pages: number;
  /** Of the first page, in points. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

/** A Debian with a Chromium and the tools that read a PDF; says why, where it cannot be had. */
export async function findPrinter(): Promise<{ readonly root: string } | { readonly missing: string }> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'oqs-console');
  const root = join(cache, 'print');
  await mkdir(cache, { recursive: true });
  try {
    await promisify(execFile)(join(DEBIAN, 'make-root.sh'), [root, 'bookworm', PACKAGES]);
    return { root };
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code !== CANNOT_BE_MADE) throw error;
    return { missing: stderr?.trim().split('\n').at(-1) ?? '' };
  }
}

/** Prints a page by a headless Chromium into a PDF, as its own settings of the paper say, and reads what lies where. */
export async function print(root: string, html: string): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'oqs-print-'));
  try {
    await writeFile(join(folder, 'page.html'), html);
    const inside = async (...command: readonly string[]): Promise<string> => {
      const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/tmp', OQS_BIND: `${folder}:${INSIDE}` };
      const { stdout } = await promisify(execFile)(join(DEBIAN, 'in-root.sh'), [root, ...command], { env });
      return stdout;
    };
    await inside(
      'chromium',
      '--headless',
      // The folder's programs run as root, where its own box cannot be had.
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--print-to-pdf=${INSIDE}/page.pdf`,
      `file://${INSIDE}/page.html`,
    );
    const info = await inside('pdfinfo', `${INSIDE}/page.pdf`);
    const [, width = '0', height = '0'] = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(info) ?? [];
    const boxes = await inside('pdftotext', '-bbox', `${INSIDE}/page.pdf`, '-');
    return {
      pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1] ?? 0),
      width: Number(width),
      height: Number(height),
      words: [...boxes.matchAll(WORD)].map(([, left, top, right, bottom, text = '']) => ({
        text: text.replace(/&(lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
