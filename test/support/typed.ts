import fc from 'fast-check';
import { encodeCp932 } from '../../src/ports/simulator/cp932.ts';

/** A name and a number as an operator may type them. */
export interface Typed {
  readonly name: string;
  /** Digits only. */
  readonly phone: string;
}

/** Kana with and without marks, half-width kana, kanji of names that come in several forms, and letters. */
const characters = Array.from('さくらがぎぱヴカデ医院髙﨑渡邊邉斎ｻｸﾗｶﾞﾊﾟQxzqw　Ｑ');

export const typed: fc.Arbitrary<Typed> = fc.record({
  name: fc.array(fc.constantFrom(...characters), { minLength: 5, maxLength: 14 }).map((all) => `Qz${all.join('')}様`),
  phone: fc
    .array(fc.nat(9), { minLength: 8, maxLength: 9 })
    .map((digits) => `0${String((digits[0] ?? 0) % 9 || 9)}${digits.map(String).join('').slice(0, 9)}`),
});

/** The same number as one that reads like a version: its leading zero gone, dots in it. */
export function asVersions(phone: string): readonly string[] {
  const digits = phone.slice(1);
  return [digits.replace(/^(.)(....)/, '$1.$2.'), (digits.match(/.{1,3}/g) ?? []).join('.')];
}

/** The same number as people write it. */
export function phoneForms(phone: string): readonly string[] {
  const hyphens = [
    `${phone.slice(0, 2)}-${phone.slice(2, 6)}-${phone.slice(6)}`,
    `${phone.slice(0, 3)}-${phone.slice(3, 6)}-${phone.slice(6)}`,
    `${phone.slice(0, 4)}-${phone.slice(4, 6)}-${phone.slice(6)}`,
  ];
  const bare = [phone, phone.slice(1)];
  const other = hyphens.flatMap((form) => [
    form,
    form.replaceAll('-', ' '),
    form.replaceAll('-', '.'),
    form.replaceAll('-', '－'),
    form.replace('0', '+81 '),
  ]);
  return [...bare, ...other, ...asVersions(phone)].flatMap((form) => [form, fullWidth(form)]);
}

/** The same name in the forms that programs turn texts into. */
export function nameForms(name: string): readonly string[] {
  const forms = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => name.normalize(form));
  return [...new Set([name, ...forms, ...forms.map(halfWidthKana), ...forms.map(fullWidth)])];
}

/** The bytes of a text in every encoding that the terminal's programs write, and as JSON and addresses escape it. */
export function encodings(text: string): readonly Uint8Array[] {
  const escaped = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  const cp932 = encodeCp932(text);
  const inCp932 = new TextDecoder('shift_jis').decode(cp932) === text ? [cp932] : [];
  return [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    ...inCp932,
    Buffer.from(escaped.map((code) => `\\u${code}`).join('')),
    Buffer.from(escaped.map((code) => `\\u${code.toUpperCase()}`).join('')),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(
      Buffer.from(text)
        .toString('base64')
        .replace(/.{0,2}=*$/, ''),
    ),
    Buffer.from(Buffer.from(text).toString('hex')),
  ];
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** Full-width katakana as half-width, `ガ` as two characters. */
function halfWidthKana(text: string): string {
  const table = new Map(
    Array.from({ length: 0xff9f - 0xff66 + 1 }, (_, index) => String.fromCharCode(0xff66 + index)).map((half) => [
      half.normalize('NFKC'),
      half,
    ]),
  );
  return Array.from(text.normalize('NFD'), (char) => table.get(char) ?? char).join('');
}
