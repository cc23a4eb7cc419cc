import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownLabels } from '../../src/formats/prometheus-format.ts';
import { monitoringTexts } from '../../src/formats/monitoring.ja.ts';
import { temporaryFolder } from '../e2e/built.ts';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'deploy/grafana/oqs-console.json');

/** Slips that Grafana would swallow, and show an empty panel or its default for. */
const slips = [
  ['a kind of panel that is none', '"type": "table"', '"type": "tabel"'],
  ['an option that is none', '"showHeader": true', '"showHeaders": true'],
  ['a word that is no choice', '"drawStyle": "line"', '"drawStyle": "lines"'],
  ['a field that is none', '"gridPos"', '"gridPosition"'],
  ['a text for a number', '"schemaVersion": 39', '"schemaVersion": "39"'],
  ['a variable without its name', '"name": "clinic"', '"nam": "clinic"'],
] as const;

/** What the compiler says of each file, by its name: TypeScript checks a literal for fields too many as well. */
async function check(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  const type = join(import.meta.dirname, 'dashboard-type.ts');
  for (const [name, json] of Object.entries(files))
    await writeFile(
      join(folder, `${name}.mts`),
      `import type { DashboardJson } from ${JSON.stringify(type)};\nexport const it: DashboardJson = ${json};\n`,
    );
  const config = { extends: join(root, 'tsconfig.json'), include: ['*.mts'], compilerOptions: { types: [] } };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

describe('the dashboard for Grafana', () => {
  let json = '';
  let said = '';
  beforeAll(async () => {
    using folder = temporaryFolder();
    json = await readFile(file, 'utf8');
    const slipped = slips.map(([, right, wrong], number) => [`slip${String(number)}`, json.replace(right, wrong)]);
    said = await check(folder.path, { shipped: json, ...Object.fromEntries(slipped) });
  });

  it('is one by the types that Grafana publishes', () => {
    expect(said).not.toContain('shipped.mts');
  });

  it.each(slips.map(([what], number) => [what, number] as const))('would not be with %s', (_, number) => {
    expect(said).toContain(`slip${String(number)}.mts`);
  });

  it('asks for our metrics and labels', () => {
    const names = [...json.matchAll(/\boqs_[a-z_]+/g)].map(([name]) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(Object.keys(monitoringTexts.help)).toContain(name);
    const own = [...json.matchAll(/ignoring\(([^)]+)\)/g)].flatMap(([, labels = '']) => labels.split(', '));
    for (const label of own) expect(ownLabels).toContain(label);
  });
});
