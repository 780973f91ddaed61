/** What the system refused, in its words, and what can be done about it where that is known. */
export function systemWords(error: Error & { readonly code?: unknown }): string {
  const advice: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full: free some space, then go on with --resume',
    EDQUOT: 'there is no more room: free some space, then go on with --resume',
    EACCES: '--out names another folder',
    EPERM: '--out names another folder',
    EROFS: '--out names another folder',
  };
  const known = typeof error.code === 'string' ? advice[error.code] : undefined;
  const isPath = known !== undefined && 'path' in error;
  const room = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  return known !== undefined && (isPath || room) ? `${error.message}; ${known}` : error.message;
}
