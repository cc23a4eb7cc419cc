import { faultKinds, type FaultKind } from './kinds.ts';
import { rowIds, type RowId } from './rows.ts';
import { kindNames, legend, rowNames } from './words.ts';

interface Words {
  readonly word: string;
  readonly detail: string | null;
}

/** A cell of the table, as it came out of its runs. */
export interface Cell {
  readonly row: RowId;
  readonly kind: FaultKind;
  readonly check: Words;
  readonly console: Words;
}

/** The whole table as a page in Markdown: what happened in each cell, then the details by port. */
export function page(cells: readonly Cell[]): string {
  const of = (row: RowId, kind: FaultKind): Cell | undefined =>
    cells.find((cell) => cell.row === row && cell.kind === kind);
  const table = [
    ['', ...faultKinds.map((kind) => kindNames[kind])],
    ['---', ...faultKinds.map(() => '---')],
    ...rowIds.map((row) => [
      rowNames[row],
      ...faultKinds.map((kind) => {
        const cell = of(row, kind);
        return cell ? `${cell.check.word} / ${cell.console.word}` : '?';
      }),
    ]),
  ].map((columns) => `| ${columns.join(' | ')} |`);
  const details = rowIds.flatMap((row) => {
    const lines = faultKinds.flatMap((kind) => detailOf(of(row, kind), kind));
    return lines.length === 0 ? [] : ['', `### ${rowNames[row]}`, '', ...lines];
  });
  return ['# 故障の表', '', ...legend, '', ...table, '', '## くわしく', ...details, ''].join('\n');
}

function detailOf(cell: Cell | undefined, kind: FaultKind): readonly string[] {
  if (!cell || (cell.check.detail === null && cell.console.detail === null)) return [];
  const parts = [
    ...(cell.check.detail === null ? [] : [`check: ${cell.check.detail}`]),
    ...(cell.console.detail === null ? [] : [`画面: ${cell.console.detail}`]),
  ];
  return [`- ${kindNames[kind]} - ${parts.join(' / ').replaceAll('|', ' ').replaceAll('*', ' ').replaceAll('<', ' ')}`];
}
