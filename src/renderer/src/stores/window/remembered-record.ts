import * as v from 'valibot';
import { type RememberedName, recall, remember } from './remembered.ts';

/** A remembered record, its oldest key first; empty when there is none that can be read. */
export function recallRecord<Value>(
  name: RememberedName,
  valueSchema: v.GenericSchema<unknown, Value>,
): Readonly<Record<string, Value>> {
  try {
    const parsed = v.safeParse(v.array(v.tuple([v.string(), valueSchema])), JSON.parse(recall(name) ?? '[]'));
    return parsed.success ? Object.fromEntries(parsed.output) : {};
  } catch {
    return {};
  }
}

/** Remembers the newest `limit` entries. */
export function rememberRecord<Value>(
  name: RememberedName,
  record: Readonly<Record<string, Value>>,
  limit: number,
): void {
  remember(name, JSON.stringify(Object.entries(record).slice(-limit)));
}
