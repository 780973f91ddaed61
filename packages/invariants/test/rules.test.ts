import { catalogue, envelopeFields } from '@raftlens/trace';
import { describe, expect, test } from 'vitest';
import { findRule, rules } from '../src/index.ts';

test('the rules, in the order of reports', () => {
  const list = rules.map(
    ({ code, id, severity, source }) => `${code} ${id} (${severity}, ${source})`,
  );
  expect(`\n${list.join('\n')}`).toMatchInlineSnapshot(`
    "
    S1 election-safety (violation, Raft §5.2, Figure 3)
    S2 double-vote (violation, Raft §5.2, Figure 2 (votedFor))
    S3 stale-candidate-vote (violation, Raft §5.4.1)
    S4 minority-leader (violation, Raft §5.2, §6)
    S5 log-matching (violation, Raft §5.3, Figure 3)
    S6 leader-append-only (violation, Raft §5.3, Figure 3)
    S7 leader-completeness (violation, Raft §5.4.3, Figure 3)
    S8 state-machine-safety (violation, Raft §5.4.3, Figure 3)
    S9 no-quorum-commit (violation, Raft §5.3, Figure 2 (Leaders))
    S10 figure-8 (violation, Raft §5.4.2, Figure 8)
    S11 truncates-committed (violation, Raft §5.3, §5.4.3)
    S12 commit-not-durable (violation, thesis §10.2.1, Raft §5.3)
    S13 reply-before-persist (violation, Raft §5.1, Figure 2 (State))
    S14 amnesia (violation, Raft §5.1, §8, Figure 2 (persistent state))
    S15 quorum-lost-entry (violation, Raft §5.4, Figure 3 (Leader Completeness))
    S16 beyond-last (violation, Raft §5.3, Figure 2 (AppendEntries, step 5))
    M1 term-monotonic (violation, Raft §5.1, Figure 2 (currentTerm))
    M2 commit-monotonic (violation, Raft §5.3, Figure 2 (commitIndex))
    M3 apply-order (violation, Raft §5.3, Figure 2 (lastApplied))
    M4 log-terms-ordered (violation, Raft §5.3, §5.4.1)
    M5 snapshot-regress (violation, Raft §7, Figure 13)
    M6 legal-role-edges (violation, Raft §5.1, Figure 4)
    M7 self-vote-first (violation, Raft §5.2, Figure 2 (Candidates))
    M8 vote-cleared-only-by-term (violation, Raft §5.2, Figure 2 (votedFor))
    M9 match-monotonic (violation, Raft §5.3, Figure 2 (nextIndex, matchIndex))
    M10 leader-votes-itself (violation, Raft §5.2, Figure 2 (Leaders))
    R1 term-above-own (violation, Raft §5.1, Figure 2 (Results: currentTerm, for leader to update itself))
    R2 old-term-rpc-accepted (violation, Raft §5.1, Figure 2 (AppendEntries 1, RequestVote 1), Figure 13)
    R3 higher-term-ignored (violation, Raft §5.1, Figure 2 (Rules for Servers))
    R4 append-from-leader-only (violation, Raft §5.2, Figure 2 (Leaders))
    R5 append-reply-commit (violation, Raft §5.3, Figure 2 (AppendEntries 2 and 5))
    R6 append-tells-truth (violation, Raft §5.3, Figure 2 (AppendEntries, Arguments))
    R7 shortened-by-success (violation, Raft §5.3, Figure 2 (AppendEntries 3))
    R8 stale-reply-used (violation, Raft §5.2, §5.3, Figure 2 (Candidates, Leaders))
    R9 receive-without-send (violation, Raft §5 (Figure 2: arguments of the RPCs), §2 (network model))
    R10 backoff-stuck (violation, Raft §5.3, Figure 2 (Leaders: decrement nextIndex and follower))
    L13 phantom-contact (violation, Raft §5.1; thesis §6.2)
    C1 one-change-at-a-time (violation, thesis §4.1; Raft §6)
    C2 change-before-own-commit (violation, thesis §4.1 (erratum))
    C3 joint-majorities (violation, Raft §6)
    C4 single-server-step (violation, thesis §4.1; Raft §6)
    C5 config-in-use (violation, Raft §6; thesis §4.1)
    C6 removed-leader-counts (violation, Raft §6; thesis §4.2.2)
    C7 learner-acts (violation, thesis §4.2.1, §4.2.2)
    C9 campaign-unapplied-config (violation, Raft §6; thesis §4.1)
    Q1 read-index (violation, Raft §8; thesis §6.4)
    Q2 lease-read (violation, thesis §6.4.1)
    Q3 lost-ack (violation, Raft §8, §5.4.3)
    Q4 duplicate-apply (violation, Raft §8; thesis §6.3)
    Q5 linearizable (violation, Raft §8; thesis §6.3)
    K1 lock-cycle (violation, MIT, Raft Locking Advice, rule 4; Raft §5.6 (a server answers in time))
    K2 lock-kept (violation, Raft §5.6 (a server answers in time))
    L1 stale-leader (warning, thesis §6.2; Raft §8)
    L2 election-livelock (warning, Raft §5.2, §5.6, §9.3)
    L3 no-leader (warning, Raft §5.2, §5.6)
    L4 commit-stall (warning, Raft §5.3, §5.6)
    L5 divergence-unhealed (warning, Raft §5.3)
    L6 apply-stall (warning, Raft §5.3, Figure 2 (lastApplied))
    L7 disruptive-server (note, thesis §4.2.3, §9.6)
    L8 asymmetric-link (note, Raft §5.6; thesis §9.6)
    L9 timer-misuse (warning, Raft §5.2, Figure 2 (Followers))
    L10 late-heartbeat (note, Raft §5.2, §5.6)
    L11 flapping (note, Raft §5.6, §9.3)
    L12 term-inflation (note, thesis §9.6)
    L14 snapshot-loop (warning, Raft §7)
    L15 rpc-budget (warning, Raft §5.2; MIT, lab 2B (RPC counts))
    C8 stuck-joint (warning, Raft §6)"
  `);
});

test('a rule is found by its id and by its code, in any case', () => {
  for (const rule of rules) {
    expect(findRule(rule.id)).toBe(rule);
    expect(findRule(rule.code.toLowerCase())).toBe(rule);
    expect(findRule(rule.id.toUpperCase())).toBe(rule);
  }
  expect(findRule('S')).toBeUndefined();
});

test('ids and codes are unique', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('its id is kebab-case, and its words are sentences', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.source).toMatch(/Raft §|thesis §/);
    expect(rule.statement).toMatch(/^[A-Za-z].*\.$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
  });

  test('what it needs is in the catalogue', () => {
    for (const { event, fields } of rule.needs) {
      const known: Readonly<Record<string, unknown>> = {
        ...envelopeFields,
        ...catalogue[event].fields,
      };
      for (const field of fields ?? []) expect(known).toHaveProperty(field.split('.')[0] ?? '');
    }
  });
});
