import type { CensusTaker } from '../census.ts';
import { memberId } from './member-id.ts';
import { createMemberState, type MemberState } from './member-state.ts';

/** The members whose lines one file has, by their ids. */
export interface Members {
  /** The member that is printed so, begun where nothing is known of it; it speaks. */
  of(hex: string): MemberState;
  /** What is known of it already. */
  known(hex: string): MemberState | undefined;
  /** The one that spoke last, where the message begins with its id: as most do. */
  speakingAgain(message: string): MemberState | undefined;
  /** Those that follow are others, whatever their ids. */
  forget(): void;
}

/** Tests of the library number their members, and lines of theirs may begin others anew. */
const shortId = 4;
const space = 0x20;

/** Begins with none. */
export function createMembers(census: CensusTaker): Members {
  let members = new Map<string, MemberState>();
  let latest: MemberState | undefined;
  return {
    of(hex) {
      const node = memberId(hex);
      let state = members.get(node);
      if (state === undefined) {
        state = createMemberState(node);
        members.set(node, state);
        census.speaks(node);
        if (/^[0-9a-f]{9,16}$/.test(node)) census.isCalled(node, String(BigInt(`0x${node}`)));
      }
      latest = state;
      return state;
    },
    known: (hex) => members.get(memberId(hex)),
    speakingAgain(message) {
      const node = latest?.node ?? '';
      if (node.length <= shortId || !message.startsWith(node)) return undefined;
      return message.charCodeAt(node.length) === space ? latest : undefined;
    },
    forget() {
      members = new Map();
      latest = undefined;
    },
  };
}
