import type { ModelParameters } from '#shared/domain.ts';
import type { ChatRequest } from './interface.ts';

/** The body of POST /api/chat. What is not set is left out, so that the model's own defaults hold. */
export function chatBody(request: ChatRequest): Record<string, unknown> {
  const options = chatOptions(request.parameters);
  const { keepAlive } = request.parameters;
  return {
    model: request.model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(keepAlive === undefined ? {} : { keep_alive: keepAliveOnWire(keepAlive) }),
  };
}

function chatOptions(parameters: ModelParameters): Record<string, unknown> {
  const options = {
    temperature: parameters.temperature,
    top_p: parameters.topP,
    top_k: parameters.topK,
    seed: parameters.seed,
    num_ctx: parameters.numCtx,
    num_predict: parameters.numPredict,
    stop: parameters.stop,
    repeat_penalty: parameters.repeatPenalty,
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** Seconds travel as a number: a text without a unit is a 400. */
function keepAliveOnWire(keepAlive: string): string | number {
  return /^-?\d+$/.test(keepAlive) ? Number(keepAlive) : keepAlive;
}
