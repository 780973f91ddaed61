import { createRandom } from '../random.ts';
import { heldBack } from './held-back.ts';
import { passThrough } from './pass-through.ts';
import type { Strategy } from './strategy.ts';

/**
 * The scene of the flapping leader: one server waits as briefly as it may, and what leaders send it
 * comes late, so that leaders are deposed again and again by one that barely missed them. As the
 * same server leads in many terms, what it is sent and asked may come in another one.
 */
export const flappingLeader: Strategy = {
  name: 'flapping-leader',
  title: 'One impatient server deposes leaders whose messages to it are late',
  decider(seed, { electionTimeoutMs, holdMs, duplicates }) {
    const random = createRandom(seed, 'strategy/flapping-leader');
    const impatient = `n${random.integer(1, 3)}`;
    return passThrough({
      timeout: (node, _term, drawn) => (node === impatient ? 0.02 * random.next() : drawn()),
      delivery(message, drawn) {
        const { kind, from, to } = message;
        const log = kind.startsWith('AppendEntries') || kind.startsWith('InstallSnapshot');
        const outdated = duplicates && log && (from === impatient || to === impatient);
        if (outdated && random.chance(0.12)) {
          return heldBack(drawn(), random.next() * 3 * electionTimeoutMs);
        }
        const late = to === impatient && kind === 'AppendEntries';
        return heldBack(drawn(), late && random.chance(0.5) ? random.next() * 4 * holdMs : 0);
      },
    });
  },
  chaos: (seed) => {
    const random = createRandom(seed, 'strategy/flapping-leader/faults');
    const plan = Array.from({ length: random.integer(3, 6) }, (_, strike) => ({
      fault: 'partition',
      at: 200 + strike * 220 + random.integer(0, 150),
      for: random.integer(60, 200),
      nodes: ['leader'],
      value: 1,
    }));
    return {
      plan,
      intensities: { snapshots: 0.8, 'pre-vote': 0.2, 'leader-stickiness': 0.15 },
    };
  },
};
