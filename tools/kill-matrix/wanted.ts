const rates = 'an oracle of rates: messages a second of a leader, by term.';
const latency = 'an oracle of election times over many runs; each run by itself is in order.';
const changes = 'changes of the membership in many runs, two of them close to each other.';
const reads = 'clients that read by `startRead` while leaders change.';
const transfers = 'runs in which leadership is transferred.';
const flow = 'runs with `maxInflightAppends`.';
const bounded =
  'short batches together with followers that fall behind: the core sends whole suffixes.';

/** What is missing to find a bug, for those that no suite finds in as many runs. */
export const wanted: ReadonlyMap<string, string> = new Map([
  ['heartbeat-loop-per-win', rates],
  ['next-index-below-match', `${rates} Or a check of nextIndex > matchIndex at each step.`],
  ['match-falls', `${rates} Or a rule on \`progress.updated\`: matchIndex never falls.`],
  ['request-vote-resets-timer', latency],
  ['stale-append-resets-timer', latency],
  ['grant-keeps-timer', latency],
  ['candidate-ignores-leader', latency],
  ['stale-request-vote-granted', `${latency} Or a rule: no vote is granted to an older term.`],
  ['no-heartbeat-on-victory', latency],
  ['pre-vote-ignores-leader', 'a rule: no pre-vote is granted while a leader is heard.'],
  ['pre-vote-raises-term', 'a rule: the term stays as it is until the pre-vote is won.'],
  ['pre-vote-binds', 'a rule: a pre-vote leaves votedFor as it is.'],
  ['reply-with-request-term', 'a rule: the term of an answer is the one that its sender is in.'],
  ['duplicate-vote-counts', 'a network that repeats messages, in many runs.'],
  ['no-persist-vote', 'crashes right after votes: a scene that aims at them.'],
  ['no-persist-candidacy', 'crashes right after campaigns: a scene that aims at them.'],
  ['no-persist-grant', 'crashes right after votes in a known term: a scene that aims at them.'],
  ['commit-without-minimum', bounded],
  ['commit-to-own-last', bounded],
  ['stale-ack', 'answers that cross two elections of one server: a scene that aims at them.'],
  ['durable-past-truncation', 'slow disks under leaders that change within one write.'],
  ['leader-counts-unsynced', 'power failures of leaders whose disk is slow.'],
  ['entries-shared-with-log', 'slow links under leaders that are deposed and truncated meanwhile.'],
  ['match-kept-across-terms', 'servers that lead twice with other leaders in between.'],
  ['snapshot-discards-tail', 'snapshots that arrive late, behind entries.'],
  ['snapshot-keeps-conflicting-tail', 'snapshots for followers with long tails of old leaders.'],
  ['compacted-prefix-appended', 'old AppendEntries that arrive after a compaction.'],
  ['change-before-own-commit', changes],
  ['two-changes-in-flight', changes],
  ['change-many-at-once', changes],
  ['learners-count', changes],
  ['learner-campaigns', changes],
  ['truncation-keeps-configuration', changes],
  ['configuration-on-commit', changes],
  ['snapshot-loses-joint', changes],
  ['joint-counts-union', changes],
  ['removed-leader-stays', changes],
  ['disruptive-server-heard', `\`leaderStickiness\`, and ${changes}`],
  ['timeout-now-of-old-term', transfers],
  ['transfer-to-removed', transfers],
  ['transfer-before-caught-up', transfers],
  ['transfer-never-ends', transfers],
  ['proposals-during-transfer', transfers],
  ['lost-snapshot-pauses', flow],
  ['inflight-never-freed', flow],
  ['read-before-own-commit', reads],
  ['read-without-quorum', reads],
  ['read-confirmed-by-old-round', reads],
  ['read-before-applied', reads],
  ['lease-too-long', `${reads.slice(0, -1)}, with leases.`],
  ['lease-from-answer', `${reads.slice(0, -1)}, with leases and slow links.`],
  ['lease-survives-transfer', `${reads.slice(0, -1)}, with leases and transfers.`],
]);
