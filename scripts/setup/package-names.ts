/** A library Electron loads, and the names its package has had, newest first. */
export type NeededLibrary = {
  readonly library: string;
  readonly packages: readonly string[];
};

/**
 * The libraries a bare Debian may lack; what they depend on comes with them. "t64" are the names since Debian 13
 * and Ubuntu 24.04, where time_t grew to 64 bits.
 */
const neededLibraries: readonly NeededLibrary[] = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
  { library: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { library: 'libcups.so.2', packages: ['libcups2t64', 'libcups2'] },
  { library: 'libdrm.so.2', packages: ['libdrm2'] },
  { library: 'libxkbcommon.so.0', packages: ['libxkbcommon0'] },
  { library: 'libXcomposite.so.1', packages: ['libxcomposite1'] },
  { library: 'libXdamage.so.1', packages: ['libxdamage1'] },
  { library: 'libXrandr.so.2', packages: ['libxrandr2'] },
  { library: 'libpango-1.0.so.0', packages: ['libpango-1.0-0'] },
  { library: 'libcairo.so.2', packages: ['libcairo2'] },
];

/** Text and emoji would be empty boxes without any font. */
export const neededFonts: readonly string[] = ['fonts-liberation', 'fonts-noto-color-emoji'];

/** The library names in the output of `ldconfig -p` that fit the processor (machines often hold 32-bit ones too). */
export function readLdconfig(text: string, arch: NodeJS.Architecture): ReadonlySet<string> {
  const mark = arch === 'arm64' ? 'AArch64' : 'x86-64';
  const names = text
    .split('\n')
    .map((line) => /^\s+(\S+) \(([^)]*)\) => /.exec(line))
    .filter((match) => match?.[2]?.split(',').includes(mark))
    .map((match) => match?.[1] ?? '');
  return new Set(names);
}

export function missingLibraries(available: ReadonlySet<string>): readonly NeededLibrary[] {
  return neededLibraries.filter((needed) => !available.has(needed.library));
}

/** The packages that are installed, from the output of `dpkg-query -s` in English. */
export function readDpkgStatus(text: string): ReadonlySet<string> {
  const blocks = text.matchAll(/^Package: (\S+)\nStatus: \S+ \S+ installed$/gm);
  return new Set([...blocks].map(([, name]) => name ?? ''));
}

/** The packages that can be installed, from the output of `apt-cache policy` in English. */
export function readAptPolicy(text: string): ReadonlySet<string> {
  const blocks = text.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (.*)$/gm);
  return new Set(
    [...blocks].filter(([, , candidate]) => candidate !== '(none)').map(([, name]) => name ?? ''),
  );
}

/**
 * Of each list of names the first that can be installed. When none can, the last one, which is the oldest and best
 * known, so that apt says what is wrong with it.
 */
export function choosePackages(
  wanted: readonly (readonly string[])[],
  installable: ReadonlySet<string>,
): readonly string[] {
  return wanted.map((names) => names.find((name) => installable.has(name)) ?? names.at(-1) ?? '');
}
