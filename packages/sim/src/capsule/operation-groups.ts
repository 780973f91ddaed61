import type { CapsuleOperation } from './capsule.ts';

/** Each operation with its repetitions. */
export function groupsOf(
  operations: readonly CapsuleOperation[],
): readonly (readonly CapsuleOperation[])[] {
  const groups: CapsuleOperation[][] = [];
  const last = new Map<string | undefined, CapsuleOperation[]>();
  for (const operation of operations) {
    const group = operation.again === true ? last.get(operation.client) : undefined;
    if (group !== undefined) group.push(operation);
    else {
      const begun = [operation];
      groups.push(begun);
      last.set(operation.client, begun);
    }
  }
  return groups;
}
