import type { EventOf } from '@raftlens/trace';
import { createRecent } from '../recent.ts';
import { type Asked, createRequests } from './requests.ts';
import { type Shadow, termAt } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { receivedOf, type Step } from './step.ts';

/** What a leader makes of answers, and when it commits (Raft §5.3, §5.4.2). */
export const answerSigns: MakeSignWatch = (tell) => {
  const acks = new Map<number, number>();
  let commits = 0;
  let ofAll = true;
  let atEnd = true;
  const stuck: { step: Step; index: number; old: boolean }[] = [];
  const requests = createRequests();
  return {
    step(step) {
      const answer = receivedOf(step, 'AppendEntriesResponse');
      const { before, server } = step;
      if (answer !== undefined && before.role === 'leader') {
        lookAtAnswer(step, answer, requests.askedBy(answer), tell);
      }
      const commit = step.events.find(
        (event) => event.event === 'commit.advanced' && event.role === 'leader',
      );
      if (commit?.event === 'commit.advanced' && commit.acks !== undefined) {
        lookAtCommit(step, commit, tell);
        commits += 1;
        acks.set(commit.acks.length, (acks.get(commit.acks.length) ?? 0) + 1);
        if (commit.acks.length < (before.configuration?.voters.length ?? 0)) ofAll = false;
        if (commit.to < server.last) atEnd = false;
      } else if (movesMatch(step, answer) && server.role === 'leader' && stuck.length < 9) {
        const index = heldByMajority(server);
        if (index !== undefined) {
          stuck.push({ step, index, old: termAt(server, server.commit + 1) !== server.term });
        }
      }
    },
    event: requests.observe,
    end() {
      for (const { step, index, old } of stuck) {
        const why =
          `a majority holds index ${index}, of the leader's own term, and ` +
          `${step.server.id} does not commit it`;
        tell(
          'commit-scan-stops-at-old-term',
          old ? 0.95 : 0.2,
          `${why}: entry ${step.server.commit + 1} before it is of an older term`,
          [step.input],
        );
        if (!old && atEnd && commits > 0 && index < step.before.last) {
          tell(
            'commit-needs-last',
            ofAll ? 0.9 : 0.97,
            `${why}; all ${commits} commits were of the end of the log`,
            [step.input],
          );
        }
        if (!old)
          tell(
            'commit-needs-all',
            ofAll && commits > 0 ? 0.96 : 0.7,
            `${why}; all ${commits} commits waited for every server`,
            [step.input],
          );
        else if (ofAll && commits > 0) tell('commit-needs-all', 0.5, why, [step.input]);
      }
    },
  };
};

/** Only then a leader counts: a change of the members alone may make a majority of the holders. */
function movesMatch(
  { before, server }: Step,
  answer: EventOf<'message.received'> | undefined,
): boolean {
  const match = server.progress.get(answer?.from ?? '')?.match ?? 0;
  return answer !== undefined && match > (before.progress?.match ?? 0);
}

/** An index of the leader's own term that a majority holds and that it has not committed. */
function heldByMajority(server: Shadow): number | undefined {
  const configuration = server.configurations.at(-1);
  if (configuration === undefined || configuration.outgoing.length > 0) return undefined;
  const held = configuration.voters
    .map((id) =>
      id === server.id ? (server.durable?.last ?? 0) : (server.progress.get(id)?.match ?? 0),
    )
    .sort((a, b) => b - a);
  const index = Math.min(held[Math.floor(configuration.voters.length / 2)] ?? 0, server.last);
  return index > server.commit && termAt(server, index) === server.term ? index : undefined;
}

