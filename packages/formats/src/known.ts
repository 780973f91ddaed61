/** Only the members that are known: an event leaves out what its line does not say. */
export function known<Members extends Readonly<Record<string, unknown>>>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  const told = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as {
    [Name in keyof Members]?: Exclude<Members[Name], undefined>;
  };
}
