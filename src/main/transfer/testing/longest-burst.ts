/**
 * The longest time this thread computed without a pause while `run` went on, in ms of its own processor time: how long nobody else
 * could be served. By the clock it would be longer on a busy machine, whoever does the work.
 */
export async function longestBurst(run: () => Promise<unknown>): Promise<number> {
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
