import { expect, it } from 'vitest';
import { openConnection } from './database.ts';
import { prepared } from './statements.ts';

const connection = openConnection(':memory:');

it('gives each parameter the value of its name, wherever it stands', () => {
  const row = prepared<object, Record<string, unknown>>(
    connection,
    `SELECT
       :text AS text,
       :nothing IS NULL AS is_null,
       'a:text' || ":text" AS quoted,
       -- a comment: text
       (:number, :text) < (3, '') AS is_less,
       :text COLLATE NOCASE = 'TEA' AS is_equal,
       :number+:number AS sum
     FROM (SELECT 'column' AS ":text")
     LIMIT :number`,
  ).get({ text: 'tea', nothing: null, number: 2 });
  expect(row).toEqual({
    text: 'tea',
    is_null: 1,
    quoted: 'a:textcolumn',
    is_less: 1,
    is_equal: 1,
    sum: 4,
  });
});

it('gives the same statement for the same text', () => {
  const sql = 'SELECT :a AS a';
  expect(prepared(connection, sql)).toBe(prepared(connection, sql));
});
