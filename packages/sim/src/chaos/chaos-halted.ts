/** Thrown within a chaos trial when whoever observes it has seen enough; not a failure. */
export class ChaosHalted extends Error {
  constructor() {
    super('halted by the observer');
    this.name = 'ChaosHalted';
  }
}
