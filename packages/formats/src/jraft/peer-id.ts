const shape =
  /^((?:\[[\da-fA-F:.%]{2,60}\]|[^\s:[\]]{1,200}):\d{1,5})(?::(\d{0,9}))?(?::-?\d{1,9})?$/;

/**
 * A server as all lines name it: `10.0.0.1:8081:0:100` has an index, where several servers have one
 * address, and a priority, which some lines leave out.
 */
export function peerOf(printed: string): string {
  const [, address, index = ''] = shape.exec(printed) ?? [];
  if (address === undefined) return printed;
  return index === '' || index === '0' ? address : `${address}:${index}`;
}

/** What is saved as the vote of who has given none. */
export const nobody = '0.0.0.0:0';

/** The voters of a configuration: `a:1,b:1,c:1/learner`. */
export function votersOf(printed: string): readonly string[] {
  const peers = printed.split(',').filter((peer) => peer !== '' && !peer.endsWith('/learner'));
  return peers.map(peerOf);
}
