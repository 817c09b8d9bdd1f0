import type { AnswerKind } from './answer-text.ts';
import type { Case, Figures } from './figures.ts';
import type { Measured, OpenRequest, RunRequest } from './protocol.ts';
import { median } from './sums.ts';

export interface MeasureOptions {
  readonly run: (request: RunRequest) => Promise<Measured>;
  readonly open: (request: OpenRequest) => Promise<number>;
  readonly heapBytes: () => Promise<number>;
  /** Only small sizes, once each. */
  readonly isQuick: boolean;
  /** Only answers of so many tokens; empty: of all. */
  readonly sizes: readonly number[];
  /** Only answers of these kinds; empty: of all. */
  readonly kinds: readonly string[];
  readonly onCase: (measured: Case) => void;
}

interface Plan {
  readonly kind: AnswerKind;
  readonly tokens: number;
  readonly tokensPerSecond: number;
  readonly turns: number;
  readonly common: 'all' | 'sampled' | 'none';
}

const seed = 7;

export async function measureStreams(options: MeasureOptions): Promise<Figures> {
  const { run, heapBytes, isQuick, sizes, kinds, onCase } = options;
  for (const variant of ['floor', 'parlor', 'common'] as const) {
    await run({ variant, kind: 'mixed', tokens: 1_000, tokensPerSecond: 1_000, seed: 1, sample: null });
  }
  const heapBeforeBytes = await heapBytes();
  const cases: Case[] = [];
  for (const plan of isQuick ? quickPlans : plans) {
    if (sizes.length > 0 && !sizes.includes(plan.tokens)) continue;
    if (kinds.length > 0 && !kinds.includes(plan.kind)) continue;
    const measured = await measureCase(run, plan);
    onCase(measured);
    cases.push(measured);
  }
  const opened = await measureOpening(options);
  return { cases, ...opened, heapBeforeBytes, heapAfterBytes: await heapBytes() };
}

async function measureOpening({ open }: MeasureOptions): Promise<Pick<Figures, 'openRatio' | 'openMs'>> {
  const floor: number[] = [];
  const parlor: number[] = [];
  // The first two of them warm up what a session seldom meets cold.
  for (let turn = 0; turn < 9; turn++) {
    floor.push(await open({ variant: 'floor', messages: 50, seed: turn }));
    parlor.push(await open({ variant: 'parlor', messages: 50, seed: turn }));
  }
  const openMs = median(parlor.slice(2));
  return { openMs, openRatio: openMs / median(floor.slice(2)) };
}

async function measureCase(run: MeasureOptions['run'], plan: Plan): Promise<Case> {
  const floor: Measured[] = [];
  const parlor: Measured[] = [];
  const common: Measured[] = [];
  for (let turn = 0; turn < plan.turns; turn++) {
    // The same words in every turn would find their colours and formulas in the caches.
    const stream = { ...plan, seed: seed + turn + plan.tokens + plan.tokensPerSecond, sample: null };
    floor.push(await run({ ...stream, variant: 'floor' }));
    parlor.push(await run({ ...stream, variant: 'parlor' }));
    if (plan.common === 'all') common.push(await run({ ...stream, variant: 'common' }));
    else if (plan.common === 'sampled') common.push(await run({ ...stream, variant: 'common', sample: 16 }));
  }
  return {
    ...plan,
    floor,
    parlor,
    commonMs: common.map((one) => (plan.common === 'sampled' ? integrate(one) : one.taskMs)),
    commonStepMs: Math.max(0, ...common.map((one) => Math.max(...one.stepsMs))),
    isCommonSampled: plan.common === 'sampled',
  };
}

/**
 * Of each pair of neighbouring frames the second is what an update costs there: the mean of these, for every frame, in
 * processor time as far as the frames shown had it.
 */
function integrate({ frames, framesMs, taskMs }: Measured): number {
  const seconds = framesMs.filter((_, place) => place % 2 === 1);
  const share = taskMs / framesMs.reduce((sum, ms) => sum + ms, 0);
  return (seconds.reduce((sum, ms) => sum + ms, 0) / seconds.length) * frames * share;
}

const quickPlans: readonly Plan[] = [
  { kind: 'mixed', tokens: 2_000, tokensPerSecond: 1_000, turns: 1, common: 'all' },
  { kind: 'mixed', tokens: 8_000, tokensPerSecond: 1_000, turns: 1, common: 'sampled' },
];

const plans: readonly Plan[] = [
  { kind: 'mixed', tokens: 2_000, tokensPerSecond: 200, turns: 3, common: 'all' },
  { kind: 'mixed', tokens: 2_000, tokensPerSecond: 1_000, turns: 3, common: 'all' },
  { kind: 'mixed', tokens: 8_000, tokensPerSecond: 200, turns: 3, common: 'sampled' },
  { kind: 'mixed', tokens: 8_000, tokensPerSecond: 1_000, turns: 3, common: 'all' },
  { kind: 'mixed', tokens: 32_000, tokensPerSecond: 200, turns: 1, common: 'none' },
  { kind: 'mixed', tokens: 32_000, tokensPerSecond: 1_000, turns: 3, common: 'sampled' },
  { kind: 'mixed', tokens: 128_000, tokensPerSecond: 200, turns: 1, common: 'none' },
  { kind: 'mixed', tokens: 128_000, tokensPerSecond: 1_000, turns: 1, common: 'none' },
  { kind: 'code', tokens: 8_000, tokensPerSecond: 1_000, turns: 3, common: 'none' },
  { kind: 'paragraph', tokens: 8_000, tokensPerSecond: 1_000, turns: 3, common: 'none' },
  { kind: 'list', tokens: 8_000, tokensPerSecond: 1_000, turns: 3, common: 'none' },
];
