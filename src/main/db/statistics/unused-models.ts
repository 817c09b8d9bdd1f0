import { type Connection, prepared } from '../statements.ts';

/** Takes the names of models that no message has any more out of the statistics: after an erasure nothing may stay. */
export function forgetUnusedModels(connection: Connection): void {
  prepared<object>(
    connection,
    `DELETE FROM usage_models
     WHERE NOT EXISTS (SELECT 1 FROM usage WHERE usage.model_id = usage_models.id)`,
  ).run({});
}
