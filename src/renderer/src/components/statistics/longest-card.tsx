import { Download } from 'lucide-react';
import { useId } from 'react';
import type { LongSession } from '#shared/contract/statistics.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { openSession } from '../../actions/sessions.ts';
import { saveTable } from '../../actions/statistics.ts';
import { formatCount } from '../../format/numbers.ts';
import { Button } from '../controls/button.tsx';
import cardStyles from './chart-card.module.css';
import tableStyles from './data-table.module.css';
import styles from './longest-card.module.css';
import { toCsv } from './table-data.ts';
import { longestTable, sessionName } from './tables.ts';

export interface LongestCardProps {
  readonly longest: readonly LongSession[];
  readonly scopeName: string;
}

/** The sessions with the most messages; each opens. */
export function LongestCard({ longest, scopeName }: LongestCardProps) {
  const headingId = useId();
  const { statistics } = text;
  const { title } = statistics.longest;
  return (
    <section className={cardStyles['card']} aria-labelledby={headingId}>
      <header className={cardStyles['head']}>
        <h2 id={headingId} className={cardStyles['title']}>
          {title}
        </h2>
        <div className={cardStyles['buttons']}>
          <Button
            look="quiet"
            aria-label={statistics.saveTableOf(title)}
            title={statistics.saveTable}
            onClick={() => attempt(() => saveTable(`${title} - ${scopeName}`, toCsv(longestTable(longest))))}
          >
            <Download size={13} aria-hidden />
            {statistics.csv}
          </Button>
        </div>
      </header>
      <table className={tableStyles['table']} aria-labelledby={headingId}>
        <thead>
          <tr>
            <th scope="col">{statistics.columns.session}</th>
            <th scope="col" className={tableStyles['number']}>
              {statistics.columns.messages}
            </th>
            <th scope="col" className={tableStyles['number']}>
              {statistics.columns.replyTokens}
            </th>
          </tr>
        </thead>
        <tbody>
          {longest.map((session) => (
            <tr key={session.sessionId}>
              <th scope="row" className={styles['name']}>
                <button
                  type="button"
                  className={styles['open']}
                  onClick={() => attempt(() => openSession(session.sessionId))}
                >
                  {sessionName(session.title)}
                </button>
              </th>
              <td className={tableStyles['number']}>{formatCount(session.messageCount)}</td>
              <td className={tableStyles['number']}>{formatCount(session.replyTokens)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
