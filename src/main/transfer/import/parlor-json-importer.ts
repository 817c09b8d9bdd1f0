import * as v from 'valibot';
import { draftsAsideLimit, systemPromptLimit, titleLimit } from '#shared/contract/sessions.ts';
import { isVisible } from '#shared/domain.ts';
import type { SessionRecord } from '../../db/interface.ts';
import { parlorSessionSchema } from '../parlor-session-schema.ts';
import { type Importer, type ImportFile, type ParsedSession, unreadable } from './importer.ts';
import { keptWith, readAttachments, readMessage } from './parlor-records.ts';
import { problemOf } from './problem.ts';
import { treeProblem } from './tree-problem.ts';
import { isFields, unknownFields } from './unknown-fields.ts';

const format = 'parlor-session';
const source = 'parlor';

/** Parlor's own files: what `renderParlorJson` writes. */
export const parlorJsonImporter: Importer = {
  recognises: (file) => {
    const value = file.json();
    return isFields(value) && value['format'] === format;
  },
  parse: (file) => [parseParlorJson(file)],
};

function parseParlorJson(file: ImportFile): ParsedSession {
  const value = file.json();
  if (isFields(value) && value['version'] !== 1) {
    throw unreadable(
      file.name,
      `it is of version ${String(value['version'])} of the format, and this Parlor reads version 1`,
    );
  }
  const parsed = v.safeParse(parlorSessionSchema, value, { abortEarly: true });
  if (!parsed.success) throw unreadable(file.name, problemOf(parsed.issues[0]));
  try {
    return sessionOf(parsed.output, value as Raw);
  } catch (thrown) {
    // What the parts below find wrong is a sentence.
    throw unreadable(file.name, thrown instanceof Error ? thrown.message : String(thrown), thrown);
  }
}

type Parsed = v.InferOutput<typeof parlorSessionSchema>;
/** The same as it stands in the file, its form checked. */
type Raw = v.InferInput<typeof parlorSessionSchema>;

function sessionOf(parsed: Parsed, raw: Raw): ParsedSession {
  const { session, draft } = parsed;
  const problem = limitProblem(parsed) ?? treeProblem(session.activeLeafId, parsed.messages);
  if (problem !== null) throw new Error(problem);
  const messages = parsed.messages.map((message, index) => readMessage(message, raw.messages[index], index));
  const draftFiles = readAttachments(draft?.attachments ?? [], raw.draft?.attachments ?? [], 'draft');
  const kept = unknownFields(parlorSessionSchema, raw, ['messages']);
  const record: SessionRecord = {
    ...parsed,
    session: { ...session, tagIds: [], description: parsed.description },
    toolSettings: parsed.toolSettings ?? null,
    agentSettings: parsed.agentSettings ?? null,
    contextWindowConfig: parsed.contextWindowConfig ?? null,
    metadata: keptWith(parsed.metadata, kept, 'metadata'),
    messages: messages.map(({ record: message }) => message),
    draft: draft === null ? null : { ...draft, attachments: draftFiles.records },
  };
  const missingFiles = messages.reduce((sum, message) => sum + message.missingFiles, draftFiles.missing);
  return { source, sourceId: session.id, record, missingFiles };
}

/** What the window could not show or change any more. */
function limitProblem({ session, projectName, tags, draft }: Parsed): string | null {
  if (session.title.length > titleLimit * 2) return `its title is longer than ${titleLimit} characters`;
  if (session.systemPrompt.length > systemPromptLimit) {
    return `its system prompt is longer than ${systemPromptLimit} characters`;
  }
  if (projectName !== null && (!isVisible(projectName) || projectName.length > 200))
    return 'the name of its project is empty or too long';
  if (tags.some((tag) => !isVisible(tag) || tag.length > 100)) return 'one of its tags is empty or too long';
  if ((draft?.setAside.length ?? 0) > draftsAsideLimit)
    return `more than ${draftsAsideLimit} drafts wait in it`;
  return null;
}
