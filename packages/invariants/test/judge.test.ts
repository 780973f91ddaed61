import type { TraceEvent } from '@raftlens/trace';
import { describe, expect, test } from 'vitest';
import { coverageOf, createCoverageTally } from '../src/coverage-tally.ts';
import { createJudge, type Finding, type Verdict } from '../src/index.ts';
import { applyOrder } from '../src/rules/apply-order.ts';
import { doubleVote } from '../src/rules/double-vote.ts';
import { electionSafety } from '../src/rules/election-safety.ts';
import { staleCandidateVote } from '../src/rules/stale-candidate-vote.ts';
import { judge, show } from './judged.ts';
import { script } from './trace-script.ts';

const leads = (node: string, term: number): string =>
  `${node}@${term} role.changed candidate→leader`;
const electionOnly = { rules: [electionSafety], causes: [] };

describe('clusters', () => {
  test('groups and runs are judged by themselves', () => {
    const events = [
      ...script(leads('n1', 2), { run: 'a', group: 'x' }),
      ...script(leads('n2', 2), { run: 'b', group: 'x' }),
      ...script(leads('n3', 2), { run: 'a', group: 'y' }),
      ...script(leads('n4', 2), { run: 'a', group: 'x' }),
      ...script(leads('n5', 2)),
    ];
    const { findings, leaders } = judge(events, electionOnly);
    expect(findings.map(({ run, group, nodes }) => ({ run, group, nodes }))).toStrictEqual([
      { run: 'a', group: 'x', nodes: ['n1', 'n4'] },
    ]);
    expect(leaders.map(({ run, group, node }) => [run, group, node])).toStrictEqual([
      ['a', 'x', 'n1'],
      ['a', 'x', 'n4'],
      ['b', 'x', 'n2'],
      ['a', 'y', 'n3'],
      [undefined, undefined, 'n5'],
    ]);
  });

  test('of runs that are long over nothing is lost, and late lines accuse nobody', () => {
    const runOf = (number: number): readonly TraceEvent[] =>
      script(
        `${leads('n1', 2)}
         ${number === 3 ? leads('n2', 2) : leads('n2', 3)}
         test.passed T`,
        { run: `run ${number}` },
      );
    const runs = Array.from({ length: 100 }, (_, number) => runOf(number));
    const late = script(leads('n3', 2), { run: 'run 1' });
    const { findings, leaders } = judge([...runs.flat(), ...late], electionOnly);
    expect(findings.map(({ run, nodes }) => ({ run, nodes }))).toStrictEqual([
      { run: 'run 3', nodes: ['n1', 'n2'] },
    ]);
    expect(leaders).toHaveLength(201);
    const soon = [...runs.slice(0, 20).flat(), ...late];
    expect(judge(soon, electionOnly).findings.map(({ run }) => run)).toStrictEqual([
      'run 3',
      'run 1',
    ]);
  });

  test('names of groups and runs are not mixed up', () => {
    const events = [
      ...script(leads('n1', 2), { run: 'b', group: 'a' }),
      ...script(leads('n2', 2), { run: 'a', group: 'b' }),
      ...script(leads('n3', 2), { run: 'a' }),
      ...script(leads('n4', 2), { group: 'a' }),
    ];
    expect(judge(events, electionOnly).findings).toStrictEqual([]);
  });

  test('a virtual trace that starts again is another cluster', () => {
    const start = 'trace.started nodes=n1,n2 clock=virtual seed=7';
    const text = `${start}\n${leads('n1', 2)}\n${start}\n${leads('n2', 2)}`;
    const { findings, leaders, nodes } = judge(script(text, { run: 'r' }), electionOnly);
    expect(findings).toStrictEqual([]);
    expect(leaders.map(({ node, term }) => [node, term])).toStrictEqual([
      ['n1', 2],
      ['n2', 2],
    ]);
    expect(nodes).toStrictEqual([
      { node: 'n1', aliases: [] },
      { node: 'n2', aliases: [] },
    ]);
  });

  test('of many groups those with few lines wait, and nothing is judged otherwise for it', () => {
    const named = (group: number): string => `region ${group}`;
    const linesOf = (group: number): readonly TraceEvent[] => {
      const twice = group % 97 === 5 ? `${leads('n3', 2)}\n` : '';
      const long = group % 200 === 150 ? leads('n1', 4).concat('\n').repeat(140) : '';
      const end = group % 50 === 7 ? 'test.passed T\n' : '';
      return script(`${leads('n1', 2)}\n${twice}${leads('n2', 3)}\n${end}${long}`, {
        group: named(group),
      });
    };
    const groups = Array.from({ length: 900 }, (_, group) => linesOf(group));
    const longest = Math.max(...groups.map(({ length }) => length));
    const events = Array.from({ length: longest }, (_, line) =>
      groups.flatMap((lines) => lines[line] ?? []),
    ).flat();
    const told: string[] = [];
    const waiting = createJudge({
      ...electionOnly,
      mayWait: true,
      onFinding: ({ group }) => told.push(group ?? ''),
    });
    for (const event of events) waiting.observe(event);
    const atOnce = [5, 102, 199].map(named);
    expect(told).toStrictEqual(atOnce);
    const judgement = waiting.finish();
    expect(told).toStrictEqual([...atOnce, ...[296, 393, 490, 587, 684, 781, 878].map(named)]);
    const { findings, ...rest } = judge(events, electionOnly);
    expect(judgement).toStrictEqual({ findings, ...rest });
  });

  test('by the clock on the wall it is the same cluster: a server may declare itself again', () => {
    const start = 'trace.started nodes=n1,n2 clock=wall';
    const text = `${start}\n${leads('n1', 2)}\n${start}\n${leads('n2', 2)}`;
    expect(judge(script(text), electionOnly).findings).toHaveLength(1);
  });

  test('no events at all', () => {
    const { coverage, ...rest } = judge([]);
    expect(rest).toStrictEqual({
      findings: [],
      findingsLeftOut: 0,
      leaders: [],
      nodes: [],
      sequence: { lost: 0, disordered: 0 },
    });
    expect(new Set(coverage.map(({ verdict, missing }) => `${verdict}: ${missing}`))).toStrictEqual(
      new Set(['unknown: events']),
    );
  });
});

