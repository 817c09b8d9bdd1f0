/**
 * The row a key leads to from row `index` of `count`; undefined when the key does not move, or nothing in the list
 * has the focus (index -1).
 */
export function rovingTarget(key: string, index: number, count: number): number | undefined {
  if (index < 0 || count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
