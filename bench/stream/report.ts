import type { Case, Figures } from './figures.ts';
import { goalsOf } from './goals.ts';
import { countAbove, longestStepMs, median, ratioToFloor } from './sums.ts';

const columns = [
  ['answer', 10],
  ['tokens', 8],
  ['tok/s', 7],
  ['floor ms', 10],
  ['Parlor ms', 11],
  ['x floor', 9],
  ['step max', 10],
  ['end step', 10],
  ['>16.7', 7],
  ['>50', 5],
  ['common ms', 13],
  ['x Parlor', 10],
] as const;

/** What is measured, and the titles of the rows below. */
export const reportHead = [
  'Streaming an answer into the window: processor time of the main thread (CDP TaskDuration).',
  'Frames follow each other at once, each with the text of a sixtieth of a second. Floor: text nodes only, same run.',
  'Common: react-markdown and remark-gfm over the whole message, no colours and formulas; * at 16 places, integrated.',
  '',
  columns.map(([title, width]) => title.padStart(width)).join(''),
].join('\n');

/** One row: an answer of one kind and length at one speed. */
export function formatCase(one: Case): string {
  const parlorMs = median(one.parlor.map((run) => run.taskMs));
  const commonMs = one.commonMs.length === 0 ? undefined : median(one.commonMs);
  const cells = [
    one.kind,
    String(one.tokens),
    String(one.tokensPerSecond),
    median(one.floor.map((run) => run.taskMs)).toFixed(0),
    parlorMs.toFixed(0),
    ratioToFloor(one).toFixed(2),
    longestStepMs(one.parlor).toFixed(1),
    median(one.parlor.map((run) => run.endStepMs)).toFixed(1),
    `${countAbove(one.parlor, 16.7)}`,
    `${countAbove(one.parlor, 50)}`,
    commonMs === undefined ? '' : `${commonMs.toFixed(0)}${one.isCommonSampled ? '*' : ''}`,
    commonMs === undefined ? '' : (commonMs / parlorMs).toFixed(1),
  ];
  return cells.map((cell, place) => cell.padStart(columns[place]?.[1] ?? 0)).join('');
}

/** Which goals are met. */
export function formatGoals(figures: Figures, initialKb: number): string {
  return goalsOf(figures, initialKb)
    .map(({ name, value, isMet }) => `${isMet ? 'met    ' : 'NOT MET'}  ${name.padEnd(66)} ${value}`)
    .join('\n');
}
