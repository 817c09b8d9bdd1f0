import { useMemo } from 'react';
import type { ModelUsage } from '#shared/contract/statistics.ts';
import { text } from '#shared/text/index.ts';
import { formatCount, formatShare } from '../../format/numbers.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartCard } from './chart-card.tsx';
import { rankedBars } from './chart-configs.ts';
import { chartPicture } from './picture.ts';
import { modelName, modelTable } from './tables.ts';
import { useChartColours } from './use-chart-colours.ts';

export interface ModelsCardProps {
  readonly models: readonly ModelUsage[];
  readonly scopeName: string;
}

const drawn = 8;
const rowPx = 34;
const longestName = 34;

/** Who answered how often. */
export function ModelsCard({ models, scopeName }: ModelsCardProps) {
  const colours = useChartColours();
  const { statistics } = text;
  const chart = useMemo(() => {
    const answers = models.reduce((sum, model) => sum + model.answers, 0);
    const shown = models.slice(0, drawn);
    return rankedBars(
      { name: statistics.columns.answers, values: shown.map((model) => model.answers) },
      shown.map(
        (model) =>
          `${shortName(modelName(model.model))}  ${formatCount(model.answers)} (${formatShare(model.answers / answers)})`,
      ),
      colours,
    );
  }, [models, colours]);
  const height = Math.min(models.length, drawn) * rowPx + 30;

  return (
    <ChartCard
      title={statistics.models.title}
      subtitle={scopeName}
      note={models.length > drawn ? statistics.models.more(models.length - drawn) : undefined}
      table={modelTable(models)}
      picture={chartPicture(chart, height)}
    >
      <ChartCanvas config={chart} label={statistics.pictureOf(statistics.models.title)} heightPx={height} />
    </ChartCard>
  );
}

/** Model names from far away can be as long as an address; their end tells them apart. */
function shortName(name: string): string {
  return name.length <= longestName ? name : `…${name.slice(1 - longestName)}`;
}
