import { Download, Image as ImageIcon, Table2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { savePicture, saveTable } from '../../actions/statistics.ts';
import { Button } from '../controls/button.tsx';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import styles from './chart-card.module.css';
import { DataTable } from './data-table.tsx';
import { type Picture, toPng } from './picture.ts';
import { type TableData, toCsv } from './table-data.ts';
import { useChartColours } from './use-chart-colours.ts';

export interface ChartCardProps {
  readonly title: string;
  /** What was counted: under the title of a saved picture. */
  readonly subtitle: string;
  readonly note?: string | undefined;
  readonly table: TableData;
  readonly picture: Picture;
  /** The picture on the screen. */
  readonly children: ReactNode;
}

/** A picture with its table, and both as files. */
export function ChartCard({ title, subtitle, note, table, picture, children }: ChartCardProps) {
  const [isTable, setTable] = useState(false);
  const colours = useChartColours();
  const headingId = useId();
  const name = `${title} - ${subtitle}`;

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <header className={styles['head']}>
        <h2 id={headingId} className={styles['title']}>
          {title}
        </h2>
        <div className={styles['buttons']}>
          <Button look="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            <Table2 size={13} aria-hidden />
            {text.statistics.showTable}
            <VisuallyHidden>{title}</VisuallyHidden>
          </Button>
          <Button
            look="quiet"
            aria-label={text.statistics.saveTableOf(title)}
            title={text.statistics.saveTable}
            onClick={() => attempt(() => saveTable(name, toCsv(table)))}
          >
            <Download size={13} aria-hidden />
            {text.statistics.csv}
          </Button>
          <Button
            look="quiet"
            aria-label={text.statistics.savePictureOf(title)}
            title={text.statistics.savePicture}
            onClick={() =>
              attempt(async () => savePicture(name, await toPng(picture, { title, subtitle }, colours)))
            }
          >
            <ImageIcon size={13} aria-hidden />
            {text.statistics.png}
          </Button>
        </div>
      </header>
      {isTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section className={styles['scroll']} tabIndex={0} aria-label={text.statistics.tableOf(title)}>
          <DataTable data={table} label={text.statistics.tableOf(title)} />
        </section>
      ) : (
        <>
          {children}
          <div className={styles['unseen']}>
            <DataTable data={table} label={text.statistics.tableOf(title)} />
          </div>
        </>
      )}
      {note !== undefined && <p className={styles['note']}>{note}</p>}
    </section>
  );
}
