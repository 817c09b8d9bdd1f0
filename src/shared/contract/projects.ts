import * as v from 'valibot';
import { colourSchema, isVisible, modelParametersSchema, type Project, projectIdSchema } from '../domain.ts';
import { carries, takes } from './define.ts';
import { systemPromptLimit } from './sessions.ts';

const project = v.strictObject({ projectId: projectIdSchema });
const projectName = v.pipe(v.string(), v.trim(), v.check(isVisible), v.maxLength(200));

const projectChangesSchema = v.partial(
  v.strictObject({
    name: projectName,
    description: v.pipe(v.string(), v.trim(), v.maxLength(100_000)),
    colour: colourSchema,
    /** The whole of the defaults. */
    defaults: v.strictObject({
      model: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(500))),
      systemPrompt: v.nullable(v.pipe(v.string(), v.maxLength(systemPromptLimit))),
      parameters: modelParametersSchema,
    }),
    isArchived: v.boolean(),
  }),
);
export type ProjectChanges = Readonly<v.InferOutput<typeof projectChangesSchema>>;

export const projectRequests = {
  /** Those not in the trash, archived ones too, in their order. */
  'projects:list': takes(v.undefined()).returns<readonly Project[]>(),
  'projects:create': takes(v.strictObject({ name: projectName })).returns<Project>(),
  'projects:update': takes(
    v.strictObject({ projectId: projectIdSchema, changes: projectChangesSchema }),
  ).returns<Project>(),
  /** The project goes to the trash, its sessions to the Inbox or to the trash with it; restoring brings both back. */
  'projects:trash': takes(
    v.strictObject({ projectId: projectIdSchema, sessions: v.picklist(['to-inbox', 'to-trash']) }),
  ).returns<void>(),
  'projects:restore': takes(project).returns<Project>(),
};

export const projectEvents = {
  /** Projects were added, changed or removed, or their sessions moved: lists must be read again. */
  'projects:changed': carries<null>(),
};