describe('lines that are not in the order in which they were written', () => {
  const steps = script(
    'n1@4 role.changed candidate→leader\nn1@3 entry.applied 3\nn1@3 entry.applied 2',
  );
  const fell = { rules: [applyOrder], causes: [] };

  test('in order they convict', () => {
    expect(judge(steps, fell).findings.map(({ verdict }) => verdict)).toStrictEqual(['violated']);
  });

  test('by a counter that goes back they contradict themselves', () => {
    const [first, second, third] = steps;
    const moved = [second, third, first].flatMap((event) => event ?? []);
    const { findings, coverage } = judge(
      moved.map((event, time) => ({ ...event, time })),
      fell,
    );
    expect(findings).toMatchObject([
      {
        verdict: 'inconsistent',
        severity: 'warning',
        message:
          'n1 applied index 2 after index 3, but the lines of n1 are not in the order in which ' +
          'it wrote them: its counter (seq) goes back',
      },
    ]);
    expect(coverage.map(({ verdict }) => verdict)).toStrictEqual(['inconsistent']);
  });

  test('by a clock that goes back between these lines, or far, too', () => {
    const uncounted = steps.map(({ seq: _, inc: __, ...event }) => event as TraceEvent);
    const back = (ms: number): readonly TraceEvent[] =>
      uncounted.map((event, at) => ({ ...event, time: event.time - (at === 2 ? ms : 0) }));
    const verdicts = (events: readonly TraceEvent[]): readonly Verdict[] =>
      judge(events, fell).findings.map(({ verdict }) => verdict);
    const moved = [...uncounted, { ...uncounted[0], time: Number(uncounted[0]?.time) + 15 }];
    expect(verdicts(moved as TraceEvent[])).toStrictEqual(['inconsistent']);
    const after = [...uncounted, { ...uncounted[0], time: Number(uncounted[0]?.time) - 5 }];
    expect(verdicts(after as TraceEvent[])).toStrictEqual(['violated']);
    expect(verdicts(back(900))).toStrictEqual(['inconsistent']);
    expect(verdicts(back(5000))).toStrictEqual(['inconsistent']);
  });

  test('two leaders of a term are two leaders in any order', () => {
    const leaders = [...script(`${leads('n1', 2)}\n${leads('n2', 2)}\n${leads('n1', 3)}`)];
    const { findings } = judge(leaders.toReversed(), electionOnly);
    expect(findings.map(({ verdict }) => verdict)).toStrictEqual(['violated']);
  });

  test('a vote that a crash may have taken back proves nothing before the one after it', () => {
    const votes = script('n1@2 vote.granted n2\nn1@2 vote.granted n3');
    const [one, other] = votes.map((event, inc) => ({ ...event, inc }));
    const both = [other, one].flatMap((event) => event ?? []);
    const { findings } = judge(both, { rules: [doubleVote], causes: [] });
    expect(findings.map(({ verdict }) => verdict)).toStrictEqual(['inconsistent']);
  });

  test('a copy of a line is no news', () => {
    const twice = steps.slice(0, 2).flatMap((event) => [event, event]);
    const { findings, sequence } = judge(twice, fell);
    expect(findings).toStrictEqual([]);
    expect(sequence).toStrictEqual({ lost: 0, disordered: 0 });
  });

  test('a server that starts without a number for its lives counts from 1 again', () => {
    const life = script('n1@1 node.started\nn1@1 entry.applied 1');
    const lives = [life, life].flatMap((events, index) =>
      events.map(({ inc: _, ...event }) => ({ ...event, time: event.time + index * 100 })),
    ) as readonly TraceEvent[];
    const { findings, sequence } = judge(lives, fell);
    expect(findings).toStrictEqual([]);
    expect(sequence).toStrictEqual({ lost: 0, disordered: 0 });
  });
});

