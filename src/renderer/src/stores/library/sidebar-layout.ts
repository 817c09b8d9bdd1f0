import type { Project, SessionId, SessionSummary } from '#shared/domain.ts';
import {
  emptyGroup,
  type GroupKey,
  type ListView,
  type SessionGroup,
  type SessionGroups,
} from './session-groups.ts';

export type SectionKey = GroupKey | 'archived-projects';

/** What the end of a section says besides its sessions. */
export type SectionNote = 'loading' | 'failed' | 'empty';

/** A heading with the sessions below it. */
export interface Section {
  readonly key: SectionKey;
  /** Null for sections that are no project. */
  readonly project: Project | null;
  /** 2 for a project below the heading of the archived ones. */
  readonly level: 1 | 2;
  readonly isFolded: boolean;
  readonly group: SessionGroup;
  readonly note: SectionNote | null;
  /** Index of its heading among all rows. */
  readonly start: number;
  /** Heading, sessions and note. */
  readonly rowCount: number;
  /** Place of the heading in CSS pixels. */
  readonly top: number;
  /** Place among the headings of its level, from 1, and their number. */
  readonly position: number;
  readonly siblings: number;
}

export type Row =
  | { readonly kind: 'heading'; readonly key: string; readonly section: Section }
  | {
      readonly kind: 'session';
      readonly key: SessionId;
      readonly section: Section;
      readonly session: SessionSummary;
      /** From 0. */
      readonly position: number;
    }
  | { readonly kind: 'note'; readonly key: string; readonly section: Section; readonly note: SectionNote };

/** All rows of the sidebar, none of them made before it is asked for: a list may have 100,000. */
export interface SidebarLayout {
  readonly sections: readonly Section[];
  readonly rowCount: number;
  /** In CSS pixels. */
  readonly height: number;
}

/** Heights in CSS pixels, the same for all rows of a kind, so that no row is ever measured. */
export const rowHeights = { heading: 36, session: 52, note: 34 } as const;

export interface LayoutInput {
  readonly projects: readonly Project[];
  readonly groups: SessionGroups;
  readonly view: ListView;
  readonly folded: ReadonlySet<SectionKey>;
}

export function layoutOf({ projects, groups, view, folded }: LayoutInput): SidebarLayout {
  const active = projects.filter((project) => !project.isArchived);
  const archived = projects.filter((project) => project.isArchived);
  // In the archive, a project that has nothing there would be in the way.
  const isShown = ({ id }: Project) => !view.isArchived || noteOf(groups[id] ?? emptyGroup) !== 'empty';
  const plans: Plan[] = [];
  const pinned = groups['pinned'];
  if (!view.isArchived && pinned !== undefined && (pinned.sessions.length > 0 || hasFailed(pinned))) {
    plans.push({ key: 'pinned', project: null, level: 1 });
  }
  plans.push(...active.filter(isShown).map((project) => ({ key: project.id, project, level: 1 as const })));
  plans.push({ key: 'inbox', project: null, level: 1 });
  if (archived.length > 0) {
    plans.push({ key: 'archived-projects', project: null, level: 1 });
    if (!folded.has('archived-projects')) {
      plans.push(
        ...archived.filter(isShown).map((project) => ({ key: project.id, project, level: 2 as const })),
      );
    }
  }

  const topLevel = plans.filter(({ level }) => level === 1).length;
  let start = 0;
  let top = 0;
  const counters = { 1: 0, 2: 0 };
  const sections = plans.map((plan): Section => {
    const isFolded = folded.has(plan.key);
    const group = plan.key === 'archived-projects' ? headingOnly : (groups[plan.key] ?? emptyGroup);
    const note = isFolded || plan.key === 'archived-projects' ? null : noteOf(group);
    const shown = isFolded ? 0 : group.sessions.length;
    counters[plan.level] += 1;
    const section: Section = {
      ...plan,
      isFolded,
      group,
      note,
      start,
      rowCount: 1 + shown + (note === null ? 0 : 1),
      top,
      position: counters[plan.level],
      siblings: plan.level === 1 ? topLevel : archived.length,
    };
    start += section.rowCount;
    top += heightOf(section);
    return section;
  });
  return { sections, rowCount: start, height: top };
}

