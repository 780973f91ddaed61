import fc from 'fast-check';

/** What a reader looks for by its bytes: in its place, or beside it, they must not mislead it. */
const pieces = ['', ' ', '  ', ': ', '[', '] ', '|', '/', '-', '0', '2026', 'raft', 'A', '=', '\t'];

/** One of the lines, as it is or with a few places cut out or written over. */
export function mutatedLine(lines: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(120),
    gone: fc.nat(3),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 2 })),
  });
  return fc
    .tuple(fc.constantFrom(...lines), fc.array(edit, { maxLength: 2 }))
    .map(([line, edits]) =>
      edits.reduce(
        (text, { at, gone, put }) => text.slice(0, at) + put + text.slice(at + gone),
        line,
      ),
    );
}
