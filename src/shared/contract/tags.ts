import * as v from 'valibot';
import { colourSchema, isVisible, type Tag, tagIdSchema } from '../domain.ts';
import { carries, takes } from './define.ts';

const tag = v.strictObject({ tagId: tagIdSchema });
const tagName = v.pipe(v.string(), v.trim(), v.check(isVisible), v.maxLength(100));

const tagChangesSchema = v.partial(v.strictObject({ name: tagName, colour: colourSchema }));
export type TagChanges = Readonly<v.InferOutput<typeof tagChangesSchema>>;

export const tagRequests = {
  /** Those not in the trash, by name. */
  'tags:list': takes(v.undefined()).returns<readonly Tag[]>(),
  /** Gives back the tag of that name when there is one, from the trash too. */
  'tags:create': takes(v.strictObject({ name: tagName })).returns<Tag>(),
  /** Error: name-taken. */
  'tags:update': takes(v.strictObject({ tagId: tagIdSchema, changes: tagChangesSchema })).returns<Tag>(),
  /** Its sessions keep it, unseen, until it is restored or erased. */
  'tags:trash': takes(tag).returns<void>(),
  'tags:restore': takes(tag).returns<Tag>(),
};

export const tagEvents = {
  'tags:changed': carries<null>(),
};
