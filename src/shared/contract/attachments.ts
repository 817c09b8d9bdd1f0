import * as v from 'valibot';
import { type Attachment, attachmentIdSchema, sessionIdSchema } from '../domain.ts';
import { takes } from './define.ts';

/** Largest file, in bytes. */
export const attachmentSizeLimit = 100_000_000;
/** Most files with one message. */
export const attachmentCountLimit = 50;
/** Longest side of a picture as it is sent, in pixels: what vision models look at, and more than most of them do. */
export const sentPictureSide = 1_568;

const fileName = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1_000));
const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(sentPictureSide));

/** One file of what was chosen in a dialog of the system: in a folder its path is its key. */
const chosenFileSchema = v.strictObject({ choiceId: v.string(), key: v.string() });
export type ChosenFile = Readonly<v.InferOutput<typeof chosenFileSchema>>;

const contentSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('bytes'),
    bytes,
    /** Set for a picture: the form in which it is sent, PNG or JPEG, and its sides in pixels. The window decodes, main cannot. */
    picture: v.nullable(
      v.strictObject({ bytes, mime: v.picklist(['image/png', 'image/jpeg']), width: side, height: side }),
    ),
  }),
  /** What need not be decoded is read by main: megabytes that go to the window and back would hold it up twice. */
  v.strictObject({ kind: v.literal('chosen'), file: chosenFileSchema }),
]);
export type NewFileContent = Readonly<v.InferOutput<typeof contentSchema>>;

/** A file for the draft. */
const newFileSchema = v.strictObject({
  id: attachmentIdSchema,
  /** With its path inside the folder it came with. */
  name: fileName,
  content: contentSchema,
});
export type NewFile = Readonly<v.InferOutput<typeof newFileSchema>>;

/** Files chosen in a dialog of the system. Main keeps where they are; each is read when its turn comes. */
export interface ChosenFiles {
  /** As long as Parlor runs. */
  readonly choiceId: string;
  readonly files: readonly { readonly key: string; readonly name: string }[];
}

export interface ChosenFolder {
  /** As long as Parlor runs. */
  readonly choiceId: string;
  readonly name: string;
  /** Files that look like text, documents and pictures; hidden ones, and what is in node_modules and the like, left out. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
  /** Files left out because there are too many or they are of no kind that can be attached. */
  readonly leftOut: number;
}

export const attachmentRequests = {
  /**
   * Adds a file to the draft of a session: what it is is told by its bytes, not by its name. Errors: attachment-too-large,
   * attachment-unreadable (damaged, of no kind known, encrypted), attachment-too-many; then the draft is as it was.
   */
  'attachments:add': takes(
    v.strictObject({ sessionId: sessionIdSchema, file: newFileSchema }),
  ).returns<Attachment>(),
  /** Takes one out of the draft. */
  'attachments:remove': takes(
    v.strictObject({ sessionId: sessionIdSchema, attachmentId: attachmentIdSchema }),
  ).returns<void>(),
  /** Asks for files; null when that was cancelled. */
  'attachments:choose-files': takes(v.undefined()).returns<ChosenFiles | null>(),
  /** Asks for a folder; null when that was cancelled. */
  'attachments:choose-folder': takes(v.undefined()).returns<ChosenFolder | null>(),
  /** The bytes of a picture that was chosen; null for any other file. Errors: attachment-too-large, attachment-unreadable. */
  'attachments:chosen-picture': takes(chosenFileSchema).returns<Uint8Array | null>(),
  /** The text in it, for reading. Empty for a picture. */
  'attachments:text': takes(v.strictObject({ attachmentId: attachmentIdSchema })).returns<string>(),
  /** A picture as it is sent, or as it was given. */
  'attachments:picture': takes(
    v.strictObject({ attachmentId: attachmentIdSchema, form: v.picklist(['sent', 'original']) }),
  ).returns<{ readonly bytes: Uint8Array; readonly mime: string }>(),
  /** Saves it as it was given, where the user says; null when that was cancelled. */
  'attachments:save': takes(v.strictObject({ attachmentId: attachmentIdSchema })).returns<string | null>(),
};
