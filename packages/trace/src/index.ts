export { catalogue } from './catalogue.ts';
export type { Envelope, Origin } from './envelope.ts';
export type {
  ClusterSettings,
  EntryId,
  EventSpec,
  FieldSpec,
  FieldType,
  FieldTypes,
  Link,
} from './field-types.ts';
export { type MessageKind, messageKinds } from './message-kind.ts';
export { type Role, roles } from './role.ts';
export { schemaId } from './schema-id.ts';
export type { EventName, EventOf, TraceEvent } from './trace-event.ts';
