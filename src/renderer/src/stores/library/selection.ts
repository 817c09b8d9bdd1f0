import type { SessionId } from '#shared/domain.ts';

/** The sessions chosen for what is done to many at once. */
export interface Selection {
  readonly ids: ReadonlySet<SessionId>;
  /** Where a range begins that Shift extends. */
  readonly anchor: SessionId | null;
  /** What the last Shift chose, so that a shorter range lets the rest go. */
  readonly range: readonly SessionId[];
  /** A whole list was chosen as far as it was read then, and it goes on. */
  readonly isCutOff: boolean;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null, range: [], isCutOff: false };

/** A range will begin here; nothing is selected yet. */
export function anchoredAt(id: SessionId): Selection {
  return { ...nothingSelected, anchor: id };
}

export function toggled(selection: Selection, id: SessionId): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id, range: [], isCutOff: selection.isCutOff && ids.size > 0 };
}

/** `range` reaches from the anchor to the row Shift went to. */
export function extended(selection: Selection, anchor: SessionId, range: readonly SessionId[]): Selection {
  const kept = selection.anchor === anchor ? new Set(selection.range) : new Set<SessionId>();
  const ids = new Set([...selection.ids].filter((id) => !kept.has(id)));
  for (const id of range) ids.add(id);
  return { ...selection, ids, anchor, range };
}

/** A list as far as it was read; `isCutOff` when it goes on. */
export function added(selection: Selection, more: readonly SessionId[], isCutOff: boolean): Selection {
  return {
    ids: new Set([...selection.ids, ...more]),
    anchor: selection.anchor ?? more[0] ?? null,
    range: [],
    isCutOff: selection.isCutOff || isCutOff,
  };
}

/** Without sessions that are gone. */
export function withoutGone(selection: Selection, gone: readonly SessionId[]): Selection {
  if (!gone.some((id) => selection.ids.has(id) || selection.anchor === id)) return selection;
  const lost = new Set(gone);
  const anchor = selection.anchor !== null && lost.has(selection.anchor) ? null : selection.anchor;
  return {
    ...selection,
    ids: new Set([...selection.ids].filter((id) => !lost.has(id))),
    anchor,
    range: selection.range.filter((id) => !lost.has(id)),
  };
}
