import { etcdTextFormat } from './etcd/etcd-text-format.ts';
import { etcdZapFormat } from './etcd/etcd-zap-format.ts';
import type { Format } from './format.ts';
import { labNotesFormat } from './lab-notes/lab-notes-format.ts';
import { mitTesterFormat } from './mit-tester/mit-tester-format.ts';
import { nativeFormat } from './native/native-format.ts';

/** Every format that is known, the most particular first. */
export const formats: readonly Format[] = [
  nativeFormat,
  etcdZapFormat,
  etcdTextFormat,
  labNotesFormat,
  mitTesterFormat,
];
