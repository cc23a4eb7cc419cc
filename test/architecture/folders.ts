/** What decides: pure, and the same on every machine. */
export const deciding = ['core/', 'procedure/', 'notice/', 'guide/', 'input/', 'report/'];
/** What reads and writes formats, and the words. Pure as well. */
export const knowing = ['journal/', 'versions/', 'formats/', 'settings/', 'strings/', 'support/'];
/** What works through the ports it is given. */
export const acting = ['actions/', 'probes/'];
export const showing = ['screens/', 'ui/', 'desk/'];
export const inside = [...deciding, ...knowing, ...acting, ...showing];
/** The way in: what is wired together here is known nowhere else. */
export const shell = [
  'bin.ts',
  'as-program.ts',
  'main.tsx',
  'commands/',
  'standard-streams.ts',
  'endings.ts',
  'host.ts',
  'cli.ts',
  'cli-grammar.ts',
  'session.ts',
  'site-files.ts',
  'check.ts',
  'console.tsx',
  'app.tsx',
  'interactive.tsx',
  'keyboard.ts',
  'full-screen.tsx',
  'taken-terminal.ts',
  'terminal-screen.ts',
  'desk-console.tsx',
  'desk-host.ts',
];
export const world = ['node:', 'execa', 'fs', 'child_process', 'net', 'dns', 'os'];
export const screenLibraries = ['ink', 'react', 'react-dom'];
