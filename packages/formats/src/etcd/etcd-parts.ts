/** What stands for what in the patterns of etcd's lines. */
export const etcdParts: Readonly<Record<string, string>> = {
  id: '[0-9a-f]{1,16}',
  ids: '[0-9a-f,]{0,2000}',
  numbers: '[0-9a-f ]{0,4000}',
  n: String.raw`\d{1,20}`,
  kind: 'Msg[A-Za-z]{1,30}',
};
