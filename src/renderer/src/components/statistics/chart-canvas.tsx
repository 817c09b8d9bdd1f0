import { useEffect, useRef } from 'react';
import styles from './chart-canvas.module.css';
import type { BarConfiguration, LineConfiguration } from './chart-configs.ts';
import { Chart } from './chart-engine.ts';

export interface ChartCanvasProps {
  readonly config: BarConfiguration | LineConfiguration;
  /** What a screen reader says in place of the picture. */
  readonly label: string;
  readonly heightPx: number;
}

/** A drawn chart that follows the width of its place. */
export function ChartCanvas({ config, label, heightPx }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (canvas.current === null) return;
    const chart = new Chart<'bar' | 'line', (number | null)[], string>(canvas.current, config);
    let isGone = false;
    // A canvas does not draw again by itself when its typeface has arrived.
    void document.fonts.ready.then(() => {
      if (!isGone) chart.update();
    });
    return () => {
      isGone = true;
      chart.destroy();
    };
  }, [config]);

  return (
    <div className={styles['place']} style={{ height: heightPx }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
