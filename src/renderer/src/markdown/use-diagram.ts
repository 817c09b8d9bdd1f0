import { useEffect, useState } from 'react';
import { BoundedCache } from './bounded-cache.ts';
import type { DrawnDiagram } from './diagram-engine.ts';
import { type ColorTheme, useColorTheme } from './use-color-theme.ts';

export type Diagram =
  | { readonly status: 'drawing' }
  | { readonly status: 'drawn'; readonly picture: DrawnDiagram }
  | { readonly status: 'failed'; readonly reason: string };

const drawing: Diagram = { status: 'drawing' };
const cache = new BoundedCache<Diagram>(4_000_000);

/** The picture of a diagram in the colours of the window. */
export function useDiagram(source: string): Diagram {
  const theme = useColorTheme();
  const [result, setResult] = useState<{ source: string; theme: ColorTheme; diagram: Diagram }>();
  const own = result?.source === source && result.theme === theme ? result.diagram : undefined;
  const known = own ?? cache.get(cacheKey(source, theme));
  const isMissing = known === undefined;

  useEffect(() => {
    if (!isMissing) return;
    let isCancelled = false;
    void draw(source, theme).then((diagram) => {
      if (!isCancelled) setResult({ source, theme, diagram });
    });
    return () => {
      isCancelled = true;
    };
  }, [isMissing, source, theme]);

  // While the other theme's picture is drawn, the old one stays.
  return known ?? (result?.source === source ? result.diagram : drawing);
}

async function draw(source: string, theme: ColorTheme): Promise<Diagram> {
  const diagram = await tryToDraw(source, theme);
  const weight = diagram.status === 'drawn' ? diagram.picture.svg.length : 1_000;
  cache.set(cacheKey(source, theme), diagram, source.length + weight);
  return diagram;
}

async function tryToDraw(source: string, theme: ColorTheme): Promise<Diagram> {
  try {
    const { drawDiagram } = await import('./diagram-engine.ts');
    return { status: 'drawn', picture: await drawDiagram(source, theme) };
  } catch (thrown) {
    return { status: 'failed', reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function cacheKey(source: string, theme: ColorTheme): string {
  return `${theme}\n${source}`;
}
