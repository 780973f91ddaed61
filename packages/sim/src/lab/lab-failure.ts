/**
 * Thrown by a lab test that fails, in the words of MIT's tester; ends that test and nothing else.
 */
export class LabFailure extends Error {
  /** What kind of thing the tester saw, as `test.observed` names it. */
  readonly fact: string;
  readonly ofTerm: number | undefined;
  readonly count: number | undefined;

  constructor(fact: string, message: string, seen: { ofTerm?: number; count?: number } = {}) {
    super(message);
    this.name = 'LabFailure';
    this.fact = fact;
    this.ofTerm = seen.ofTerm;
    this.count = seen.count;
  }
}
