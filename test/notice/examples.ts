import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../notices/examples');

/** The examples that go out with the program, by their names without `.json`. */
export const exampleNames = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

export function examplePath(name: string): string {
  return join(FOLDER, `${name}.json`);
}

export function exampleText(name: string): string {
  return readFileSync(examplePath(name), 'utf8');
}
