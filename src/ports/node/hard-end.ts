/** How long what the file system is at may take to come to its end by itself, in milliseconds. */
const LAST_WORK_MS = 200;
const LOOK_EVERY_MS = 10;
/** What Node calls work that waits on one of its helper threads: files, and names that are looked up. */
const HELPED = new Set(['FSReqCallback', 'FSReqPromise', 'GetAddrInfoReqWrap', 'GetNameInfoReqWrap']);

type Process = Pick<NodeJS.Process, 'exit' | 'kill' | 'pid' | 'execve' | 'getActiveResourcesInfo'>;

/**
 * Ends the process, whatever still hangs. Before it ends, Node waits for its helper threads, and one that waits for a
 * disk that does not answer never comes back. Then the system puts another program in our place that ends with our code
 * at once; on Windows, which cannot do that, the process is killed, which the launchers tell as a program without an
 * answer.
 */
export async function endHard(program: Process, exitCode: number): Promise<void> {
  for (let waited = 0; isHelped(program) && waited < LAST_WORK_MS; waited += LOOK_EVERY_MS) await delay(LOOK_EVERY_MS);
  if (!isHelped(program)) program.exit();
  program.execve?.('/bin/sh', ['sh', '-c', `exit ${String(exitCode)}`], {});
  program.kill(program.pid, 'SIGKILL');
}

function isHelped(program: Process): boolean {
  return program.getActiveResourcesInfo().some((name) => HELPED.has(name));
}

/** Node's own is not in every Node that this module is loaded by, if only to say that it is too old. */
async function delay(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
