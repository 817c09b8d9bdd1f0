import { folded } from '#shared/fold/find-folded.ts';

export type Resolved<Thing> =
  | { readonly kind: 'found'; readonly thing: Thing }
  | { readonly kind: 'none' | 'several' };

/**
 * The thing somebody means by a name, whatever its case and accents: the one called exactly so, else the only one that
 * begins so, else the only one that has it anywhere. Of several with the very name the first one.
 */
export function resolveName<Thing>(
  written: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Resolved<Thing> {
  const wanted = folded(written.trim(), 'kept');
  const named = things.map((thing) => ({ thing, name: folded(nameOf(thing), 'kept').trim() }));
  const exact = named.find(({ name }) => name === wanted);
  if (exact !== undefined) return { kind: 'found', thing: exact.thing };
  const beginning = named.filter(({ name }) => name.startsWith(wanted));
  const having = beginning.length > 0 ? beginning : named.filter(({ name }) => name.includes(wanted));
  const [only, ...others] = having;
  if (only === undefined || wanted === '') return { kind: 'none' };
  return others.length === 0 ? { kind: 'found', thing: only.thing } : { kind: 'several' };
}
