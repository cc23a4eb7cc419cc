/** One line of JSON in ASCII only, so that no code page matters. */
export function asciiJsonLine(value: object): string {
  const text = JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
