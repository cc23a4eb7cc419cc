/** Why something could not be done or read. The code is for the program, the texts for the person in front of it. */
export interface Fault {
  readonly code: FaultCode;
  /** What happened and where, in one sentence. */
  readonly headline: string;
  /** What to try next, in one sentence. */
  readonly tryNext: string;
  /** The guide entry that explains it, where there is one. */
  readonly guideId: string | null;
}

export const faultCodes = [
  'absent', // the file, key or program is not there
  'denied', // no rights
  'busy', // held by another program
  'too-large',
  'unreadable', // it is there, but it is not what it should be
  'timed-out',
  'cancelled',
  'crashed', // a program ended without an answer
  'failed', // anything else the system said
] as const;
export type FaultCode = (typeof faultCodes)[number];

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(fault: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault };
}

/**
 * A file or option that the operator gave and that cannot be used. The program ends with exit code 64. `where` names
 * the file and the field, `remedy` says what to do. What the file says itself may stand in the first two: control
 * characters, which would move the cursor or colour the screen, are spelled out.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: string;
  readonly where: string;
  readonly remedy: string;

  constructor(problem: { code: string; message: string; where: string; remedy: string }) {
    super(spelledOut(problem.message));
    this.code = problem.code;
    this.where = spelledOut(problem.where);
    this.remedy = problem.remedy;
  }
}

/** Whether it is one, also from a part of the program that is a bundle by itself: that has a class of its own. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'InputError' && 'remedy' in error;
}

/** Control characters as JSON writes them, `\u001b`. */
function spelledOut(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
