import * as v from 'valibot';

/** Longest default system prompt, in UTF-16 units. */
export const defaultSystemPromptLimit = 100_000;

/** How many times as fast as the voice by itself. */
export const readingSpeedLimits = { min: 0.5, max: 2, step: 0.1 } as const;

export const fontSizeLimits = { min: 12, max: 24, step: 0.5 } as const;

/** Days a deleted thing stays in the trash; null = until somebody empties it. */
const trashDaysSchema = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)));

/** Which sessions go to the trash by themselves. Pinned ones never do. Null = no limit of that kind. */
export const retentionSchema = v.strictObject({
  maxSessions: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))),
  /** By last activity. */
  maxAgeDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500))),
  keepTagged: v.boolean(),
});
export type Retention = Readonly<v.InferOutput<typeof retentionSchema>>;

/** Settings of this computer. Everything about conversations lives in the database instead. */
export const settingsSchema = v.object({
  /** Empty = OLLAMA_HOST, else 127.0.0.1:11434. */
  ollamaAddress: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  /** Empty = the first installed model that can chat. */
  defaultModel: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  defaultSystemPrompt: v.optional(v.pipe(v.string(), v.maxLength(defaultSystemPromptLimit)), ''),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  /** Size of conversation text in CSS pixels. */
  fontSize: v.optional(
    v.pipe(v.number(), v.minValue(fontSizeLimits.min), v.maxValue(fontSizeLimits.max)),
    15.5,
  ),
  /** Which key sends: Enter (Shift+Enter breaks the line) or Ctrl/Cmd+Enter (Enter breaks the line). */
  sendKey: v.optional(v.picklist(['enter', 'mod-enter']), 'enter'),
  /** How wide conversation text may become, and how much room is between messages. */
  textWidth: v.optional(v.picklist(['narrow', 'medium', 'wide', 'full']), 'medium'),
  density: v.optional(v.picklist(['comfortable', 'compact']), 'comfortable'),
  /** Whether thinking is open while it streams. */
  opensThinking: v.optional(v.boolean(), false),
  /** Whether the thinking of earlier answers is sent to the model again. */
  sendsThinking: v.optional(v.boolean(), false),
  checksSpelling: v.optional(v.boolean(), true),
  /** Which voice of the system reads aloud; empty = its own choice. */
  readingVoice: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  readingSpeed: v.optional(
    v.pipe(v.number(), v.minValue(readingSpeedLimits.min), v.maxValue(readingSpeedLimits.max)),
    1,
  ),
  /** Whether Up and Down remember what was sent. */
  keepsPromptHistory: v.optional(v.boolean(), true),
  sessionSort: v.optional(v.picklist(['activity', 'created', 'title']), 'activity'),
  /** Who gives a new session its title: its model, after the first answer, or the first line of the question. */
  titlesBy: v.optional(v.picklist(['model', 'text']), 'model'),
  trashDays: v.optional(trashDaysSchema, 30),
  retention: v.optional(retentionSchema, { maxSessions: null, maxAgeDays: null, keepTagged: true }),
});

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;
export type Theme = Settings['theme'];

export const defaultSettings: Settings = v.parse(settingsSchema, {});

/** Some settings, to be laid over the present ones. Unknown names are refused. */
export const settingsChangesSchema = v.partial(
  v.strictObject({
    ollamaAddress: settingsSchema.entries.ollamaAddress.wrapped,
    defaultModel: settingsSchema.entries.defaultModel.wrapped,
    defaultSystemPrompt: settingsSchema.entries.defaultSystemPrompt.wrapped,
    theme: settingsSchema.entries.theme.wrapped,
    fontSize: settingsSchema.entries.fontSize.wrapped,
    sendKey: settingsSchema.entries.sendKey.wrapped,
    textWidth: settingsSchema.entries.textWidth.wrapped,
    density: settingsSchema.entries.density.wrapped,
    opensThinking: settingsSchema.entries.opensThinking.wrapped,
    sendsThinking: settingsSchema.entries.sendsThinking.wrapped,
    checksSpelling: settingsSchema.entries.checksSpelling.wrapped,
    readingVoice: settingsSchema.entries.readingVoice.wrapped,
    readingSpeed: settingsSchema.entries.readingSpeed.wrapped,
    keepsPromptHistory: settingsSchema.entries.keepsPromptHistory.wrapped,
    sessionSort: settingsSchema.entries.sessionSort.wrapped,
    titlesBy: settingsSchema.entries.titlesBy.wrapped,
    trashDays: settingsSchema.entries.trashDays.wrapped,
    retention: settingsSchema.entries.retention.wrapped,
  }),
);
export type SettingsChanges = Readonly<v.InferOutput<typeof settingsChangesSchema>>;
