import type { QueryNote } from '#shared/contract/search.ts';
import { messageRoles } from '#shared/domain.ts';
import type { Connection } from '../statements.ts';
import { facets } from './documents.ts';
import { expressionOf, messageExpressionOf, needleOf, quote } from './expression.ts';
import { keysNamed, namesAround } from './names.ts';
import type { Named, Piece, Query } from './query.ts';
import { fewSessions, type SessionConditions } from './session-filter.ts';

/** With more sessions than this, each hit is asked for its session instead. */
const fewSessionsLimit = 200;

/** What is to be run for a query. */
export interface SearchPlan {
  /** FTS5 expression for message_search; `every` when only dates are asked for; null when no messages are searched. */
  readonly messages: string | 'every' | null;
  /** For session_search; `every` looks through all sessions for those the conditions leave. */
  readonly sessions: string | 'every' | null;
  readonly conditions: SessionConditions;
  readonly after: number | null;
  readonly before: number | null;
  readonly needles: readonly string[];
  readonly notes: readonly QueryNote[];
}

export function planOf(connection: Connection, query: Query): SearchPlan {
  const notes: QueryNote[] = [...query.notes];
  const projects = lookUp(connection, 'project', query.projects, notes);
  const tags = lookUp(connection, 'tag', query.tags, notes);
  const models = lookUp(connection, 'model', query.models, notes);
  const conditions: SessionConditions = {
    // A session is in one project: naming two means either.
    projects: projects.wanted.length === 0 ? [] : [projects.wanted.flat()],
    tags: tags.wanted,
    excludedProjects: projects.excluded,
    excludedTags: tags.excluded,
    isArchived: query.isArchived,
    isPinned: query.isPinned,
  };
  const words = query.pieces
    .map((piece) => ({
      piece,
      expression: expressionOf(connection, piece),
      inMessages: messageExpressionOf(connection, piece),
    }))
    .filter(hasExpression);
  const excluded = query.excluded
    .map((piece) => ({ ...piece, isQuoted: true }))
    .map((piece) => ({
      piece,
      expression: expressionOf(connection, piece),
      inMessages: messageExpressionOf(connection, piece),
    }))
    .filter(hasExpression);
  const plan = {
    conditions,
    after: query.after,
    before: query.before,
    needles: [...new Set(query.pieces.map(needleOf).filter((needle) => needle !== ''))],
    notes,
  };
  const isNothingNamed = notes.some((note) => note.kind === 'nothing-named');
  const few = fewSessions(connection, conditions, fewSessionsLimit);
  const isOnlySigns = query.pieces.length > 0 && words.length === 0;
  if (isNothingNamed || few?.length === 0 || isOnlySigns) return { ...plan, messages: null, sessions: null };

  const messageFacets = [
    ...(query.roles.some(({ isExcluded }) => !isExcluded)
      ? [oneOf(query.roles.filter(({ isExcluded }) => !isExcluded).map(({ role }) => facets.role(role)))]
      : []),
    ...(models.wanted.length === 0 ? [] : [oneOf(models.wanted.flat().map(facets.model))]),
    ...query.has.filter(({ isExcluded }) => !isExcluded).map(({ what }) => oneOf([facets[what]])),
  ];
  const excludedFacets = [
    ...query.roles.filter(({ isExcluded }) => isExcluded).map(({ role }) => facets.role(role)),
    ...models.excluded.map(facets.model),
    ...query.has.filter(({ isExcluded }) => isExcluded).map(({ what }) => facets[what]),
  ];
  const isAboutMessages =
    messageFacets.length + excludedFacets.length > 0 || query.after !== null || query.before !== null;
  const hasWords = words.length + excluded.length > 0;

  return {
    ...plan,
    messages: query.isTitleOnly || !(hasWords || isAboutMessages) ? null : messageExpression(),
    sessions: isAboutMessages ? null : sessionExpression(),
  };

  function messageExpression(): string {
    const positive = [
      ...words.map(({ inMessages }) => inMessages),
      ...messageFacets.map((choice) => `facets : ${choice}`),
      ...(few === null ? [] : [`facets : ${oneOf(few.map(facets.session))}`]),
    ];
    const base =
      positive.length > 0
        ? positive.map((part) => `(${part})`).join(' AND ')
        : `facets : ${oneOf(messageRoles.map(facets.role))}`;
    if (positive.length + excluded.length + excludedFacets.length === 0) return 'every';
    const negative = [
      ...excluded.map(({ inMessages }) => inMessages),
      ...(excludedFacets.length === 0 ? [] : [`(facets : ${oneOf(excludedFacets)})`]),
    ];
    return [`(${base})`, ...negative].join(' NOT ');
  }

  function sessionExpression(): SearchPlan['sessions'] {
    const columns = query.isTitleOnly ? 'title' : '{title description}';
    const positive = [
      ...words.map(({ piece, expression }) => {
        const names = query.isTitleOnly ? [] : namesOf(connection, piece);
        const inNames = names.length === 0 ? '' : ` OR (names : ${oneOf(names)})`;
        return `((${columns} : (${expression}))${inNames})`;
      }),
      ...conditions.projects.map((keys) => `(names : ${oneOf(keys.map(facets.project))})`),
      ...conditions.tags.map((keys) => `(names : ${oneOf(keys.map(facets.tag))})`),
    ];
    if (positive.length === 0) {
      const hasConditions =
        query.isTitleOnly ||
        conditions.isArchived !== null ||
        conditions.isPinned !== null ||
        conditions.excludedProjects.length + conditions.excludedTags.length > 0;
      return hasConditions ? 'every' : null;
    }
    const negative = excluded.map(({ expression }) => `(${columns} : (${expression}))`);
    return [`(${positive.join(' AND ')})`, ...negative].join(' NOT ');
  }
}

interface PlannedPiece {
  readonly piece: Piece;
  readonly expression: string;
  readonly inMessages: string;
}

function hasExpression(planned: {
  readonly piece: Piece;
  readonly expression: string | null;
  readonly inMessages: string | null;
}): planned is PlannedPiece {
  return planned.expression !== null && planned.inMessages !== null;
}

/** Projects and tags a word of the query is in the name of. */
function namesOf(connection: Connection, piece: Piece): readonly string[] {
  if (needleOf(piece).length < 2) return [];
  return [
    ...namesAround(connection, 'project', piece.text).map(({ key }) => facets.project(key)),
    ...namesAround(connection, 'tag', piece.text).map(({ key }) => facets.tag(key)),
  ];
}

/** Each wanted name becomes the keys it may mean. One that nothing has is noted, unless it is to be left out anyway. */
function lookUp(
  connection: Connection,
  kind: 'project' | 'tag' | 'model',
  names: readonly Named[],
  notes: QueryNote[],
): { readonly wanted: readonly (readonly number[])[]; readonly excluded: readonly number[] } {
  const wanted: (readonly number[])[] = [];
  const excluded: number[] = [];
  for (const { text, isExcluded } of names) {
    const keys = keysNamed(connection, kind, text);
    if (isExcluded) excluded.push(...keys);
    else if (keys.length > 0) wanted.push(keys);
    else notes.push({ kind: 'nothing-named', filter: kind, text });
  }
  return { wanted, excluded };
}

function oneOf(terms: readonly string[]): string {
  return `(${terms.map(quote).join(' OR ')})`;
}
