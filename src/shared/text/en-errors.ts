import type { ErrorCode, ErrorDetails } from '../errors.ts';

/** An error for a person: one sentence what happened, one what to do. */
export interface ErrorText {
  readonly what: string;
  readonly todo: string;
}

export const errorTexts: { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => ErrorText } = {
  'invalid-input': ({ request, problem }) => ({
    what: `Parlor refused a request it does not understand (${request}: ${problem}).`,
    todo: 'This is a fault in Parlor. Restart it, and report this sentence if it comes back.',
  }),
  'untrusted-sender': ({ request }) => ({
    what: `A page that does not belong to Parlor asked for ${request}, and was refused.`,
    todo: 'Restart Parlor, and report this sentence if it comes back.',
  }),
  'not-found': ({ what }) => ({
    what: `This ${what.replace('-', ' ')} is no longer there.`,
    todo: 'It may have been deleted. Choose another one in the session list.',
  }),
  'name-taken': ({ name }) => ({
    what: `There is a tag called “${name}” already.`,
    todo: 'Choose another name.',
  }),
  busy: () => ({
    what: 'This session is still answering.',
    todo: 'Wait for the answer, or stop it with Esc.',
  }),
  'model-not-chosen': () => ({
    what: 'No model is chosen for this session.',
    todo: 'Choose one at the top of the window.',
  }),
  'model-missing': ({ model }) => ({
    what: `Ollama does not have the model ${model}.`,
    todo: `Choose another model, or install it with: ollama pull ${model}`,
  }),
  'not-supported': ({ detail }) => ({
    what: `The model cannot do this: ${sentence(detail)}`,
    todo: 'Choose another model, or change the parameters.',
  }),
  'ollama-unreachable': ({ address }) => ({
    what: `Ollama is not answering at ${address}.`,
    todo: 'Start Ollama, then try again.',
  }),
  'address-invalid': ({ address, detail }) => ({
    what: `“${address}” is not an address Parlor can reach: ${sentence(detail)}`,
    todo: 'Correct the address in the settings.',
  }),
  'host-unknown': ({ address }) => ({
    what: `No computer was found at ${address}.`,
    todo: 'Check the spelling of the address in the settings, and whether you are connected to that network.',
  }),
  'tls-failed': ({ address, problem }) =>
    problem === 'no-tls'
      ? {
          what: `What answers at ${address} does not speak https.`,
          todo: 'Write http:// instead of https:// in the settings.',
        }
      : {
          what: `The certificate of ${address} is not trusted by this computer.`,
          todo: 'Use a certificate this computer trusts, or an http:// address in a network you trust.',
        },
  'ollama-refused': ({ address, detail }) => ({
    what: `${address} refused the request: ${sentence(detail)}`,
    todo: 'Check the address in the settings, and whether this server needs a sign-in.',
  }),
  'not-ollama': ({ address, detail }) => ({
    what: `What answers at ${address} is not Ollama: ${sentence(detail)}`,
    todo: 'Correct the address in the settings.',
  }),
  'ollama-busy': ({ detail }) => ({
    what: `Ollama has too much to do at the moment: ${sentence(detail)}`,
    todo: 'Wait a little, then try again.',
  }),
  'ollama-failed': ({ status, detail }) => ({
    what: `Ollama reported an error (${status}): ${sentence(detail)}`,
    todo: 'Try again. If it comes back, another model or a smaller context window may help.',
  }),
  'answer-failed': ({ detail }) => ({
    what: `Ollama broke off the answer: ${sentence(detail)}`,
    todo: 'The text so far is kept. Try again.',
  }),
  'connection-cut': () => ({
    what: 'The connection to Ollama was cut before the answer was finished.',
    todo: 'The text so far is kept. Try again.',
  }),
  'bad-response': ({ detail }) => ({
    what: `Ollama sent something Parlor does not understand: ${sentence(detail)}`,
    todo: 'Try again. If it comes back, update Ollama.',
  }),
  'disk-full': ({ path }) => ({
    what: `The disk is full, so nothing can be saved in ${path}.`,
    todo: 'Free some space, then try again.',
  }),
  'data-read-only': ({ path, detail }) => ({
    what: `Parlor may not write to ${path}: ${sentence(detail)}`,
    todo: 'Allow writing to this folder, then start Parlor again.',
  }),
  'database-newer': ({ path, foundVersion, supportedVersion }) => ({
    what: `The conversations in ${path} were written by a newer Parlor (format ${foundVersion}; this one knows ${supportedVersion}).`,
    todo: 'Install the newer Parlor. Nothing was changed.',
  }),
  'database-damaged': ({ path, detail }) => ({
    what: `The file ${path} is damaged: ${sentence(detail)}`,
    todo: 'Move the file away to start afresh, or put a copy of it back. Nothing was changed.',
  }),
  'database-failed': ({ detail }) => ({
    what: `The conversations could not be read or written: ${sentence(detail)}`,
    todo: 'Try again. If it comes back, restart Parlor.',
  }),
  'database-stopped': ({ detail }) => ({
    what: `Parlor can no longer save anything: ${sentence(detail)}`,
    todo: 'Copy what you have not sent yet, then restart Parlor.',
  }),
  'attachment-too-large': ({ name, sizeBytes, limitBytes }) => ({
    what: `${name} is too large: ${Math.ceil(sizeBytes / 1e6)} MB of at most ${limitBytes / 1e6} MB.`,
    todo: 'Attach a smaller file, or paste the part of it that matters.',
  }),
  'attachment-too-many': ({ name, limit }) => ({
    what: `${name} was not attached: ${limit} files with one message is the most.`,
    todo: 'Remove others first, or send them with the next message.',
  }),
  'attachment-unreadable': ({ name, reason, detail }) => unreadable(name, reason, detail),
  'prompts-unreadable': ({ name, problem }) => ({
    what: `No prompts were imported, because ${name} could not be read: ${sentence(problem)}`,
    todo: 'Correct the file, then import again.',
  }),
  'import-unreadable': ({ name, problem }) => ({
    what: `${name} was not imported: ${sentence(problem)}`,
    todo: 'Nothing was changed. Choose a session that Parlor exported as Parlor JSON.',
  }),
  'queue-full': ({ limit }) => ({
    what: `${limit} messages are waiting here already.`,
    todo: 'Wait for an answer, or remove one that waits.',
  }),
  'provenance-incomplete': ({ missing }) => ({
    what:
      missing === 1
        ? 'A message this answer was made from is gone, so it cannot be run again exactly.'
        : `${missing} messages this answer was made from are gone, so it cannot be run again exactly.`,
    todo: 'Ask again with what is there instead.',
  }),
  'write-failed': ({ path, detail }) => ({
    what: `${path} could not be written: ${sentence(detail)}`,
    todo: 'Choose another place, then try again.',
  }),
  'print-failed': ({ detail }) => ({
    what: `The session could not be printed: ${detail}.`,
    todo: 'Look whether a printer is set up; or export the session instead.',
  }),
  'open-failed': ({ path, detail }) => ({
    what: `The system could not open ${path}: ${sentence(detail)}`,
    todo: 'Open it with your file manager.',
  }),
  internal: ({ detail }) => ({
    what: `Something went wrong in Parlor: ${sentence(detail)}`,
    todo: 'Try again. If it comes back, restart Parlor and report this sentence.',
  }),
};

