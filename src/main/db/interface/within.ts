import type { ProjectId } from '#shared/domain.ts';

/** The project a session is believed to be in; undefined = anywhere. */
export interface Within {
  readonly within?: ProjectId | null | undefined;
}
