import type { ErrorReport } from '#shared/errors.ts';

/** Why a draft was neither sent nor run. It holds as long as the draft stays as it is. */
export type SlashNote = { readonly draft: string } & (
  | { readonly kind: 'sentence'; readonly sentence: string; readonly canSendAsText: boolean }
  | { readonly kind: 'error'; readonly error: ErrorReport }
);
