import { atomixFormat } from './atomix/atomix-format.ts';
import { ccfFormat } from './ccf/ccf-format.ts';
import { cockroachFormat } from './cockroach/cockroach-format.ts';
import { dragonboatFormat } from './dragonboat/dragonboat-format.ts';
import { etcdJournalFormat, etcdTextFormat } from './etcd/etcd-text-format.ts';
import { etcdZapFormat } from './etcd/etcd-zap-format.ts';
import type { Format } from './format.ts';
import {
  hashicorpJsonFormat,
  hashicorpUnnamedJsonFormat,
} from './hashicorp/hashicorp-json-format.ts';
import {
  hashicorpTextFormat,
  hashicorpUnnamedTextFormat,
} from './hashicorp/hashicorp-text-format.ts';
import { jraftFormat } from './jraft/jraft-format.ts';
import { kraftFormat } from './kraft/kraft-format.ts';
import { labNotesFormat } from './lab-notes/lab-notes-format.ts';
import { logcabinFormat } from './logcabin/logcabin-format.ts';
import { mitTesterFormat } from './mit-tester/mit-tester-format.ts';
import { mongodbFormat } from './mongodb/mongodb-format.ts';
import { nativeFormat } from './native/native-format.ts';
import { natsFormat } from './nats/nats-format.ts';
import { openraftFormat } from './openraft/openraft-format.ts';
import { jaegerJsonFormat } from './otlp/jaeger-json-format.ts';
import { otlpJsonFormat } from './otlp/otlp-json-format.ts';
import { ovsdbFormat } from './ovsdb/ovsdb-format.ts';
import { rabbitFormat } from './rabbitmq/rabbit-format.ts';
import { ratisFormat } from './ratis/ratis-format.ts';
import { redisFormat } from './redis/redis-format.ts';
import { redpandaFormat } from './redpanda/redpanda-format.ts';
import { stateTraceFormat } from './state-trace/state-trace-format.ts';
import { studentLogFormat } from './student-log/student-log-format.ts';
import { tikvFormat } from './tikv/tikv-format.ts';
import { topicLogFormat } from './topic-log/topic-log-format.ts';

/** Every format that is known, the most particular first. */
export const formats: readonly Format[] = [
  nativeFormat,
  stateTraceFormat,
  etcdZapFormat,
  etcdTextFormat,
  etcdJournalFormat,
  hashicorpJsonFormat,
  hashicorpTextFormat,
  hashicorpUnnamedJsonFormat,
  hashicorpUnnamedTextFormat,
  natsFormat,
  ovsdbFormat,
  rabbitFormat,
  tikvFormat,
  cockroachFormat,
  dragonboatFormat,
  openraftFormat,
  kraftFormat,
  jraftFormat,
  ratisFormat,
  atomixFormat,
  logcabinFormat,
  ccfFormat,
  mongodbFormat,
  redpandaFormat,
  otlpJsonFormat,
  jaegerJsonFormat,
  redisFormat,
  topicLogFormat,
  labNotesFormat,
  studentLogFormat,
  mitTesterFormat,
];
