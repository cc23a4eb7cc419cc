import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const startUp = pathToFileURL(resolve('src/ports/node/start-up.ts')).href;

/** Uses regular expressions before the engine is set up, as Node itself has by then, and the same after it. */
const script = `
import { setUpEngine } from ${JSON.stringify(startUp)};
const all = Array.from({ length: 300 }, (_, i) => new RegExp('(\\\\d+)x' + i + '?(?=y)', i % 2 ? 'g' : ''));
for (const each of all) each.exec('12xy aab');
setUpEngine({ argv: ['node', 'main.js'], platform: 'win32', env: {} });
let text = 'q';
let found = 0;
for (let round = 0; round < 100; round += 1) {
  text += '12xy' + round + ' aab';
  for (const each of all) {
    each.lastIndex = 0;
    each.exec(text);
    text.replace(each, 'k');
    if (text.match(each)) found += 1;
  }
}
console.log(found);
`;

describe('the engine as the console sets it up', () => {
  it('survives what ran before it was set up', async () => {
    const runs = Array.from({ length: 8 }, async () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]),
    );
    const printed = (await Promise.all(runs)).map(({ stdout }) => stdout.trim());
    expect(new Set(printed)).toEqual(new Set(['1000']));
  });
});
