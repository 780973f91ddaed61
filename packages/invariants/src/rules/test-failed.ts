import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

type Told = EventOf<'test.observed' | 'test.failed'>;

/** Lines of one failure that are kept: the first tells most. */
const longest = 5;

/**
 * A test asks the servers from outside, and its complaint is a symptom: it says that something is
 * wrong and not what. The rules say what, where the lines of the servers show it.
 *
 * Smallest counter-example: the test says "failed to reach agreement".
 */
export const testFailed: Rule = {
  id: 'test-failed',
  code: 'T1',
  title: 'What the test saw from outside',
  statement: 'A test that drives a correct Raft as the paper allows has nothing to complain of.',
  why:
    'It is where most hunts begin: the words of the test lead to suspects, even when the servers ' +
    'wrote nothing.',
  example: ['the test asks for agreement on a command', 'the test says: failed to reach agreement'],
  source: "Raft §5; the tests of MIT's labs",
  severity: 'warning',
  needs: [{ event: 'test.passed' }],
  accusesBy: [{ event: 'test.observed' }, { event: 'test.failed' }],
  create(context) {
    let told: Told[] = [];
    let passed = 0;
    const report = (): void => {
      const words = told.find(({ message }) => message !== undefined && message !== '');
      const [first] = told;
      if (first === undefined) return;
      const seen = told.find((event) => event.event === 'test.observed');
      const term = seen?.event === 'test.observed' ? seen.ofTerm : undefined;
      const name = told.find((event) => event.event === 'test.failed');
      context.report({
        verdict: 'suspicious',
        term,
        nodes: seen?.event === 'test.observed' ? (seen.nodes ?? []) : [],
        message:
          `${name?.event === 'test.failed' ? name.test : 'a test'} failed: ` +
          `${words?.message ?? 'it does not say why'}`,
        evidence: told,
      });
      told = [];
    };
    const take = (event: Told): void => {
      if (told.length < longest) told.push(event);
    };
    return {
      on: {
        'test.started': report,
        'test.observed': take,
        'test.passed': () => {
          passed += 1;
          // What a test that passes says is a remark.
          told = [];
        },
        // `go test` prints the name of the test first and then its words.
        'test.failed': take,
      },
      end() {
        report();
        return passed > 0 ? enough : missing('a test that says how it ended');
      },
    };
  },
};
