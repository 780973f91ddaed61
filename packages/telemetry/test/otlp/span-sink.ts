import { createServer, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** One request that came in. */
export interface SinkRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A receiver on the loopback interface. */
export interface SpanSink extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly SinkRequest[];
}

/** What it answers to the request with that number, counted from 0. */
export type SinkAnswer = (index: number) => Answer | Promise<Answer>;

interface Answer {
  readonly status: number;
  readonly body?: string;
}

/** Opens a receiver that keeps every request. */
export async function openSpanSink(
  answer: SinkAnswer = () => ({ status: 200 }),
): Promise<SpanSink> {
  const requests: SinkRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const sent = Buffer.concat(chunks);
      const packed = request.headers['content-encoding'] === 'gzip';
      const answering = answer(requests.length);
      requests.push({
        path: request.url ?? '',
        headers: request.headers,
        body: packed ? gunzipSync(sent) : sent,
      });
      const { status, body } = await answering;
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/v1/traces`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