function lookAtAnswer(
  step: Step,
  answer: EventOf<'message.received'>,
  asked: Asked | undefined,
  tell: TellSign,
): void {
  const { before, server, events } = step;
  const updates = events.filter(
    (event) => event.event === 'progress.updated' && event.peer === answer.from,
  );
  const [update] = updates;
  if (update?.event !== 'progress.updated' || before.progress === undefined) return;
  const { matchIndex = 0, nextIndex = 0 } = update;
  const { matchIndex: said = 0, success, rpcTerm = 0 } = answer;
  const askedIn = asked?.rpcTerm ?? rpcTerm;
  const evidence = [answer, update];
  // Only the request says of which term a refusal is: a server may say an older one in it.
  if (askedIn < (before.term ?? 0) && (asked !== undefined || success === true)) {
    tell(
      'stale-ack',
      0.97,
      `${server.id} used an answer to what it sent in term ${askedIn} in term ${before.term}`,
      evidence,
    );
  }
  if (
    success === true &&
    matchIndex > Math.max(said, before.progress.match) &&
    matchIndex === before.last
  ) {
    tell(
      'match-is-length',
      0.97,
      `${answer.from} confirmed index ${said}, and ${server.id} notes ${matchIndex}, the end ` +
        'of its own log',
      evidence,
    );
  }
  if (success === false && matchIndex > before.progress.match) {
    tell(
      'rejection-counts',
      0.97,
      `${answer.from} refused, and ${server.id} notes that it holds ${matchIndex}`,
      evidence,
    );
  }
  if (matchIndex < before.progress.match) {
    tell(
      'match-falls',
      0.97,
      `${server.id} takes back that ${answer.from} holds ${before.progress.match}`,
      evidence,
    );
  }
  if (nextIndex <= matchIndex) {
    tell(
      'next-index-below-match',
      0.95,
      `nextIndex ${nextIndex} for ${answer.from} falls to what it is known to hold, ${matchIndex}`,
      evidence,
    );
  }
  lookAtHint(answer, update, asked, tell);
}

/** A refusal says from where to try again, and nextIndex goes there. */
function lookAtHint(
  answer: EventOf<'message.received'>,
  update: EventOf<'progress.updated'>,
  asked: Asked | undefined,
  tell: TellSign,
): void {
  const { matchIndex = 0, nextIndex = 0 } = update;
  const { success, conflictIndex, conflictTerm } = answer;
  const evidence = [answer, update];
  // What was asked decides between two ways to go wrong.
  if (asked === undefined) return;
  if (success === false && conflictTerm === 0 && conflictIndex !== undefined) {
    if (nextIndex > conflictIndex && nextIndex > matchIndex + 1) {
      const stepsBack = nextIndex === asked.prev;
      tell(
        stepsBack ? 'one-step-back' : 'hint-points-forward',
        0.96,
        `${answer.from} refused and asked for index ${conflictIndex}, and nextIndex is ` +
          `${nextIndex} then`,
        evidence,
      );
    } else if (nextIndex === matchIndex + 1 && nextIndex < conflictIndex) {
      tell(
        'rejection-starts-over',
        0.93,
        `${answer.from} refused and asked for index ${conflictIndex}, and nextIndex goes back to ` +
          `${nextIndex}`,
        evidence,
      );
    }
  }
}

function lookAtCommit(step: Step, commit: EventOf<'commit.advanced'>, tell: TellSign): void {
  const { before, server } = step;
  const { acks = [], entryTerm, term } = commit;
  const why = `${server.id} committed index ${commit.to}`;
  if (entryTerm !== undefined && term !== undefined && entryTerm < term) {
    tell(
      'commit-old-term',
      0.96,
      `${why}, an entry of term ${entryTerm}, by counting in term ${term}`,
      [commit],
    );
  }
  if (acks.includes(server.id) && (server.durable?.last ?? commit.to) < commit.to) {
    tell(
      'leader-counts-unsynced',
      0.95,
      `${why} and counts itself, whose disk holds ${server.durable?.last}`,
      [commit],
    );
  }
  const configuration = server.configurations.at(-1) ?? before.configuration;
  if (configuration === undefined || configuration.voters.length === 0) return;
  const { voters, outgoing, learners } = configuration;
  if (isMajority(voters, acks) && (outgoing.length === 0 || isMajority(outgoing, acks))) return;
  const held = `${why} with ${acks.length} of ${voters.length}`;
  if (outgoing.length > 0) {
    const [ofAll, ofOld] = [[...new Set([...voters, ...outgoing])], outgoing].map((each) =>
      isMajority(each, acks),
    );
    const words = `${held}, which is no majority of both configurations`;
    if (ofAll) tell('joint-counts-union', ofOld ? 0.85 : 0.95, words, [commit]);
    // Whoever counts learners lacks a majority of voters as well.
    const ofLearners = acks.some((id) => learners.includes(id));
    if (ofOld && !ofLearners) tell('joint-counts-old-half', ofAll ? 0.8 : 0.95, words, [commit]);
    return;
  }
  if (acks.some((id) => learners.includes(id)))
    tell('learners-count', 0.97, `${held} voters and learners`, [commit]);
  else if (acks.length === 1) tell('leader-commits-alone', 0.96, held, [commit]);
  else if (acks.length === Math.floor(voters.length / 2)) tell('quorum-half', 0.85, held, [commit]);
  if (acks.length === 2) tell('commit-by-two', 0.94, held, [commit]);
  if (acks.length === 1) tell('quorum-half', voters.length === 3 ? 0.8 : 0.3, held, [commit]);
}

