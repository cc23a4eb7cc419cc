/** Timers that go off when the test says so. */
export function manualTimers() {
  const waiting = new Map<symbol, { readonly ms: number; readonly goOff: () => void }>();
  return {
    waiting,
    timers: {
      after(ms: number, goOff: () => void): () => void {
        const id = Symbol(String(ms));
        waiting.set(id, { ms, goOff });
        return () => waiting.delete(id);
      },
    },
    goOff(ms: number): void {
      const due = [...waiting].find(([, each]) => each.ms === ms);
      if (!due) throw new Error(`nothing waits ${String(ms)} ms`);
      waiting.delete(due[0]);
      due[1].goOff();
    },
  };
}
