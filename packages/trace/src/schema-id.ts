/** The name and version of the trace format that this package reads and writes. */
export const schemaId = 'raft-trace/1';
