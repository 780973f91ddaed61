import { churn } from '../churn.ts';
import type { LabTest } from '../lab-test.ts';

/** MIT's TestReliableChurn2C. */
export const reliableChurn: LabTest = {
  name: 'TestReliableChurn2C',
  servers: 5,
  title: 'Clients go on over a reliable network while servers come and go.',
  run: churn,
};
