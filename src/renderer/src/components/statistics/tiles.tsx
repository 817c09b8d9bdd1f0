import type { Statistics } from '#shared/contract/statistics.ts';
import { text } from '#shared/text/index.ts';
import { formatAmount, formatLongDuration } from '../../format/amounts.ts';
import { formatCount } from '../../format/numbers.ts';
import styles from './tiles.module.css';

export interface TilesProps {
  readonly statistics: Statistics;
  /** Of one session the number of sessions says nothing. */
  readonly isOneSession: boolean;
}

/** The sums, one a tile. */
export function Tiles({ statistics: { sums, sessions }, isOneSession }: TilesProps) {
  const { tiles } = text.statistics;
  return (
    <dl className={styles['tiles']} aria-label={tiles.label}>
      <Tile label={tiles.messages} count={sums.messages} />
      <Tile label={tiles.answers} count={sums.answers} />
      {!isOneSession && <Tile label={tiles.sessions} count={sessions} />}
      <Tile label={tiles.promptTokens} count={sums.promptTokens} hint={tiles.promptTokensHint} />
      <Tile label={tiles.replyTokens} count={sums.replyTokens} hint={tiles.replyTokensHint} />
      <div className={styles['tile']} title={tiles.evalTimeHint}>
        <dt className={styles['label']}>{tiles.evalTime}</dt>
        <dd className={styles['value']}>{formatLongDuration(sums.evalMs)}</dd>
      </div>
    </dl>
  );
}

interface TileProps {
  readonly label: string;
  readonly count: number;
  readonly hint?: string;
}

function Tile({ label, count, hint }: TileProps) {
  const exact = formatCount(count);
  return (
    <div className={styles['tile']} title={hint === undefined ? exact : `${exact}. ${hint}`}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={styles['value']}>{formatAmount(count)}</dd>
    </div>
  );
}
