import type { Finding } from '@raftlens/invariants';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { weighOrder } from '../../src/decide/weigh-order.ts';

const line = (number: number, time: number, node = 'a'): TraceEvent => ({
  event: 'node.stopped',
  time,
  node,
  at: { file: 'a.log', line: number },
});
const finding = (rule: string, ...evidence: readonly TraceEvent[]): Finding => ({
  rule,
  verdict: 'violated',
  severity: 'violation',
  nodes: ['a'],
  message: 'the term fell',
  evidence,
  causes: [],
});
const inOrder = () => 'kept' as const;
const lost = () => 'lost' as const;
const perServer = () => 'per-server' as const;

test('a proof whose lines are in order stays one', () => {
  const proof = finding('term-monotonic', line(1, 5), line(2, 5));
  expect(weighOrder(proof, inOrder)).toBe(proof);
  const ofTwo = finding('term-monotonic', line(1, 9, 'b'), line(2, 5));
  expect(weighOrder(ofTwo, inOrder)).toBe(ofTwo);
});

test('what hangs on an order that the clock denies, or that is lost, is only suspicious', () => {
  const denied = finding('term-monotonic', line(1, 9), line(2, 5));
  expect(weighOrder(denied, inOrder)).toMatchObject({
    verdict: 'suspicious',
    severity: 'warning',
    message: expect.stringMatching(/^the term fell, unless somebody has changed the order/),
  });
  const sorted = finding('term-monotonic', line(1, 5), line(2, 5));
  expect(weighOrder(sorted, lost).verdict).toBe('suspicious');
});

test('one line proves it in any order, and so do terms that tell which came first', () => {
  const ofOne = finding('term-monotonic', line(1, 5), line(1, 5));
  expect(weighOrder(ofOne, lost)).toBe(ofOne);
  const leaders = finding('election-safety', line(1, 9), line(2, 5));
  expect(weighOrder(leaders, lost)).toBe(leaders);
  const incomplete = finding('leader-completeness', line(1, 9), line(2, 5));
  expect(weighOrder(incomplete, lost)).toBe(incomplete);
});

test('where lines of servers are mixed, only those of one prove something by their order', () => {
  const ofOne = finding('term-monotonic', line(1, 5), line(2, 5));
  expect(weighOrder(ofOne, perServer)).toBe(ofOne);
  const ofTwo = finding('amnesia', line(1, 5, 'b'), line(2, 5));
  expect(weighOrder(ofTwo, perServer).verdict).toBe('suspicious');
});

test('where the order said whose a line is, nothing is proven without it', () => {
  const leaders = finding('election-safety', line(1, 9), line(2, 5, 'b'));
  expect(weighOrder(leaders, () => 'lost-names').verdict).toBe('suspicious');
});

test('a line and its copy prove nothing', () => {
  const copy = (number: number): TraceEvent => ({
    ...line(number, 5),
    at: { file: 'a.log', line: number, text: 'a campaigns in 2' },
  });
  const twice = finding('self-vote-first', copy(1), copy(2));
  expect(weighOrder(twice, inOrder)).toMatchObject({
    verdict: 'inconsistent',
    severity: 'warning',
  });
});
