import { promisify } from 'node:util';
import type { OtlpSettings } from './otlp-settings.ts';

/** What became of one request. */
export type PostOutcome =
  | { readonly kind: 'accepted'; readonly body: Uint8Array }
  /** `again` where the specification has clients try again. */
  | { readonly kind: 'refused'; readonly why: string; readonly again: boolean };

/** OTLP/HTTP: the answers after which a client may try again; after all others it must not. */
const retryable: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Posts one encoded batch; never throws. */
export async function postBatch(
  settings: OtlpSettings,
  contentType: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<PostOutcome> {
  // Without the query, which may hold a key.
  const { origin, pathname } = new URL(settings.url);
  const place = `${origin}${pathname}`;
  try {
    const response = await fetch(settings.url, {
      method: 'POST',
      headers: {
        ...settings.headers,
        'content-type': contentType,
        ...(settings.gzip === true ? { 'content-encoding': 'gzip' } : {}),
      },
      body: settings.gzip === true ? await compress(body) : body,
      signal: AbortSignal.timeout(settings.timeoutMs ?? 10_000),
    });
    // Read in any case: an unread body keeps its connection from being used again.
    const answer = new Uint8Array(await response.arrayBuffer());
    if (response.ok) return { kind: 'accepted', body: answer };
    const why = `${place} answered ${response.status}`;
    return { kind: 'refused', why, again: retryable.has(response.status) };
  } catch (error) {
    return { kind: 'refused', why: `${place}: ${reasonOf(error)}`, again: true };
  }
}

async function compress(body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const zlib = await import('node:zlib');
  const packed = await promisify(zlib.gzip)(body);
  return new Uint8Array(packed);
}

/** fetch says "fetch failed" and puts the reason into the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && cause.message === '' ? String(cause.code) : cause.message;
}
