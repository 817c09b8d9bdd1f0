import type { BarConfiguration, LineConfiguration } from './chart-configs.ts';
import { Chart } from './chart-engine.ts';
import type { ChartColours } from './use-chart-colours.ts';

/** A picture before it is drawn: sizes in CSS pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Draws with the origin at the upper left corner of the picture. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

const scale = 2;
const margin = 28;
const headHeight = 62;
const family = '"Inter Variable", Inter, system-ui, sans-serif';

/** The picture under its title on the theme's sheet, as the bytes of a PNG with two pixels for each of the screen's. */
export async function toPng(
  picture: Picture,
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
  colours: ChartColours,
): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  const width = picture.width + 2 * margin;
  const height = picture.height + headHeight + 2 * margin;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  context.scale(scale, scale);
  context.fillStyle = colours.sheet;
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'top';
  context.fillStyle = colours.ink;
  context.font = `600 20px ${family}`;
  context.fillText(title, margin, margin, width - 2 * margin);
  context.fillStyle = colours.quiet;
  context.font = `400 13px ${family}`;
  context.fillText(subtitle, margin, margin + 29, width - 2 * margin);
  context.translate(margin, margin + headHeight);
  picture.draw(context);

  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the picture could not be made into a file');
  return new Uint8Array(await blob.arrayBuffer());
}

/** The chart of a configuration, drawn afresh at the size of a file. */
export function chartPicture(config: BarConfiguration | LineConfiguration, height: number): Picture {
  const width = 1_000;
  return {
    width,
    height,
    draw(context) {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const chart = new Chart<'bar' | 'line', (number | null)[], string>(canvas, {
        ...config,
        options: { ...config.options, responsive: false, devicePixelRatio: scale },
      } as typeof config);
      context.drawImage(canvas, 0, 0, width, height);
      chart.destroy();
    },
  };
}
