import { agree, countCommitted, expectIndex } from '../agreement.ts';
import { fail } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';

/** MIT's TestBasicAgree2B. */
export const basicAgree: LabTest = {
  name: 'TestBasicAgree2B',
  servers: 3,
  title: 'Three commands are agreed upon at the indexes 1 to 3.',
  run(lab) {
    for (let index = 1; index <= 3; index += 1) {
      if (countCommitted(lab, index).count > 0) {
        fail(lab, 'other', 'some have committed before Start()');
      }
      expectIndex(lab, agree(lab, index * 100, lab.size, false), index);
    }
  },
};
