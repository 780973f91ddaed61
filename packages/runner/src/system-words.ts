const folder = '--out names another folder';
const room = 'free some space, then go on with --resume';

const advice: Readonly<Record<string, string>> = {
  ENOSPC: `the disk is full: ${room}`,
  EDQUOT: `there is no more room: ${room}`,
  EACCES: folder,
  EPERM: folder,
  EROFS: folder,
  EMFILE: 'raise `ulimit -n`, or run fewer at a time with -p',
};

/** What the system refused, in its words, and what can be done about it where that is known. */
export function systemWords(error: Error & { readonly code?: unknown }): string {
  // Some calls of Node tell the words alone.
  const code = /too many open files/i.test(error.message) ? 'EMFILE' : error.code;
  const known = typeof code === 'string' ? advice[code] : undefined;
  // Without a path it may be anything else that is not allowed.
  const fits = known !== folder || 'path' in error;
  return known !== undefined && fits ? `${error.message}; ${known}` : error.message;
}