/** The row of an index; undefined beyond the ends. */
export function rowAt(layout: SidebarLayout, index: number): Row | undefined {
  const section = layout.sections[sectionIndex(layout, (each) => each.start <= index)];
  if (section === undefined || index < 0 || index >= layout.rowCount) return undefined;
  const position = index - section.start - 1;
  if (position < 0) return { kind: 'heading', key: headingKey(section.key), section };
  const session = section.isFolded ? undefined : section.group.sessions[position];
  if (session !== undefined) return { kind: 'session', key: session.id, section, session, position };
  return section.note === null
    ? undefined
    : { kind: 'note', key: `note ${section.key}`, section, note: section.note };
}

/** The index of a row by its key; -1 when it is not there. */
export function indexOfKey(layout: SidebarLayout, key: string): number {
  for (const section of layout.sections) {
    if (key === headingKey(section.key)) return section.start;
    if (section.note !== null && key === `note ${section.key}`) return section.start + section.rowCount - 1;
    const position = section.isFolded ? -1 : section.group.sessions.findIndex(({ id }) => id === key);
    if (position >= 0) return section.start + 1 + position;
  }
  return -1;
}

/** The index of the first session that came where a note stood, at the end of its section; -1 when none came. */
export function indexOfArrival(layout: SidebarLayout, note: Extract<Row, { kind: 'note' }>): number {
  const before = note.section.group.sessions.length;
  const section = layout.sections.find(({ key }) => key === note.section.key);
  if (section === undefined || section.isFolded || section.group.sessions.length <= before) return -1;
  return section.start + 1 + before;
}

/** Where a row begins, in CSS pixels. */
export function topOf(layout: SidebarLayout, index: number): number {
  const section = layout.sections[sectionIndex(layout, (each) => each.start <= index)];
  if (section === undefined) return 0;
  const position = index - section.start;
  return position === 0
    ? section.top
    : section.top + rowHeights.heading + (position - 1) * rowHeights.session;
}

/** The row at a place in CSS pixels, the nearest one beyond the ends. */
export function indexAtOffset(layout: SidebarLayout, offset: number): number {
  const section = layout.sections[sectionIndex(layout, (each) => each.top <= offset)];
  if (section === undefined) return 0;
  const inside = offset - section.top - rowHeights.heading;
  const position = inside < 0 ? 0 : 1 + Math.floor(inside / rowHeights.session);
  return section.start + Math.min(position, section.rowCount - 1);
}

export function headingKey(key: SectionKey): string {
  return `heading ${key}`;
}

interface Plan {
  readonly key: SectionKey;
  readonly project: Project | null;
  readonly level: 1 | 2;
}

const headingOnly: SessionGroup = { sessions: [], hasMore: false, state: 'ready' };

function noteOf(group: SessionGroup): SectionNote | null {
  if (hasFailed(group)) return 'failed';
  if (group.hasMore || (group.sessions.length === 0 && group.state === 'loading')) return 'loading';
  return group.sessions.length === 0 ? 'empty' : null;
}

function hasFailed({ state }: SessionGroup): boolean {
  return typeof state === 'object';
}

function heightOf({ rowCount, note }: Section): number {
  const notes = note === null ? 0 : 1;
  return rowHeights.heading + (rowCount - 1 - notes) * rowHeights.session + notes * rowHeights.note;
}

/** The last section for which `begins` holds; sections are in order. */
function sectionIndex({ sections }: SidebarLayout, begins: (section: Section) => boolean): number {
  let from = 0;
  let to = sections.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const section = sections[middle];
    if (section !== undefined && begins(section)) from = middle + 1;
    else to = middle;
  }
  return Math.max(0, from - 1);
}
