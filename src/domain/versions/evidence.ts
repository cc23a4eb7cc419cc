/** The most characters that are kept of a line as evidence. */
const MAX_EVIDENCE = 200;

/** A line of a file as evidence for people: control characters become spaces, and it ends after 200 characters. */
export function evidence(line: string): string {
  return line
    .slice(0, MAX_EVIDENCE * 2)
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_EVIDENCE);
}
