import { classNames } from '../controls/class-names.ts';
import styles from './data-table.module.css';
import type { TableData } from './table-data.ts';

export interface DataTableProps {
  readonly data: TableData;
  readonly label: string;
}

/** A table of words and numbers. */
export function DataTable({ data: { columns, rows }, label }: DataTableProps) {
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, isNumber }) => (
            <th key={title} scope="col" className={classNames(isNumber && styles['number'])}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <tr key={rowIndex}>
            {row.map(({ shown }, index) => {
              const column = columns[index];
              return index === 0 ? (
                <th key={column?.title} scope="row">
                  {shown}
                </th>
              ) : (
                <td key={column?.title} className={classNames(column?.isNumber && styles['number'])}>
                  {shown}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
