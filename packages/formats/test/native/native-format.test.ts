import { expect, test } from 'vitest';
import { nativeFormat } from '../../src/native/native-format.ts';
import { readLines } from '../read-lines.ts';

test('says why a line gave no event', () => {
  const lines = [
    '{"level":30,"time":1,"pid":7,"event":"timer.expired","timer":"election"}',
    '',
    '{"level":30,"time":1,"msg":"hello"}',
    '{"time":1,"event":"tea.served"}',
    '{"time":1,"event":"timer.expired"}',
    '{"time":1,"event":"timer.exp',
    '[]',
  ];
  expect(readLines(nativeFormat, lines).outcomes).toMatchInlineSnapshot(`
    [
      {
        "events": [
          {
            "at": {
              "file": "a.log",
              "line": 1,
              "text": "{"level":30,"time":1,"pid":7,"event":"timer.expired","timer":"election"}",
            },
            "event": "timer.expired",
            "time": 1,
            "timer": "election",
          },
        ],
        "kind": "events",
      },
      {
        "kind": "ignored",
        "why": "blank",
      },
      {
        "kind": "ignored",
        "why": "no event",
      },
      {
        "kind": "ignored",
        "why": "unknown event",
      },
      {
        "kind": "broken",
        "why": "timer is missing",
      },
      {
        "kind": "broken",
        "why": "not JSON: it ends too early",
      },
      {
        "kind": "broken",
        "why": "not a JSON object",
      },
    ]
  `);
});
