import { churn } from '../churn.ts';
import type { LabTest } from '../lab-test.ts';

/** MIT's TestUnreliableChurn2C. */
export const unreliableChurn: LabTest = {
  name: 'TestUnreliableChurn2C',
  servers: 5,
  title: 'Clients go on over a unreliable network while servers come and go.',
  unreliable: true,
  run: churn,
};
