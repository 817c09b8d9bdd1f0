import type * as v from 'valibot';

export type Fields = Readonly<Record<string, unknown>>;

/** What of an object its schema does not know, in the shape of that object; empty when it knows everything. */
export function unknownFields(
  schema: v.GenericSchema,
  value: Fields,
  passedOver: readonly string[] = [],
): Fields {
  const entries = entriesOf(schema) ?? {};
  const unknown: [string, unknown][] = [];
  for (const [name, field] of Object.entries(value)) {
    const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (passedOver.includes(name)) continue;
    if (entry === undefined) unknown.push([name, field]);
    else if (isFields(field) && entriesOf(entry) !== undefined) {
      const inside = unknownFields(entry, field);
      if (Object.keys(inside).length > 0) unknown.push([name, inside]);
    }
  }
  return Object.fromEntries(unknown);
}

/** The fields of an object's schema, also of one that may be absent or null; undefined for any other. */
function entriesOf(schema: v.GenericSchema): Readonly<Record<string, v.GenericSchema>> | undefined {
  const { wrapped, entries } = schema as Partial<v.ObjectSchema<v.ObjectEntries, undefined>> & {
    readonly wrapped?: v.GenericSchema;
  };
  return wrapped === undefined
    ? (entries as Record<string, v.GenericSchema> | undefined)
    : entriesOf(wrapped);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