describe('lost lines', () => {
  const text = (mark: string): string => `n1@2 vote.granted n2\n${mark} n1@3 vote.granted n3`;

  test('none: the rule holds', () => {
    const { coverage, sequence } = judge(script(text('')), { rules: [doubleVote] });
    expect(sequence).toStrictEqual({ lost: 0, disordered: 0 });
    expect(coverage).toMatchInlineSnapshot(`
      [
        {
          "needs": [
            "vote.granted.term",
          ],
          "rule": "double-vote",
          "verdict": "holds",
        },
      ]
    `);
  });

  test('a gap: who knows what stood there', () => {
    const { coverage, sequence } = judge(script(text('~')), { rules: [doubleVote] });
    expect(sequence).toStrictEqual({ lost: 1, disordered: 0 });
    expect(coverage).toMatchInlineSnapshot(`
      [
        {
          "missing": "1 line lost (gaps in seq)",
          "needs": [
            "vote.granted.term",
          ],
          "rule": "double-vote",
          "verdict": "unknown",
        },
      ]
    `);
  });

  test('a line out of its place', () => {
    const [one, two, three] = script(`n1@2 vote.granted n2
      n1@3 vote.granted n3
      n1@4 vote.granted n3`);
    const events = [one, three, two].flatMap((event) => event ?? []);
    const { coverage, sequence } = judge(events, { rules: [staleCandidateVote, doubleVote] });
    expect(sequence).toStrictEqual({ lost: 1, disordered: 1 });
    expect(coverage.map(({ verdict, missing }) => `${verdict}: ${missing}`)).toMatchInlineSnapshot(`
      [
        "unknown: votes with the last index and term of both logs",
        "unknown: 1 line lost (gaps in seq)",
      ]
    `);
  });

  test('the beginning is missing', () => {
    const [, ...events] = script(text(''));
    const { coverage, sequence } = judge(events, { rules: [doubleVote] });
    expect(sequence).toStrictEqual({ lost: 1, disordered: 0 });
    expect(coverage[0]?.missing).toBe('1 line lost (gaps in seq)');
  });

  test('a violation stands, whatever is lost', () => {
    const events = script('n1@2 vote.granted n2\n~ n1@2 vote.granted n3');
    expect(judge(events, { rules: [doubleVote] }).coverage[0]?.verdict).toBe('violated');
  });

  test('one cluster of two has gaps', () => {
    const events = [...script(text('')), ...script(text('~'), { run: 'other' })];
    expect(judge(events, { rules: [doubleVote] }).coverage[0]?.verdict).toBe('unknown');
  });
});