function isMajority(voters: readonly string[], acks: readonly string[]): boolean {
  return voters.filter((id) => acks.includes(id)).length > voters.length / 2;
}

/** Messages under way that are remembered. */
const sentKept = 4096;

/** The first event of a leader's step that shows entries not those of its log. */
export const sendSigns: MakeSignWatch = (tell) => {
  const sent = createRecent<number>(sentKept);
  const idle = { answers: 0 };
  return {
    step(step) {
      const { server, input } = step;
      lookAtIdleAnswer(step, idle, tell);
      for (const event of step.events) {
        if (event.event === 'message.sent') {
          if (event.kind === 'AppendEntries') lookAtSent(step, event, tell);
          if (event.id !== undefined && event.entries !== undefined) {
            sent.set(`${event.run ?? ''} ${event.id}`, event.entries.length);
          }
          const { rpcTerm, term } = event;
          if (
            isAnswer(event.kind) &&
            term !== undefined &&
            rpcTerm !== undefined &&
            rpcTerm !== term
          ) {
            tell(
              'reply-with-request-term',
              0.95,
              `${server.id}, in term ${term}, answers with term ${rpcTerm}`,
              [input, event],
            );
          }
        }
      }
      if (input.event !== 'message.received' || input.id === undefined) return;
      const left = sent.get(`${input.run ?? ''} ${input.id}`);
      if (left !== undefined && left !== (input.entries?.length ?? left)) {
        tell(
          'entries-shared-with-log',
          0.97,
          `${input.id} left with ${left} entries and came with ${input.entries?.length}`,
          [input],
        );
      }
    },
  };
};

/** An answer after which nothing is left to send ends the matter; a read may ask once more. */
function lookAtIdleAnswer(step: Step, idle: { answers: number }, tell: TellSign): void {
  const { server, input, events } = step;
  if (input.event !== 'message.received' || input.kind !== 'AppendEntriesResponse') return;
  if (input.success !== true) return;
  const sent = events.filter((event) => event.event === 'message.sent');
  const empty = sent.find(({ to, kind }) => to === input.from && kind === 'AppendEntries');
  if (empty === undefined || sent.length > 1 || (empty.entries?.length ?? 0) > 0) return;
  // What leaves later may have been asked for by something that is not told.
  if (empty.time !== input.time) return;
  idle.answers += 1;
  if (idle.answers < 3) return;
  tell(
    'answer-begets-append',
    0.97,
    `${server.id} answers an answer of ${input.from} with one more AppendEntries, that is empty`,
    [input, empty],
  );
}

function isAnswer(kind: string): boolean {
  return kind === 'AppendEntriesResponse' || kind === 'RequestVoteResponse';
}

function lookAtSent(step: Step, event: EventOf<'message.sent'>, tell: TellSign): void {
  const { server, before } = step;
  if (event.role !== 'leader' && event.role !== undefined) {
    tell('stale-heartbeat-loop', 0.96, `${server.id} sends AppendEntries as ${event.role}`, [
      event,
    ]);
    return;
  }
  const { prevLogIndex: prev = 0, prevLogTerm, entries = [] } = event;
  const [first] = entries;
  const [there, behind] = [termAt(server, prev), termAt(server, prev + 1)];
  if (prevLogTerm !== undefined && there !== undefined && prevLogTerm !== there) {
    if (prevLogTerm === behind) {
      tell(
        'prev-term-of-next',
        0.97,
        `${server.id} gives term ${prevLogTerm} for index ${prev}, which is that of the one behind`,
        [event],
      );
    }
  }
  const own = server.log.get(prev + 1);
  if (first === undefined || own === undefined || before.role !== 'leader') return;
  if (own.term === first.term && (own.hash === first.hash || own.hash === undefined)) return;
  tell(
    'batch-skips-entries',
    0.95,
    `${server.id} sends entries as if they followed ${prev}, and its log holds others there`,
    [event],
  );
}
