export {
  type Attention,
  attend,
  attendServer,
  createAttention,
  forgetNeeds,
  isNeeded,
  needsAll,
  type Share,
} from './attention.ts';
export { type LineBlock, slackBytes } from './bytes/byte-cursor.ts';
export {
  type ByteDecoder,
  type ByteDecoderOptions,
  createByteDecoder,
} from './bytes/create-byte-decoder.ts';
export { type ByteEncoder, createByteEncoder } from './bytes/create-byte-encoder.ts';
export { catalogue } from './catalogue.ts';
export { type DecodeOutcome, decodeLine, maxLineLength } from './decode-line.ts';
export { type EncodeOptions, encodeEvent } from './encode-event.ts';
export type { Envelope, Origin } from './envelope.ts';
export { envelopeFields } from './envelope-fields.ts';
export { escapeText } from './escape-text.ts';
export { eventNumber } from './event-number.ts';
export {
  firstMessageSlot,
  kindNumber,
  type MessageEventName,
  slotCount,
  slotOf,
  slotsOf,
} from './event-slot.ts';
export type {
  ClusterSettings,
  EntryId,
  EventSpec,
  FieldSpec,
  FieldType,
  FieldTypes,
  Link,
} from './field-types.ts';
export { type JsonSchema, type JsonValue, jsonSchema } from './json-schema.ts';
export { type MessageKind, messageKinds } from './message-kind.ts';
export { nodeOrder } from './node-order.ts';
export { renderEvent } from './render-event.ts';
export { type Role, roles } from './role.ts';
export { schemaId } from './schema-id.ts';
export type { EventName, EventOf, TraceEvent } from './trace-event.ts';
