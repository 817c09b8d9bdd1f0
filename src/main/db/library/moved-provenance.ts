/** Sequence numbers `first` to `last` of a session are `to` and so on in the one it was merged into. */
export type SequenceShift = readonly [first: number, last: number, to: number];

type Run = readonly [first: number, last: number];

/**
 * What was sent for an answer, with the numbers its messages have in a merged session. Numbers that no shift holds are
 * left out: those messages are not there.
 */
export function movedProvenance(json: string | null, shifts: readonly SequenceShift[]): string | null {
  if (json === null) return null;
  const stored = JSON.parse(json) as Record<string, unknown>;
  const sent = stored['sent'];
  if (!Array.isArray(sent)) return json;
  return JSON.stringify({
    ...stored,
    sent: joined((sent as readonly Run[]).flatMap((run) => moved(run, shifts))),
  });
}

function moved([first, last]: Run, shifts: readonly SequenceShift[]): readonly Run[] {
  return shifts
    .filter((shift) => shift[0] <= last && shift[1] >= first)
    .map(([from, until, to]) => [to + Math.max(first, from) - from, to + Math.min(last, until) - from]);
}

function joined(runs: readonly Run[]): readonly Run[] {
  const result: [number, number][] = [];
  for (const [first, last] of runs) {
    const before = result.at(-1);
    if (before !== undefined && before[1] + 1 === first) before[1] = last;
    else result.push([first, last]);
  }
  return result;
}

/** One message of a branch: its number there. New numbers are the places in the merged order, from 1. */
export function shiftsOf(
  merged: readonly { readonly sessionId: string; readonly sequence: number }[],
): Readonly<Record<string, readonly SequenceShift[]>> {
  const shifts: Record<string, [number, number, number][]> = {};
  merged.forEach(({ sessionId, sequence }, index) => {
    const known = shifts[sessionId] ?? [];
    shifts[sessionId] = known;
    const last = known.at(-1);
    const isNext =
      last !== undefined && last[1] + 1 === sequence && last[2] + sequence - last[0] === index + 1;
    if (isNext) last[1] = sequence;
    else known.push([sequence, sequence, index + 1]);
  });
  return shifts;
}
