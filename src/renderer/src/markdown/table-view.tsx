import type { Tokens } from 'marked';
import { memo } from 'react';
import { text } from '#shared/text/index.ts';
import { renderInline } from './inline.tsx';
import { answerTokens } from './lex.ts';
import styles from './markdown.module.css';
import { ScrollRegion } from './scroll-region.tsx';

type Row = readonly Tokens.TableCell[];

export function TableView({ token }: { readonly token: Tokens.Table }) {
  return (
    <ScrollRegion className={styles['tableScroller']} label={text.markdown.tableRegion}>
      <table>
        <thead>
          <TableRow cells={token.header} />
        </thead>
        <tbody>
          {token.rows.map((cells, place) => (
            <TableRow key={String(place)} cells={cells} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Memoised, so that of a long table only the row that grows is rendered again. */
const TableRow = memo(function TableRow({ cells }: { readonly cells: Row }) {
  return <tr>{cells.map(renderCell)}</tr>;
});

function renderCell(cell: Tokens.TableCell, place: number) {
  const key = String(place);
  const className = cell.align === null ? undefined : styles[cell.align];
  const content = renderInline(answerTokens(cell.tokens));
  return cell.header ? (
    <th key={key} className={className} scope="col" dir="auto">
      {content}
    </th>
  ) : (
    <td key={key} className={className} dir="auto">
      {content}
    </td>
  );
}
