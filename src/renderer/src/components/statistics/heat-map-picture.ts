import { formatWeekday } from '../../format/days.ts';
import { type HeatMapLayout, heatMapLevels, heatMapWeeks } from './heat-map-layout.ts';
import type { Picture } from './picture.ts';
import type { ChartColours } from './use-chart-colours.ts';

const cell = 15;
const gap = 3;
const left = 38;
const top = 22;
const font = '400 11.5px "Inter Variable", Inter, system-ui, sans-serif';

/** The heat map for a file; the same steps of colour as on the screen. */
export function heatMapPicture({ cells, months, first }: HeatMapLayout, colours: ChartColours): Picture {
  const x = (column: number) => left + column * (cell + gap);
  const y = (row: number) => top + row * (cell + gap);
  return {
    width: x(heatMapWeeks),
    height: y(7),
    draw(context) {
      context.font = font;
      context.fillStyle = colours.quiet;
      context.textBaseline = 'alphabetic';
      for (const { name, column } of months) context.fillText(name, x(column), top - 9);
      for (const row of [0, 2, 4]) context.fillText(formatWeekday(first + row), 0, y(row) + 12);
      for (const { column, row, level } of cells) {
        context.beginPath();
        context.roundRect(x(column), y(row), cell, cell, 3);
        context.globalAlpha = level === 0 ? 1 : level / heatMapLevels;
        context.fillStyle = level === 0 ? colours.line : colours.accent;
        context.fill();
        context.globalAlpha = 1;
      }
    },
  };
}
