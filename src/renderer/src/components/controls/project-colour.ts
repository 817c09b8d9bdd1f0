import { colourCount } from '#shared/domain.ts';

/** The colour of a project or a tag, as a CSS value. */
export function projectColour({ colour }: { readonly colour: number }): string {
  return `var(--project-${colour % colourCount})`;
}
