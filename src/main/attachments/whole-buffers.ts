/** The memory of those bytes that have it to themselves, which can go to another thread without being copied. */
export function wholeBuffers(...views: readonly (Uint8Array | undefined)[]): ArrayBuffer[] {
  const buffers = views.flatMap((view) =>
    view !== undefined && view.buffer instanceof ArrayBuffer && view.byteLength === view.buffer.byteLength
      ? [view.buffer]
      : [],
  );
  return [...new Set(buffers)];
}
