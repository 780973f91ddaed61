/** What stands for what in the patterns of ovsdb-server's lines. */
export const ovsdbParts: Readonly<Record<string, string>> = {
  sid: '[0-9a-f]{4}',
  n: String.raw`\d{1,20}`,
  rpc: '[a-z_]{1,40}',
  way: '-->|<--',
};
