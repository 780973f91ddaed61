/** What stands for what in the patterns of NATS' lines. */
export const natsParts: Readonly<Record<string, string>> = {
  peer: '[A-Za-z0-9]{1,40}',
  n: String.raw`\d{1,20}`,
  reply: String.raw`[\w.$-]{1,100}`,
  bool: 'true|false',
};
