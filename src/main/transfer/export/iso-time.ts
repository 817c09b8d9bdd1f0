/** The one written form of a time: ISO 8601 in UTC, milliseconds only when there are any. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
