import { imageSize } from 'image-size';
import { demoLabel } from './answers.ts';
import { field, textField } from './read-request.ts';

/** What a model without eyes fails with: not Ollama itself, but its runner says so, in JSON inside the text. */
export const noVision = {
  error: JSON.stringify({
    error: {
      code: 500,
      message:
        'image input is not supported - hint: if this is unexpected, you may need to provide the mmproj',
      type: 'server_error',
    },
  }),
};

/** Pictures of all messages of a chat, in their order: Base64 without a `data:` in front. */
export function picturesOf(messages: readonly unknown[]): readonly string[] {
  return messages.flatMap((message) => {
    const images = field(message, 'images');
    return Array.isArray(images) ? images.filter((image): image is string => typeof image === 'string') : [];
  });
}

/** Says what really arrived, so that nobody has to look into the request. */
export function pictureAnswer(pictures: readonly string[], messages: readonly unknown[]): string {
  const characters = messages.reduce<number>((sum, message) => sum + textField(message, 'content').length, 0);
  const seen = pictures.map(describe).join(', ');
  return `${demoLabel} I got ${counted(pictures.length, 'picture')} (${seen}) and ${counted(characters, 'character')} of text.`;
}

function describe(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  try {
    const { width, height, type } = imageSize(bytes);
    return `${type} ${width} x ${height}, ${bytes.byteLength} bytes`;
  } catch {
    return `unreadable, ${bytes.byteLength} bytes`;
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
