import { type Project, projectColourCount } from '#shared/domain.ts';

/** The colour of a project's dot, as a CSS value. */
export function projectColour({ colour }: Project): string {
  return `var(--project-${colour % projectColourCount})`;
}
