import type { SessionId } from '#shared/domain.ts';
import { toErrorReport } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { sendTyped } from '../../../actions/send-typed.ts';
import { parseDraft, type SlashCommand, type SlashProblem } from '../../../commands/slash/parse.ts';
import { runSlash } from '../../../commands/slash/run.ts';
import { useDraftsStore } from '../../../stores/chat/drafts-store.ts';
import type { SlashNote } from './slash-note.ts';

const words = text.slash.problems;

/** Runs the command a draft is, or sends it; gives why it could do neither, with the draft as it was. */
export async function submitSlash(sessionId: SessionId, draft: string): Promise<SlashNote | null> {
  const parsed = parseDraft(draft);
  switch (parsed.kind) {
    case 'message':
      sendAsText(sessionId, parsed.text);
      return null;
    case 'problem':
      return {
        draft,
        kind: 'sentence',
        sentence: sentenceOf(parsed.problem),
        canSendAsText: parsed.problem.kind === 'unknown-command',
      };
    case 'command':
      return run(sessionId, parsed.command, draft);
  }
}

/** Sends a draft whatever it begins with, or lets it wait. */
export function sendAsText(sessionId: SessionId, message: string): void {
  const { drafts, write } = useDraftsStore.getState();
  if (drafts[sessionId] !== message) write(sessionId, message);
  void sendTyped(sessionId);
}

/** The field is empty while the command runs, as it may leave the session or write into the field itself. */
async function run(sessionId: SessionId, command: SlashCommand, draft: string): Promise<SlashNote | null> {
  const { write } = useDraftsStore.getState();
  write(sessionId, '');
  const note = await noteOf(() => runSlash(sessionId, command), draft);
  const { drafts } = useDraftsStore.getState();
  if (note !== null && (drafts[sessionId] ?? '') === '') write(sessionId, draft);
  return note;
}

async function noteOf(run: () => Promise<string | null>, draft: string): Promise<SlashNote | null> {
  try {
    const sentence = await run();
    return sentence === null ? null : { draft, kind: 'sentence', sentence, canSendAsText: false };
  } catch (thrown) {
    return { draft, kind: 'error', error: toErrorReport(thrown) };
  }
}

function sentenceOf(problem: SlashProblem): string {
  switch (problem.kind) {
    case 'unknown-command':
      return withGuess(words.unknownCommand(problem.name), problem.nearest && `/${problem.nearest}`);
    case 'unknown-option':
      return withGuess(
        words.unknownOption(problem.name, problem.option),
        problem.nearest && `--${problem.nearest}`,
      );
    case 'no-value':
      return words.noValue(problem.option);
    case 'needs-no-value':
      return words.needsNoValue(problem.option);
    case 'wrong-value':
      return words.wrongValue(problem.option, problem.values.join(', '));
    case 'takes-nothing':
      return words.takesNothing(problem.name, problem.found);
    case 'needs-argument':
      return words.needsArgument(problem.name, text.slash.commands[problem.name].takes);
    case 'open-quote':
      return words.openQuote;
  }
}

function withGuess(sentence: string, nearest: string | null): string {
  return nearest === null ? sentence : `${sentence} ${words.didYouMean(nearest)}`;
}
