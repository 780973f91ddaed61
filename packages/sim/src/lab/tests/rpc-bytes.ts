import { agree, expectIndex, freshCommand } from '../agreement.ts';
import { fail } from '../lab.ts';
import type { LabTest } from '../lab-test.ts';

/** MIT's TestRPCBytes2B. */
export const rpcBytes: LabTest = {
  name: 'TestRPCBytes2B',
  servers: 3,
  title: 'Each command crosses the network once for each peer.',
  run(lab) {
    agree(lab, 99, lab.size, false);
    const before = lab.cluster.bytesSent;
    let sent = 0;
    for (let index = 2; index < 12; index += 1) {
      const command = String(freshCommand(lab)).padEnd(5_000, 'x');
      expectIndex(lab, agree(lab, command, lab.size, false), index);
      sent += command.length;
    }
    const got = lab.cluster.bytesSent - before;
    const expected = lab.size * sent;
    if (got > expected + 50_000) {
      fail(lab, 'too-many-bytes', `too many RPC bytes; got ${got}, expected ${expected}`);
    }
  },
};
