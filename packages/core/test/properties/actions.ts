import fc from 'fast-check';

/** What becomes of the effects of an input: all is done, or the server dies on the way. */
export type Ending = 'done' | 'dies-before-write' | 'dies-before-send';

/** One thing that happens to a random cluster; `at` and `which` are taken modulo what there is. */
export type Action =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'timeout'; readonly at: number; readonly ending: Ending }
  | { readonly kind: 'deliver'; readonly which: number; readonly ending: Ending }
  | { readonly kind: 'deliver-oldest'; readonly count: number }
  | { readonly kind: 'drop'; readonly which: number }
  | { readonly kind: 'duplicate'; readonly which: number }
  | { readonly kind: 'isolate'; readonly at: number }
  | { readonly kind: 'reconnect' }
  | { readonly kind: 'read'; readonly at: number }
  /** What follows asks a leader, if there is one. */
  | { readonly kind: 'propose'; readonly at: number }
  | { readonly kind: 'restart'; readonly at: number }
  | { readonly kind: 'compact'; readonly at: number }
  | { readonly kind: 'transfer'; readonly at: number; readonly to: number }
  | { readonly kind: 'change'; readonly at: number; readonly members: number };

const at = fc.nat(9);
const which = fc.nat(99);
const ending: fc.Arbitrary<Ending> = fc.oneof(
  { weight: 20, arbitrary: fc.constant<Ending>('done') },
  { weight: 1, arbitrary: fc.constantFrom<Ending>('dies-before-write', 'dies-before-send') },
);

function action(weight: number, arbitrary: fc.Arbitrary<Action>) {
  return { weight, arbitrary };
}

const count = fc.integer({ min: 1, max: 12 });
const common = [
  action(4, fc.record({ kind: fc.constant('wait'), ms: fc.integer({ min: 1, max: 80 }) })),
  action(2, fc.record({ kind: fc.constant('timeout'), at, ending })),
  action(10, fc.record({ kind: fc.constant('deliver'), which, ending })),
  action(16, fc.record({ kind: fc.constant('deliver-oldest'), count })),
  action(2, fc.record({ kind: fc.constant('drop'), which })),
  action(2, fc.record({ kind: fc.constant('duplicate'), which })),
  action(2, fc.record({ kind: fc.constant('isolate'), at })),
  action(2, fc.record({ kind: fc.constant('reconnect') })),
  action(8, fc.record({ kind: fc.constant('propose'), at })),
  action(2, fc.record({ kind: fc.constant('read'), at })),
  action(1, fc.record({ kind: fc.constant('restart'), at })),
  action(2, fc.record({ kind: fc.constant('compact'), at })),
  action(1, fc.record({ kind: fc.constant('transfer'), at, to: at })),
];

const members = fc.integer({ min: 1, max: 31 });
const changes = action(3, fc.record({ kind: fc.constant('change'), at, members }));

const length = { minLength: 1, maxLength: 300, size: 'max' } as const;

/** Courses of events without changes of the membership. */
export const actions: fc.Arbitrary<readonly Action[]> = fc.array(fc.oneof(...common), length);

/** The same with changes of the membership; `members` has a bit for each server. */
export const actionsWithChanges: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(...common, changes),
  length,
);
