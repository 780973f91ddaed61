import type { EventOf } from '@raftlens/trace';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, type Step } from './step.ts';

/** What messages of other terms do to a server (Raft §5.1). */
export const termSigns: MakeSignWatch = (tell) => {
  const kept = { candidate: false, leader: false, steppedDown: false };
  let last: { readonly step: Step; readonly after: EventOf<'term.changed'> } | undefined;
  return {
    step(step) {
      const { input } = step;
      if (input.event !== 'message.received') return;
      lookAtHigher(step, input, tell);
      lookAtLower(step, input, tell);
      const { before, server } = step;
      if (input.kind !== 'RequestVote' || before.role === 'follower') return;
      const moved = eventIn(step, 'term.changed');
      if (moved?.cause !== 'RequestVote') return;
      const stays = !step.events.some((event) => event.event === 'role.changed');
      if (!stays) {
        if (before.role === 'candidate') kept.steppedDown = true;
        return;
      }
      if (server.role === 'leader') kept.leader = true;
      else kept.candidate = true;
      last ??= { step, after: moved };
    },
    end() {
      if (last === undefined) return;
      const { step, after } = last;
      const why =
        `${step.server.id} took term ${after.to} from a RequestVote and stayed ` +
        `${step.before.role}`;
      const evidence = [step.input, after];
      const onlyLeaders = kept.leader && !kept.candidate;
      const but = kept.steppedDown ? '; a candidate stepped down on the same' : '';
      tell(
        'request-vote-leader-keeps-role',
        onlyLeaders ? (kept.steppedDown ? 0.98 : 0.94) : 0.2,
        why + but,
        evidence,
      );
      tell(
        'request-vote-keeps-role',
        kept.steppedDown ? 0.3 : onlyLeaders ? 0.9 : 0.98,
        why + but,
        evidence,
      );
    },
  };
};

const ignoredBy: Readonly<Record<string, string>> = {
  AppendEntriesResponse: 'append-response-term-ignored',
  RequestVoteResponse: 'vote-response-term-ignored',
};

function lookAtHigher(step: Step, input: EventOf<'message.received'>, tell: TellSign): void {
  const { before, server } = step;
  const bug = ignoredBy[input.kind];
  const { rpcTerm } = input;
  if (bug === undefined || rpcTerm === undefined || before.term === undefined) return;
  if (rpcTerm <= before.term || (server.term ?? rpcTerm) >= rpcTerm) return;
  tell(
    bug,
    0.97,
    `${server.id} received ${input.kind} of term ${rpcTerm} and stayed in term ${server.term}`,
    [input],
  );
}

function lookAtLower(step: Step, input: EventOf<'message.received'>, tell: TellSign): void {
  const { before, server, events } = step;
  const fallen = events.find(
    (event) => (event.term ?? Number.POSITIVE_INFINITY) < (before.term ?? 0),
  );
  if (fallen === undefined || before.term === undefined) return;
  const why =
    `${server.id} fell from term ${before.term} to ${fallen.term} on ${input.kind} ` +
    `of ${input.from}`;
  if (input.kind === 'InstallSnapshot') tell('term-from-snapshot', 0.97, why, [input, fallen]);
  if (input.kind !== 'AppendEntries') return;
  if (eventIn(step, 'append.rejected') !== undefined && fallen.term !== input.rpcTerm) {
    tell('rejection-reverts-term', 0.97, `${why}, which it rejected`, [input, fallen]);
  } else if (fallen.term !== input.rpcTerm && (input.rpcTerm ?? 0) >= before.term) {
    tell('rejection-reverts-term', 0.9, why, [input, fallen]);
  } else if (before.role === 'candidate') {
    tell('candidate-returns-to-old-leader', 0.95, `${why}, as candidate`, [input, fallen]);
    tell('old-append-accepted', 0.8, why, [input, fallen]);
  } else tell('old-append-accepted', 0.98, `${why}, as ${before.role}`, [input, fallen]);
}
