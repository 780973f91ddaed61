import { expect, test } from 'vitest';
import { testFailed } from '../../src/rules/test-failed.ts';
import { judged } from '../judged.ts';

const verdict = (text: string): string => judged(testFailed, text, { counted: false });

test('suspicious: a test fails after what it saw', () => {
  expect(
    verdict(
      `test.started TestBasicAgree2B
       test.observed no-agreement
       test.failed TestBasicAgree2B`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning): TestBasicAgree2B failed: it does not say why
      2: test sees no-agreement
      3: test "TestBasicAgree2B" fails"
  `);
});

test('suspicious: a test fails and says nothing', () => {
  expect(
    verdict(
      `test.started TestBasicAgree2B
       test.failed TestBasicAgree2B`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning): TestBasicAgree2B failed: it does not say why
      2: test "TestBasicAgree2B" fails"
  `);
});

test('suspicious: the tester ended the program before the test could fail', () => {
  expect(
    verdict(
      `test.started TestFigure82C
       test.observed values-disagree index=3 nodes=0,1`,
    ),
  ).toMatchInlineSnapshot(`
    "suspicious (warning) 0 1: a test failed: it does not say why
      2: test sees values-disagree (index 3, servers {0 1})"
  `);
});

test('holds: the test passes', () => {
  expect(
    verdict(
      `test.started TestBasicAgree2B
       test.passed TestBasicAgree2B`,
    ),
  ).toMatchInlineSnapshot(`"holds"`);
});

test('unknown: no test is told', () => {
  expect(verdict('n1@1 candidate election.started')).toMatchInlineSnapshot(
    `"unknown: a test that says how it ended"`,
  );
});