/** Somebody else's message, made to end as a sentence does. */
function sentence(detail: string): string {
  const trimmed = detail.trim();
  if (trimmed === '') return 'no reason was given.';
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function unreadable(
  name: string,
  reason: ErrorDetails['attachment-unreadable']['reason'],
  detail: string,
): { readonly what: string; readonly todo: string } {
  switch (reason) {
    case 'unknown-kind':
      return {
        what: `${name} is of a kind that cannot be attached.`,
        todo: 'Attach text, source code, a PDF, a DOCX document or a picture (PNG, JPEG, WebP, GIF).',
      };
    case 'damaged':
      return {
        what: `${name} is damaged${detail === '' ? '.' : `: ${sentence(detail)}`}`,
        todo: 'Open it in its own program and save it again, then attach that.',
      };
    case 'encrypted':
      return { what: `${name} is protected by a password.`, todo: 'Save it without one, then attach that.' };
    case 'empty':
      return { what: `${name} is empty.`, todo: 'Attach a file with something in it.' };
    case 'too-many-pixels':
      return {
        what: `${name} has too many pixels to be opened (${detail}).`,
        todo: 'Save it smaller in a picture program, then attach that.',
      };
    case 'gone':
      return {
        what: `${name} could not be read${detail === '' ? '.' : `: ${sentence(detail)}`}`,
        todo: 'Check that it is still there and may be read.',
      };
  }
}
