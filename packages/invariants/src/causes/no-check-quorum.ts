import type { Cause } from '../cause.ts';

/** A leader cut off from the majority leads on for ever. */
export const noCheckQuorum: Cause = {
  name: 'no-check-quorum',
  title: 'A partitioned leader never steps down',
  harmless: false,
  explains: ['stale-leader'],
  story:
    'A leader that no longer reaches a majority learns of its successor only when somebody ' +
    'tells it. Until then it believes itself leader, answers "am I the leader?" with yes, and ' +
    'has no election timer. If the newer leaders are cut off in turn before their ' +
    'AppendEntries arrive, all that is connected are leaders of older terms, and nobody ' +
    'campaigns: "expected one leader, got none". The cure is to step down when an election ' +
    'timeout passes without an answer from a majority (thesis §6.2), which gave the notes ' +
    '1,000 clean runs.',
  explain(report) {
    if (report.rule !== 'stale-leader') return undefined;
    if (report.verdict === 'suspicious') {
      return { confidence: 0.5, why: 'a leader goes on after a newer one was elected' };
    }
    const many = report.nodes.length > 1;
    return {
      confidence: many ? 0.85 : 0.9,
      why: many
        ? 'servers that led older terms stay leaders, although none of them reaches a ' +
          'majority that answers it; they run no election timer'
        : `${report.nodes[0]} goes on as leader long after it lost the majority`,
    };
  },
};
