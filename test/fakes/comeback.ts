import type { Comeback } from '../../src/ports/windows/power.ts';

/** Notes what was arranged, in order; `register` answers as it is told. */
export function fakeComeback(registers = true): Comeback & { readonly calls: readonly string[] } {
  const calls: string[] = [];
  return {
    calls,
    register: () => {
      calls.push('register');
      return Promise.resolve(registers);
    },
    withdraw: () => {
      calls.push('withdraw');
      return Promise.resolve();
    },
  };
}
