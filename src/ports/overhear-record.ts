import type { Ports } from './ports.ts';

/** The same ports; `hear` gets the record of the last full boot with each report of the machine that has one. */
export function overhearRecord(ports: Ports, hear: (record: number) => void): Ports {
  return {
    ...ports,
    machine: {
      ...ports.machine,
      async report(signal) {
        const report = await ports.machine.report(signal);
        if (report.ok && report.value.record !== null) hear(report.value.record);
        return report;
      },
    },
    forCheck: (check, onWaiting) => overhearRecord(ports.forCheck(check, onWaiting), hear),
  };
}
