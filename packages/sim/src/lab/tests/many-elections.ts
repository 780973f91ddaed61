import { connect, disconnect } from '../connections.ts';
import type { LabTest } from '../lab-test.ts';
import { checkOneLeader } from '../leaders.ts';

/** MIT's TestManyElections2A: the one of the lab notes. */
export const manyElections: LabTest = {
  name: 'TestManyElections2A',
  servers: 7,
  title:
    'Nine rounds with three random servers cut off: either the leader lives on or a new one rises.',
  run(lab) {
    checkOneLeader(lab);
    for (let round = 1; round < 10; round += 1) {
      const victims = [0, 1, 2].map(() => lab.random.integer(0, lab.size - 1));
      for (const victim of victims) disconnect(lab, victim);
      checkOneLeader(lab);
      for (const victim of victims) connect(lab, victim);
    }
    checkOneLeader(lab);
  },
};
