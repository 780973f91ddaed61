/** How spans go over the wire. */
export type OtlpProtocol = 'http/protobuf' | 'http/json';

/** Where spans go and how. */
export interface OtlpSettings {
  /** The full URL, path included. */
  readonly url: string;
  /** Default: `http/protobuf`. */
  readonly protocol?: OtlpProtocol | undefined;
  /** Sent with every request beside the content type. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long one request may take, ms; default: 10,000. */
  readonly timeoutMs?: number | undefined;
  /** Default: false. */
  readonly gzip?: boolean | undefined;
}

/** Environment variables, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where spans go: to the flag's URL, else to what OpenTelemetry's variables say, else nowhere.
 *
 * `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` is taken as it is and `/v1/traces` is added to
 * `OTEL_EXPORTER_OTLP_ENDPOINT`, as the OTLP exporter specification has it; to the flag it is added
 * when that has no path. Throws an Error that names the source when a URL is no URL.
 */
export function otlpEndpoint(flag: string | undefined, env: Environment): string | undefined {
  if (flag !== undefined) {
    const url = parseUrl('--otlp', flag);
    if (url.pathname === '/') url.pathname = '/v1/traces';
    return url.href;
  }
  if (env.OTEL_SDK_DISABLED?.trim().toLowerCase() === 'true') return undefined;
  const traces = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?.trim();
  if (traces) return parseUrl('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', traces).href;
  const base = env.OTEL_EXPORTER_OTLP_ENDPOINT?.trim();
  if (!base) return undefined;
  const url = parseUrl('OTEL_EXPORTER_OTLP_ENDPOINT', base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`;
  return url.href;
}

/** {@link otlpEndpoint}, and the variables for headers, protocol, timeout and compression. */
export function otlpSettings(flag: string | undefined, env: Environment): OtlpSettings | undefined {
  const url = otlpEndpoint(flag, env);
  if (url === undefined) return undefined;
  return {
    url,
    protocol: protocolOf(variable(env, 'PROTOCOL')),
    headers: {
      ...headersOf('OTEL_EXPORTER_OTLP_HEADERS', env),
      ...headersOf('OTEL_EXPORTER_OTLP_TRACES_HEADERS', env),
    },
    timeoutMs: timeoutOf(variable(env, 'TIMEOUT')),
    gzip: variable(env, 'COMPRESSION')?.value === 'gzip',
  };
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** The variable for traces, else the one for all signals; an empty one counts as not set. */
function variable(env: Environment, what: string): Variable | undefined {
  for (const name of [`OTEL_EXPORTER_OTLP_TRACES_${what}`, `OTEL_EXPORTER_OTLP_${what}`]) {
    const value = env[name]?.trim();
    if (value) return { name, value };
  }
  return undefined;
}

function parseUrl(source: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Error(`${source}: not an http or https URL: ${JSON.stringify(text)}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new Error(`${source}: credentials belong into OTEL_EXPORTER_OTLP_HEADERS`);
  }
  return url;
}

function protocolOf(setting: Variable | undefined): OtlpProtocol {
  if (setting === undefined) return 'http/protobuf';
  const { name, value } = setting;
  if (value === 'http/protobuf' || value === 'http/json') return value;
  const known = 'http/protobuf and http/json are supported';
  throw new Error(`${name}: ${known}, not ${JSON.stringify(value)}`);
}

function timeoutOf(setting: Variable | undefined): number | undefined {
  if (setting === undefined) return undefined;
  const timeoutMs = Number(setting.value);
  if (timeoutMs > 0 && timeoutMs <= 0x7fff_ffff) return timeoutMs;
  throw new Error(`${setting.name}: not a time in ms: ${JSON.stringify(setting.value)}`);
}

/** `key=value` pairs between commas, percent-encoded as in W3C baggage. */
function headersOf(name: string, env: Environment): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const pair of (env[name] ?? '').split(',')) {
    if (pair.trim() === '') continue;
    const at = pair.indexOf('=');
    const key = pair.slice(0, at).trim();
    // The value may be a secret, so that the message must not repeat it.
    if (at < 1 || key === '') throw new Error(`${name}: a pair without "key=" in front`);
    headers[decode(name, key)] = decode(name, pair.slice(at + 1).trim());
  }
  return headers;
}

function decode(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(`${name}: a value with broken percent-encoding`);
  }
}
