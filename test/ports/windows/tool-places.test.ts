import { describe, expect, it } from 'vitest';
import { locationOf, toolChoiceOf } from '../../../src/ports/windows/tool-places.ts';
import { end, found, TOOL } from './tool-driver/bench.ts';

const other = 'C:\\Program Files\\OQS\\OQSDistroApp\\Other.exe';
const link = (folder: string) => `C:\\Users\\${folder}\\Desktop\\配信アプリケーション管理ツール.lnk`;

/** What is behind a shortcut, by the user on whose desktop it lies; a program is its own. */
const targets: Readonly<Record<string, string>> = {
  tool: TOOL.toUpperCase(),
  other,
  planted: 'C:\\Users\\a\\evil.exe',
  climbing: 'C:\\Program Files\\..\\Users\\a\\evil.exe',
};
const programOf = async (path: string): Promise<string | null> =>
  path.endsWith('.exe') ? path : (targets[path.split('\\')[2] ?? ''] ?? null);

const locate = async (lines: readonly unknown[]) => {
  const choice = await toolChoiceOf(lines, programOf);
  return choice && locationOf(choice);
};

describe('the places where the tool was found', () => {
  it.each<[string, readonly unknown[], boolean, boolean | null]>([
    ['found in its folder', [found('folder')], true, true],
    [
      'found in three ways, the same program each time',
      [found('shortcut', link('tool')), found('folder'), found('folder', TOOL.replaceAll('\\', '/'))],
      true,
      true,
    ],
    ['a shortcut that does not tell its program', [found('shortcut', link('Public'))], true, true],
    ['such a shortcut beside the one program', [found('shortcut', link('Public')), found('folder')], true, true],
    ['two programs', [found('folder'), found('folder', other)], true, null],
    ['a shortcut to another program', [found('shortcut', link('other')), found('folder')], true, null],
    [
      'one on the own desktop that does not tell its program, beside one for all users',
      [found('shortcut', link('a')), found('shortcut', link('Public'))],
      true,
      true,
    ],
    ['one on the own desktop that does not tell its program', [found('shortcut', link('a'))], true, null],
    ['one on the own desktop to a program elsewhere', [found('shortcut', link('planted'))], true, null],
    ['one on the own desktop that climbs out of Program Files', [found('shortcut', link('climbing'))], true, null],
    ['one on the own desktop to the installed program', [found('shortcut', link('tool'))], true, true],
    ['a planted one beside the installed program', [found('shortcut', link('planted')), found('folder')], true, true],
    ['a planted one that the settings name', [found('settings', link('planted'))], true, true],
    ['a folder that only calls itself public', [found('shortcut', link('Public\\Desktop\\..\\..\\a'))], true, null],
    ['two programs, of which the settings name one', [found('settings'), found('folder', other)], true, true],
    ['found nowhere', [], false, false],
    ['noise between the lines', [undefined, found('folder'), '<Objs>', null, 0], true, true],
  ])('%s', async (_, lines, installed, canOpen) => {
    expect(await locate([...lines, end])).toEqual({ installed, canOpen });
  });

  it.each<[string, readonly unknown[]]>([
    ['nothing', []],
    ['a search that did not come to its end', [found('folder')]],
    ['lines of another protocol', [{ type: 'opened' }, [], null, 0]],
  ])('make no answer of %s', async (_, lines) => {
    expect(await locate(lines)).toBeNull();
  });
});
