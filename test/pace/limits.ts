import { inject, vi } from 'vitest';

const { testMs } = inject('pace');
vi.setConfig({ testTimeout: testMs, hookTimeout: testMs });
