import { randomBytes } from 'node:crypto';

/** A new id for a session or a project: 10 hexadecimal characters (A2). */
export function newId(): string {
  return randomBytes(5).toString('hex');
}
