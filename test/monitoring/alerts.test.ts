import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { INSIDE, runInside, type Bench } from './bench.ts';
import { describeMonitoring } from './tools.ts';

const bench = inject('bench');

describeMonitoring('the alert rules', () => {
  beforeAll(() => copyRules(bench));

  it('are valid, without duplicates', async () => {
    const { exitCode, output } = await promtool('check', 'rules', 'oqs-alerts.yml');
    expect(output).toContain('SUCCESS: 11 rules found');
    expect(exitCode).toBe(0);
  });

  it('hold their unit tests', async () => {
    const { exitCode, output } = await promtool('test', 'rules', 'oqs-alerts.test.yml');
    expect(output).toContain('SUCCESS');
    expect(exitCode).toBe(0);
  });

  it('come with a configuration that Prometheus takes', async () => {
    const { exitCode, output } = await promtool('check', 'config', 'prometheus.yml');
    expect(output).toContain('SUCCESS: prometheus.yml is valid');
    expect(exitCode).toBe(0);
  });
});

async function copyRules(to: Bench | null): Promise<void> {
  const source = join(import.meta.dirname, '../../deploy/prometheus');
  if (to) await cp(source, join(to.folder, 'rules'), { recursive: true });
}

async function promtool(...args: readonly string[]) {
  if (!bench) throw new Error('no bench');
  return runInside(bench, 'sh', '-c', `cd ${INSIDE}/rules && exec promtool "$@"`, 'promtool', ...args);
}
