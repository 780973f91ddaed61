import { isNativeError } from 'node:util/types';
import type { ReadProblem } from './file-report.ts';

const knownProblems: Readonly<Record<string, ReadProblem>> = {
  ENOENT: { kind: 'missing', message: 'there is no such file' },
  ENOTDIR: { kind: 'missing', message: 'there is no such file' },
  EISDIR: {
    kind: 'directory',
    message: 'this is a directory; name the files in it, for instance as DIRECTORY/*.log',
  },
  EACCES: { kind: 'permission', message: 'no permission to read it' },
  EPERM: { kind: 'permission', message: 'no permission to read it' },
};

/** Says why reading failed, in words for the user. */
export function readProblem(error: unknown): ReadProblem {
  const code = errorCode(error);
  const known = knownProblems[code];
  if (known !== undefined) return known;
  const detail = isNativeError(error) ? error.message : String(error);
  // zlib names its errors Z_DATA_ERROR, Z_BUF_ERROR, ZSTD_error_...
  if (/^(Z_|ZSTD_)/.test(code)) {
    return {
      kind: 'damaged',
      message: `its compressed data are damaged or cut off (${detail}); what came before was read`,
    };
  }
  return { kind: 'failed', message: `reading failed: ${detail}` };
}

function errorCode(error: unknown): string {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded && typeof error.code === 'string' ? error.code : '';
}
