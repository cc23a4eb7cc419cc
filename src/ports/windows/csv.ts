/**
 * Reads the rows of a CSV text as Windows' tools write it. A quotation mark in the middle of a field that is not doubled is
 * taken as it stands: they do not all escape it.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at + 1) : plainField(text, at);
    row.push(field.value);
    at = field.end;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows.filter((fields) => fields.some((field) => field !== ''));
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function plainField(text: string, from: number): Field {
  const end = text.slice(from).search(/[,\r\n]/);
  const to = end < 0 ? text.length : from + end;
  return { value: text.slice(from, to), end: to };
}

function quotedField(text: string, from: number): Field {
  let value = '';
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const next = text[at + 1];
    if (char !== '"') {
      value += char;
    } else if (next === '"') {
      value += '"';
      at += 1;
    } else if (next === undefined || next === ',' || next === '\r' || next === '\n') {
      return { value, end: at + 1 };
    } else {
      value += '"';
    }
  }
  return { value, end: text.length };
}
