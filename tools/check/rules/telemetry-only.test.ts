import { testRule } from '../rule-table.ts';
import { telemetryOnly } from './telemetry-only.ts';

const text =
  "import pino from 'pino';\nimport { trace } from '@opentelemetry/api';\nimport 'pinot';";

testRule(telemetryOnly, [
  {
    title: 'finds pino and OpenTelemetry in another package',
    path: 'packages/analyzer/src/x.ts',
    text,
    finds: [
      '1: pino imported outside telemetry',
      '2: @opentelemetry/api imported outside telemetry',
    ],
  },
  { title: 'lets telemetry be', path: 'packages/telemetry/src/x.ts', text, finds: [] },
  { title: 'lets tools compare with them', path: 'tools/bench/x.ts', text, finds: [] },
]);
