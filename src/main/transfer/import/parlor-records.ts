import * as v from 'valibot';
import { modelParametersSchema } from '#shared/domain.ts';
import type { ErrorCode, ErrorReport } from '#shared/errors.ts';
import { text as texts } from '#shared/text/index.ts';
import type { AttachmentRecord, MessageRecord } from '../../db/interface.ts';
import { attachmentSchema, messageSchema } from '../parlor-session-schema.ts';
import { type Fields, isFields, unknownFields } from './unknown-fields.ts';

// Parts of a session file as records. What is wrong is thrown as a sentence without its end.

/** Where fields that this Parlor does not know are kept: in the metadata of what they belong to, under this name. */
const keptUnder = 'parlor-json';

type ParsedMessage = v.InferOutput<typeof messageSchema>;
type ParsedAttachment = v.InferOutput<typeof attachmentSchema>;

/** `raw`: the same as it stands in the file. */
export function readMessage(
  message: ParsedMessage,
  raw: Fields | undefined,
  index: number,
): { readonly record: MessageRecord; readonly missingFiles: number } {
  const place = `messages.${index + 1}`;
  const rawFiles = raw?.['attachments'];
  const files = readAttachments(message.attachments, Array.isArray(rawFiles) ? rawFiles : [], place);
  const { error, known } = readError(message.error);
  const kept = {
    ...unknownFields(messageSchema, raw ?? {}, ['attachments']),
    ...(known ? {} : { error: message.error }),
    ...(files.names.length > 0 && { missingAttachments: files.names }),
  };
  const record: MessageRecord = {
    ...message,
    error,
    attachments: files.records,
    toolCalls: message.toolCalls ?? null,
    provenance: readProvenance(message.provenance ?? null, place),
    metadata: keptWith(message.metadata ?? null, kept, `${place}.metadata`),
  };
  return { record, missingFiles: files.missing };
}

export interface ReadFiles {
  readonly records: readonly AttachmentRecord[];
  /** Those of which the file has nothing but the name. */
  readonly missing: number;
  readonly names: readonly string[];
}

export function readAttachments(
  attachments: readonly ParsedAttachment[],
  raw: readonly unknown[],
  place: string,
): ReadFiles {
  const records = attachments.flatMap((attachment, index) =>
    attachment.bytes === null
      ? []
      : [readAttachment(attachment, raw[index], `${place}.attachments.${index + 1}`)],
  );
  const names = attachments.filter(({ bytes }) => bytes === null).map(({ name }) => name);
  return { records, missing: names.length, names };
}

/** What Chromium shows and nothing else: a picture is decoded by the window. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
const attachmentMetadata = v.nullable(
  v.looseObject({
    sentMime: v.optional(v.string()),
    picturesLeftOut: v.optional(v.pipe(v.number(), v.integer())),
  }),
);

function readAttachment(attachment: ParsedAttachment, raw: unknown, place: string): AttachmentRecord {
  const { bytes, sizeBytes, kind, mime, sent } = attachment;
  if (bytes?.byteLength !== sizeBytes) throw new Error(`${place}.bytes are not as many as its size says`);
  if (kind === 'image' && ![mime, sent?.mime ?? mime].every((type) => pictureTypes.includes(type))) {
    throw new Error(`${place}.mime is not that of a picture`);
  }
  const kept = unknownFields(attachmentSchema, isFields(raw) ? raw : {});
  const known = v.safeParse(attachmentMetadata, attachment.metadata ?? null);
  if (!known.success) throw new Error(`${place}.metadata is not that of an attachment`);
  const sentMime = sent === null || sent.mime === 'image/png' ? {} : { sentMime: sent.mime };
  const metadata = keptWith(attachment.metadata ?? null, kept, `${place}.metadata`);
  return {
    ...attachment,
    metadata: Object.keys(sentMime).length > 0 ? { ...fieldsOf(metadata), ...sentMime } : metadata,
  };
}

/** An error that this Parlor has no words for is told as one that it has; the file's own is kept. */
function readError(error: ParsedMessage['error']): {
  readonly error: ErrorReport | null;
  readonly known: boolean;
} {
  if (error === null) return { error: null, known: true };
  if (isTellable(error)) return { error, known: true };
  return { error: { code: 'answer-failed', details: { detail: error.code } }, known: false };
}

/** Whether the catalogue has a sentence for it and finds everything it needs in the details. */
function isTellable(error: NonNullable<ParsedMessage['error']>): error is typeof error & ErrorReport {
  if (!Object.hasOwn(texts.errors, error.code)) return false;
  let isWhole = true;
  const watched = new Proxy(error.details, {
    get(details, name) {
      const detail = Reflect.get(details, name);
      if (typeof detail !== 'string' && typeof detail !== 'number') isWhole = false;
      return detail;
    },
  });
  try {
    (texts.errors[error.code as ErrorCode] as (details: object) => unknown)(watched);
    return isWhole;
  } catch {
    return false;
  }
}

/** As `Provenance` in `db/interface.ts`. */
const provenanceSchema = v.nullable(
  v.looseObject({
    model: v.string(),
    digest: v.optional(v.nullable(v.string())),
    quantization: v.optional(v.nullable(v.string())),
    ollamaAddress: v.string(),
    ollamaVersion: v.optional(v.nullable(v.string())),
    options: modelParametersSchema,
    systemPrompt: v.string(),
    messageIds: v.array(v.string()),
    remark: v.optional(v.nullable(v.string())),
    withThinking: v.optional(v.boolean()),
    picturesLeftOut: v.optional(v.number()),
    continuedAt: v.optional(v.array(v.number())),
  }),
);

/** As it stands in the file: the order of its fields is kept. */
function readProvenance(provenance: unknown, place: string): unknown {
  if (!v.is(provenanceSchema, provenance)) throw new Error(`${place}.provenance is not one of Parlor`);
  return provenance;
}

/** Metadata with what else was in the file. */
export function keptWith(metadata: unknown, kept: Fields, place: string): unknown {
  if (Object.keys(kept).length === 0) return metadata ?? null;
  if (metadata !== null && metadata !== undefined && !isFields(metadata)) {
    throw new Error(`${place} has no place for ${Object.keys(kept).join(', ')}`);
  }
  const fields = fieldsOf(metadata);
  return { ...fields, [keptUnder]: { ...fieldsOf(fields[keptUnder]), ...kept } };
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}
