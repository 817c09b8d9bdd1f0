const rounds = 3;

/**
 * The longest time this thread computes without a pause while `run` goes on, in ms of its own processor time: how long nobody else
 * can be served. By the clock it would be longer on a busy machine, whoever does the work. The median of three rounds: what `run`
 * computes is in each of them, the collection of what the test made before is in one.
 */
export async function longestBurst(run: () => Promise<unknown>): Promise<number> {
  const bursts: number[] = [];
  for (let round = 0; round < rounds; round++) bursts.push(await burstOf(run));
  return bursts.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}

async function burstOf(run: () => Promise<unknown>): Promise<number> {
  let last = ownMs();
  let longest = 0;
  const look = () => {
    const now = ownMs();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 2);
  try {
    await run();
  } finally {
    clearInterval(timer);
    // What came after the timer's last turn.
    look();
  }
  return longest;
}

function ownMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
