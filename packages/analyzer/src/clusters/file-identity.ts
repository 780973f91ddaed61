/** Whose log a file is, as far as its first lines tell. */
export interface FileIdentity {
  readonly file: string;
  /** The system that wrote it, the part of the format's id before the first `-`. */
  readonly system: string;
  /** The id of the format that it is in. */
  readonly format: string;
  /** False where the format cannot tell who belongs together. */
  readonly counted: boolean;
  /** Servers whose events are in it; each with its group, where each group has other ids. */
  readonly speakers: ReadonlySet<string>;
  /** Several servers of one group speak in it: it is no server's own log. */
  readonly several: boolean;
  /** Servers that a line names as members of the cluster. */
  readonly members: ReadonlySet<string>;
  /** Every server that it names. */
  readonly known: ReadonlySet<string>;
  /** Of its first event. */
  readonly begins: number;
}
