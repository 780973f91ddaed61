import { expect, test } from 'vitest';
import { type Environment, otlpEndpoint, otlpSettings } from '../../src/index.ts';

const base = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const traces = 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT';

const endpoints: readonly [string | undefined, Environment, string | undefined][] = [
  [undefined, {}, undefined],
  [undefined, { [base]: '', [traces]: ' ' }, undefined],
  ['http://host:4318', {}, 'http://host:4318/v1/traces'],
  ['http://host:4318/', {}, 'http://host:4318/v1/traces'],
  ['https://host/otlp', {}, 'https://host/otlp'],
  ['http://[::1]:4318', {}, 'http://[::1]:4318/v1/traces'],
  ['http://flag', { [base]: 'http://env', [traces]: 'http://env' }, 'http://flag/v1/traces'],
  ['http://flag', { OTEL_SDK_DISABLED: 'true' }, 'http://flag/v1/traces'],
  [undefined, { [base]: 'http://env:4318' }, 'http://env:4318/v1/traces'],
  [undefined, { [base]: 'http://env:4318/api/' }, 'http://env:4318/api/v1/traces'],
  [undefined, { [base]: 'http://env', [traces]: 'http://t/x' }, 'http://t/x'],
  [undefined, { [traces]: 'http://t:4318/' }, 'http://t:4318/'],
  [undefined, { [base]: 'http://env', OTEL_SDK_DISABLED: 'TRUE' }, undefined],
];

test.each(endpoints)('%s with %j goes to %s', (flag, env, expected) => {
  expect(otlpEndpoint(flag, env)).toBe(expected);
});

const mistakes: readonly [string | undefined, Environment, string][] = [
  ['', {}, '--otlp: not an http or https URL: ""'],
  ['localhost:4318', {}, '--otlp: not an http or https URL: "localhost:4318"'],
  ['grpc://host:4317', {}, '--otlp: not an http or https URL: "grpc://host:4317"'],
  [undefined, { [base]: 'nowhere' }, `${base}: not an http or https URL: "nowhere"`],
  [undefined, { [traces]: '://' }, `${traces}: not an http or https URL: "://"`],
  ['http://me:secret@host', {}, '--otlp: credentials belong into OTEL_EXPORTER_OTLP_HEADERS'],
  [
    'http://host',
    { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    'OTEL_EXPORTER_OTLP_PROTOCOL: http/protobuf and http/json are supported, not "grpc"',
  ],
  [
    'http://host',
    { OTEL_EXPORTER_OTLP_TIMEOUT: 'soon' },
    'OTEL_EXPORTER_OTLP_TIMEOUT: not a time in ms: "soon"',
  ],
  [
    'http://host',
    { OTEL_EXPORTER_OTLP_HEADERS: 'secret' },
    'OTEL_EXPORTER_OTLP_HEADERS: a pair without "key=" in front',
  ],
  [
    'http://host',
    { OTEL_EXPORTER_OTLP_HEADERS: 'a=%zz' },
    'OTEL_EXPORTER_OTLP_HEADERS: a value with broken percent-encoding',
  ],
];

test.each(mistakes)('%s with %j is refused', (flag, env, message) => {
  expect(() => otlpSettings(flag, env)).toThrow(new Error(message));
});

test('takes headers, protocol, timeout and compression from the environment', () => {
  expect(otlpSettings('http://host', {})).toEqual({
    url: 'http://host/v1/traces',
    protocol: 'http/protobuf',
    headers: {},
    timeoutMs: undefined,
    gzip: false,
  });
  const env = {
    OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b, x=1=2,',
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x=3',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/json',
    OTEL_EXPORTER_OTLP_TIMEOUT: '2500',
    OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
  };
  expect(otlpSettings('http://host', env)).toEqual({
    url: 'http://host/v1/traces',
    protocol: 'http/json',
    headers: { 'api-key': 'a b', x: '3' },
    timeoutMs: 2500,
    gzip: true,
  });
});
