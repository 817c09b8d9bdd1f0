const maxCharacters = 100;
/** Leaves room for an extension below the 255 bytes that file systems allow. */
const maxBytes = 200;

/** Controls, surrogates, unassigned and private characters, and what has no width or turns the direction of writing. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;
/** Not allowed on Windows, and `/` nowhere. */
const forbidden = /[<>:"/\\|?*]/g;
/** Devices to Windows, with any extension. Microsoft, "Naming Files, Paths, and Namespaces". */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)/i;

/**
 * A file name without extension for a session: its title and its id, safe on Windows, macOS and Linux. It is never empty, names
 * no folder, and has at most 100 characters and 200 bytes of UTF-8.
 */
export function safeFileName(title: string, id: string): string {
  const shortId = id.replace(/[^0-9A-Za-z]/g, '').slice(0, 10);
  const name = title
    .normalize('NFC')
    .replace(/\s/g, ' ')
    .replace(invisible, '')
    .replace(forbidden, ' ')
    .replace(/ +/g, ' ')
    // A dot in front hides a file, a hyphen or tilde means something to a shell.
    .replace(/^[ .~-]+/, '');
  const safe = reserved.test(name) ? `_${name}` : name;
  const cut = cutAtCodePoint(safe, shortId.length + 1).replace(/[ .]+$/, '') || 'session';
  return shortId === '' ? cut : `${cut} ${shortId}`;
}

/** The beginning that leaves room for as many more ASCII characters as given. */
function cutAtCodePoint(text: string, room: number): string {
  let bytes = 0;
  let characters = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    characters += 1;
    if (bytes > maxBytes - room || characters > maxCharacters - room) break;
    end += character.length;
  }
  return text.slice(0, end);
}
