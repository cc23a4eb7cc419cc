/** Why the package cannot be made: what happened, where, and what to do about it. */
export class PackageProblem extends Error {
  override readonly name = 'PackageProblem';
  readonly code: 'not-fetched' | 'wrong-bytes' | 'no-licence' | 'nobody-s' | 'broken' | 'no-changelog';
  readonly where: string;
  readonly remedy: string;

  constructor(problem: { code: PackageProblem['code']; what: string; where: string; remedy: string }) {
    super(problem.what);
    this.code = problem.code;
    this.where = problem.where;
    this.remedy = problem.remedy;
  }

  /** All of it, one fact a line. */
  text(): string {
    return `${this.message}\n  where: ${this.where}\n  what to do: ${this.remedy}\n`;
  }
}
