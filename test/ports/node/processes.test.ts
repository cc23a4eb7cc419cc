import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { pipePresence } from '../../../src/ports/node/processes.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});

// Where there are no named pipes, sockets in a folder behave alike.
it('is seen by others from show to hide, under its own name only', async () => {
  const own = pipePresence(`${folder}/`);
  const other = pipePresence(`${folder}/`);
  expect(await other.isShown('a')).toBe(false);
  await own.show('a');
  expect(await other.isShown('a')).toBe(true);
  expect(await other.isShown('b')).toBe(false);
  own.hide();
  expect(await other.isShown('a')).toBe(false);
});

it('does not fail where the sign cannot be given', async () => {
  const own = pipePresence(join(folder, 'no such folder/'));
  await own.show('a');
  expect(await own.isShown('a')).toBe(false);
});
