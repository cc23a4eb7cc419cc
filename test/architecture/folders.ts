/**
 * The house from the ground up: a folder imports only what stands before it, types included. Those of one row may
 * import each other one way. Each folder of the ports counts by itself.
 */
export const order: readonly (readonly string[])[] = [
  ['text/'],
  ['domain/'],
  ['tui/', 'journal/', 'guide/', 'settings/'],
  ['ports/', 'ports/node/', 'ports/windows/', 'ports/simulator/'],
  ['probes/', 'actions/'],
  ['formats/', 'report/', 'support/', 'card/', 'notice/', 'selftest/'],
  ['screens/'],
  ['console/', 'desk/'],
  ['commands/'],
  ['main.ts', 'as-program.ts', 'bin.ts'],
];

/** What can be wired together only where a process begins. */
export const shell = ['commands/', 'main.ts', 'as-program.ts', 'bin.ts'];
/** All the rest but the ports themselves. */
export const inside = order.flat().filter((name) => !shell.includes(name) && !name.startsWith('ports/'));
export const world = ['node:', 'execa', 'fs', 'child_process', 'net', 'dns', 'os'];
export const screenLibraries = ['ink', 'react', 'react-dom'];
