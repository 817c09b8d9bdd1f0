import { type ComponentType, lazy, useState } from 'react';

export interface Loadable {
  /** Inside a `Suspense`. */
  readonly View: ComponentType;
  /** Loads its code, so that it is drawn at once when it is asked for. */
  readonly preload: () => Promise<unknown>;
}

/**
 * A component whose code comes later. Once that is there it is drawn without a pause: `lazy` alone makes one of up to 300 ms the
 * first time, in which what is typed would be lost.
 */
export function loadable(load: () => Promise<ComponentType>): Loadable {
  let loaded: ComponentType | undefined;
  const preload = async () => {
    loaded = await load();
    return loaded;
  };
  const Awaited = lazy(async () => ({ default: await preload() }));
  const View = () => {
    const [Drawn] = useState(() => loaded ?? Awaited);
    return <Drawn />;
  };
  return { View, preload };
}
