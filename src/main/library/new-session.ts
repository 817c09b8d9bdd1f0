import { isDeepStrictEqual } from 'node:util';
import type { ProjectId, Session, SessionDefaults } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { Settings } from '#shared/settings.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { ModelsService } from '../models/models-service.ts';

export interface NewSessionRules {
  /** What a new session of this place begins with. Error: not-found, for the project. */
  defaultsOf(projectId: ProjectId | null): Promise<SessionDefaults & { readonly systemPrompt: string }>;
  /** Error: model-missing, for one that was asked for. */
  chooseModel(wanted: string | null, preferred: string | null): Promise<ChosenModel>;
}

export interface ChosenModel {
  readonly model: string | null;
  readonly isModelChecked: boolean;
}

/** Which model, system prompt and parameters a new session gets: what was asked for, its project's, the settings'. */
export function newSessionRules(options: {
  readonly db: Pick<AsyncDatabase, 'getProject'>;
  readonly models: ModelsService;
  readonly settings: () => Settings;
}): NewSessionRules {
  const { db, models, settings } = options;

  /** A1: an unknown model is refused; while Ollama is away the session is created and marked unchecked. */
  async function known(model: string): Promise<ChosenModel> {
    return { model, isModelChecked: await models.isInstalled(model) };
  }

  async function standard(): Promise<ChosenModel> {
    try {
      const model = await models.defaultModel();
      return { model, isModelChecked: model !== null };
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      const { defaultModel } = settings();
      return { model: defaultModel === '' ? null : defaultModel, isModelChecked: false };
    }
  }

  return {
    async defaultsOf(projectId) {
      const systemPrompt = settings().defaultSystemPrompt;
      if (projectId === null) return { model: null, systemPrompt, parameters: {} };
      const { defaults } = await db.getProject({ projectId });
      return { ...defaults, systemPrompt: defaults.systemPrompt ?? systemPrompt };
    },

    async chooseModel(wanted, preferred) {
      if (wanted !== null) return known(wanted);
      if (preferred === null) return standard();
      try {
        return await known(preferred);
      } catch (thrown) {
        // A project whose model was removed from Ollama must still be able to have new sessions.
        if (thrown instanceof AppError && thrown.code === 'model-missing') return standard();
        throw thrown;
      }
    },
  };
}

/** Whether an empty session is as a new one would be, its model aside. */
export function isAsNew(
  session: Session,
  defaults: { readonly systemPrompt: string; readonly parameters: SessionDefaults['parameters'] },
): boolean {
  return (
    session.systemPrompt === defaults.systemPrompt &&
    isDeepStrictEqual(session.parameters, defaults.parameters)
  );
}
