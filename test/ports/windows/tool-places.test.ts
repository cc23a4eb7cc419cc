import { describe, expect, it } from 'vitest';
import { locationOf, toolChoiceOf } from '../../../src/ports/windows/tool-places.ts';
import { end, found, TOOL } from './tool-driver/bench.ts';

const other = 'C:\\Program Files\\OQS\\OQSDistroApp\\Other.exe';
const link = (folder: string) => `C:\\Users\\${folder}\\Desktop\\配信アプリケーション管理ツール.lnk`;

const locate = (lines: readonly unknown[]) => {
  const choice = toolChoiceOf(lines);
  return choice && locationOf(choice);
};

describe('the places where the tool was found', () => {
  it.each<[string, readonly unknown[], boolean, boolean | null]>([
    ['found in its folder', [found('folder')], true, true],
    [
      'found in three ways, the same program each time',
      [
        found('shortcut', link('Public'), TOOL.toUpperCase()),
        found('folder'),
        found('folder', TOOL.replaceAll('\\', '/')),
      ],
      true,
      true,
    ],
    ['a shortcut that does not tell its program', [found('shortcut', link('Public'), null)], true, true],
    ['such a shortcut beside the one program', [found('shortcut', link('Public'), null), found('folder')], true, true],
    ['two programs', [found('folder'), found('folder', other)], true, null],
    ['a shortcut to another program', [found('shortcut', link('Public'), other), found('folder')], true, null],
    [
      'two shortcuts that do not tell their programs',
      [found('shortcut', link('a'), null), found('shortcut', link('Public'), null)],
      true,
      null,
    ],
    ['two programs, of which the settings name one', [found('settings'), found('folder', other)], true, true],
    ['found nowhere', [], false, false],
    ['noise between the lines', [undefined, found('folder'), '<Objs>', null, 0], true, true],
  ])('%s', (_, lines, installed, canOpen) => {
    expect(locate([...lines, end])).toEqual({ installed, canOpen });
  });

  it.each<[string, readonly unknown[]]>([
    ['nothing', []],
    ['a search that did not come to its end', [found('folder')]],
    ['lines of another protocol', [{ type: 'opened' }, [], null, 0]],
  ])('make no answer of %s', (_, lines) => {
    expect(locate(lines)).toBeNull();
  });
});
