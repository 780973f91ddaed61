import { type JsonFields, parseFields } from '../json-fields.ts';
import { stripColours } from '../strip-prefix.ts';
import type { Carrier } from './carrier.ts';

/** Where journald, docker, Fluent Bit and the like put the line of the program, */
const texts = ['MESSAGE', 'log', 'message'] as const;
/** and whose it is; within `kubernetes` also. */
const sources = ['_HOSTNAME', 'pod_name', 'container_name', 'hostname', 'host', 'pod'] as const;

/** One object of JSON around each line. */
export const jsonCarrier: Carrier = {
  id: 'json',
  escapes: true,
  unwrap(line) {
    if (!line.startsWith('{') || !texts.some((key) => line.includes(`"${key}"`))) return undefined;
    const fields = parseFields(line);
    if (fields === undefined) return undefined;
    for (const key of texts) {
      const text = fields.text(key) ?? textOfBytes(fields.list(key));
      if (text === undefined) continue;
      return { text: stripColours(text.replace(/[\r\n]{1,2}$/, '')), source: sourceOf(fields) };
    }
    return undefined;
  },
};

function sourceOf(fields: JsonFields): string | undefined {
  const pod = fields.object('kubernetes');
  for (const key of sources) {
    const source = pod?.text(key) ?? fields.text(key);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** journald writes text with colours as the numbers of its bytes. */
function textOfBytes(bytes: readonly unknown[] | undefined): string | undefined {
  if (bytes === undefined || bytes.length > 65_536) return undefined;
  const codes = bytes.filter((byte) => typeof byte === 'number');
  return codes.length === bytes.length
    ? codes.map((code) => String.fromCharCode(code)).join('')
    : undefined;
}
