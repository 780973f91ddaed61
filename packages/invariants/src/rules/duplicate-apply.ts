import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

type Executed = EventOf<'command.executed'>;

/** Clients of one server that are remembered; the one not heard of for longest goes first. */
const clientsKept = 10_000;

/**
 * A client's command is executed once, however often it is sent (Raft §8, thesis §6.3).
 *
 * Formally: two `command.executed` of one server with the same client and number have the same
 * index (a server executes again what it had executed before it restarted).
 *
 * Smallest counter-example: n1 executes request 7 of c1 at index 5, and again at index 6.
 */
export const duplicateApply: Rule = {
  id: 'duplicate-apply',
  code: 'Q4',
  title: "A client's command is executed once",
  statement: 'A state machine executes each command of a client once, however often it was sent.',
  why: 'A retry after a lost answer would count twice: twice the money, twice the entry.',
  example: [
    'n1 executes request 7 of client c1, which came with index 5',
    'n1 executes request 7 of client c1 again, which came with index 6',
  ],
  source: 'Raft §8; thesis §6.3',
  severity: 'violation',
  needs: [{ event: 'command.executed', fields: ['client', 'clientSeq', 'index'] }],
  create(context) {
    /** For each server the newest command of each client: earlier ones of it do not come again. */
    const servers = new Map<string, Map<string, Executed>>();
    let judged = false;
    return {
      on: {
        'command.executed': (event) => {
          const { node, client, clientSeq, index } = event;
          if (node === undefined) return;
          judged = true;
          let clients = servers.get(node);
          if (clients === undefined) {
            clients = new Map();
            servers.set(node, clients);
          }
          const before = clients.get(client);
          if (before?.clientSeq === clientSeq && before.index !== index) {
            context.report({
              verdict: 'violated',
              term: event.term,
              nodes: [node],
              message:
                `${node} executes request ${clientSeq} of client ${client} ` +
                `at index ${before.index} and again at index ${index}`,
              evidence: [before, event],
            });
          }
          // A server that restarted may begin again with older ones.
          clients.delete(client);
          clients.set(client, event);
          if (clients.size <= clientsKept) return;
          const [oldest] = clients.keys();
          if (oldest !== undefined) clients.delete(oldest);
        },
      },
      end: () => (judged ? enough : missing('what state machines execute for clients')),
    };
  },
};
