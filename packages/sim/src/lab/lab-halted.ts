/** Thrown inside a lab test when whoever observes it has seen enough; not a failure of the test. */
export class LabHalted extends Error {
  constructor() {
    super('halted by the observer');
    this.name = 'LabHalted';
  }
}
