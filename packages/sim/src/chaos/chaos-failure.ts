/** Thrown within a chaos trial that fails; ends that trial and nothing else. */
export class ChaosFailure extends Error {
  /** What kind of thing was seen, as `test.observed` names it. */
  readonly fact: string;

  constructor(fact: string, message: string) {
    super(message);
    this.name = 'ChaosFailure';
    this.fact = fact;
  }
}
