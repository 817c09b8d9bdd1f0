import type { RequestInput, RequestOutput } from '#shared/contract/index.ts';
import type { InstalledModel } from '#shared/domain.ts';
import type { AsyncDatabase } from '../db/interface.ts';

/** What was sent for an answer, and what is known of its model now. */
export async function readProvenance(
  db: AsyncDatabase,
  knownModel: (model: string) => InstalledModel | null,
  input: RequestInput<'messages:provenance'>,
): Promise<RequestOutput<'messages:provenance'>> {
  const { messageIds: _, ...kept } = await db.getProvenance(input);
  return {
    ...kept,
    digest: kept.digest ?? null,
    quantization: kept.quantization ?? null,
    ollamaVersion: kept.ollamaVersion ?? null,
    remark: kept.remark ?? null,
    withThinking: kept.withThinking ?? false,
    picturesLeftOut: kept.picturesLeftOut ?? 0,
    continuedAt: kept.continuedAt ?? [],
    installed: knownModel(kept.model),
  };
}
