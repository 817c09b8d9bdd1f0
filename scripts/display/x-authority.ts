/**
 * The content of an Xauthority file that holds one cookie for every display: for the server, which reads it before
 * it has a number, and for the clients. Format: Xau(3), big-endian 16-bit lengths; family 0xffff with an empty
 * address and number matches any. Written here, so that the `xauth` program is not needed.
 */
export function xAuthorityFile(cookie: Buffer): Buffer {
  const anyFamily = Buffer.from([0xff, 0xff]);
  const anyAddress = withLength(Buffer.alloc(0));
  const anyNumber = withLength(Buffer.alloc(0));
  return Buffer.concat([
    anyFamily,
    anyAddress,
    anyNumber,
    withLength(Buffer.from('MIT-MAGIC-COOKIE-1')),
    withLength(cookie),
  ]);
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
