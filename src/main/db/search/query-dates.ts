const dayMs = 86_400_000;

/**
 * The beginning of the day, month or year a date filter names, in local time: `2026`, `2026-03`, `2026-03-31`,
 * `today`, `yesterday`; or so many days (`7d`) or weeks (`2w`) before now. Null for anything else.
 */
export function dayOf(value: string, now: number): number | null {
  const today = new Date(now);
  const startOfDay = (daysBack: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysBack).getTime();
  if (value === 'today') return startOfDay(0);
  if (value === 'yesterday') return startOfDay(1);
  const back = /^(\d{1,4})([dw])$/.exec(value);
  if (back !== null) return now - Number(back[1]) * (back[2] === 'w' ? 7 : 1) * dayMs;
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const date = new Date(2000, month - 1, day);
  date.setFullYear(year, month - 1, day);
  // A thirty-first of February would become the second of March.
  const isReal = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return isReal ? date.getTime() : null;
}
