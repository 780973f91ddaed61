/** What stands for what in the patterns of ra's lines. */
export const rabbitParts: Readonly<Record<string, string>> = {
  /** `{'%2F_qq','rabbit@host'}`: the group's name in this server, and the server. */
  server: String.raw`\{'?[^'{},]{1,300}'?, ?'?[^'{},]{1,300}'?\}`,
  n: String.raw`\d{1,20}`,
  role: '[a-z_]{1,40}',
};

const nodePart = /, ?'?([^'{},]{1,300})'?\}$/;

/** The Erlang node of a server id. */
export function nodeOfServer(server: string): string {
  return nodePart.exec(server)?.[1] ?? server;
}
