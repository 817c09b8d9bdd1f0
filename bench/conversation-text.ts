/** Words of a usual language: short ones often, long ones rarely. The same for the same seed. */
export function createTextSource(seed: number): {
  readonly question: () => string;
  readonly answer: () => string;
} {
  const random = mulberry32(seed);

  /** Lengths of chat messages are spread like a log-normal distribution: many short ones and a long tail. */
  function text(medianLength: number, spread: number, longest: number): string {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const length = Math.min(longest, Math.ceil(medianLength * Math.exp(spread * normal)));
    let written = '';
    while (written.length < length) {
      const letters = 1 + Math.floor(-Math.log(1 - random()) * 4);
      for (let letter = 0; letter < letters; letter += 1) {
        written += String.fromCharCode(97 + Math.floor(random() * 26));
      }
      written += random() < 0.12 ? '.\n' : ' ';
    }
    return written.slice(0, length);
  }

  return {
    question: () => text(120, 1.2, 20_000),
    answer: () => text(1_200, 0.9, 40_000),
  };
}

/** A small random number generator with a seed (Tommy Ettinger's Mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
