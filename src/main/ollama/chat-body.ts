import type { ModelParameters, ThinkChoice } from '#shared/domain.ts';
import type { ChatRequest } from './interface.ts';

/** The body of POST /api/chat. What is not set is left out, so that the model's own defaults hold. */
export function chatBody(request: ChatRequest): Record<string, unknown> {
  const options = chatOptions(request.parameters);
  const { keepAlive, think } = request.parameters;
  return {
    model: request.model,
    messages: request.messages,
    stream: true,
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(think === undefined ? {} : { think: thinkOnWire(think) }),
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

function thinkOnWire(think: ThinkChoice): boolean | string {
  if (think === 'off') return false;
  return think === 'on' ? true : think;
}

/** Seconds travel as a number: a text without a unit is a 400. */
function keepAliveOnWire(keepAlive: string): string | number {
  return /^-?\d+$/.test(keepAlive) ? Number(keepAlive) : keepAlive;
}