describe('findings', () => {
  test('told once, however often they repeat', () => {
    const text = Array(5).fill('n1@2 vote.granted n2\nn1@2 vote.granted n3').join('\n');
    expect(judge(script(text), { rules: [doubleVote] }).findings.map(show)).toMatchInlineSnapshot(`
      [
        "violated (violation) term 2, n1: n1 voted for n2 and then for n3 in term 2
        1: n1@2 votes for n2
        2: n1@2 votes for n3
        ? no-voted-for-check 0.8: the voter granted two candidates within one life: it does not read votedFor",
      ]
    `);
  });

  test('at most a thousand are kept, and all are told', () => {
    const lines = Array.from(
      { length: 1005 },
      (_, term) => `n1@${term} vote.granted n2\nn1@${term} vote.granted n3`,
    );
    let told = 0;
    const { findings, findingsLeftOut } = judge(script(lines.join('\n')), {
      rules: [doubleVote],
      onFinding: () => {
        told += 1;
      },
    });
    expect([findings.length, findingsLeftOut, told]).toStrictEqual([1000, 5, 1005]);
  });

  test('told as soon as a line proves them', () => {
    const told: Finding[] = [];
    const judging = { rules: [doubleVote], onFinding: (finding: Finding) => told.push(finding) };
    judge(script('n1@2 vote.granted n2'), judging);
    expect(told).toStrictEqual([]);
    judge(script('n1@2 vote.granted n2\nn1@2 vote.granted n3'), judging);
    expect(told).toHaveLength(1);
  });
});

test('the table of leaders: from when to when, and how each leadership ended', () => {
  const { leaders } = judge(
    script(`n1@1 role.changed candidate→leader
      +100 n1@2 role.changed leader→follower cause=higher-term
      n2@2 role.changed candidate→leader
      +100 n2@2 node.crashed
      n3@3 role.changed candidate→leader
      +100 n3@4 leader message.sent AppendEntries n3→n1
      +100 n3@4 node.stopped
      n1@5 role.changed candidate→leader
      +100 n1@5 role.changed leader→follower
      n2@5 node.started
      n2@6 role.changed candidate→leader
      +100 n2@6 node.started
      n1 role.changed candidate→leader
      n1@6 follower config.appended voters=n1,n2,n3 inc=1
      n3@7 role.changed candidate→leader`),
  );
  const table = leaders.map(
    ({ term, node, from, to, end }) =>
      `${term ?? '?'} ${node} ${from - 1_000_000} ${to === undefined ? '' : to - 1_000_000} ${end}`,
  );
  expect(`\n${table.join('\n')}`).toMatchInlineSnapshot(`
    "
    1 n1 10 110 higher-term
    2 n2 120 220 crashed
    3 n3 230 330 term-changed
    4 n3 330 430 stopped
    5 n1 440 540 stepped-down
    6 n2 560 660 restarted
    ? n1 670 680 restarted
    7 n3 690  open"
  `);
});

test('of several verdicts on one rule the worst stands', () => {
  const order: readonly Verdict[] = ['inconsistent', 'suspicious', 'violated'];
  const finding = (verdict: Finding['verdict']): Finding => ({
    rule: doubleVote.id,
    verdict,
    severity: 'note',
    nodes: [],
    message: '',
    evidence: [],
    causes: [],
  });
  for (const [rank, worst] of order.entries()) {
    for (const verdict of order.slice(0, rank + 1)) {
      const tally = createCoverageTally([doubleVote]);
      tally.closed([{ enough: false, missing: 'anything' }], { lost: 3, disordered: 0 });
      tally.found(finding(worst as Finding['verdict']));
      tally.found(finding(verdict as Finding['verdict']));
      expect(coverageOf(tally, [doubleVote])[0]?.verdict).toBe(worst);
    }
  }
});
