import { useEffect, useState } from 'react';
import type { RememberedPrompt } from '#shared/contract/prompt-history.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { findPrompts } from '../../../stores/chat/prompt-history.ts';

interface Found {
  readonly term: string;
  readonly prompts: readonly RememberedPrompt[];
  /** Null when everything was looked through. */
  readonly next: number | null;
  readonly index: number;
}

export interface HistorySearching {
  readonly term: string;
  readonly prompt: RememberedPrompt | undefined;
  readonly state: 'searching' | 'found' | 'none' | 'none-older' | ErrorReport;
  setTerm(term: string): void;
  older(): void;
  newer(): void;
}

/** Looks for what was sent, newest first. */
export function useHistorySearch(): HistorySearching {
  const [term, setTerm] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<ErrorReport | null>(null);
  const [wantsOlder, setWantsOlder] = useState(false);
  const [isAtEnd, setAtEnd] = useState(false);

  useEffect(() => {
    let isWanted = true;
    const search = async () => {
      try {
        const page = await findPrompts(term, null, () => isWanted);
        if (isWanted) setFound({ term, ...page, index: 0 });
      } catch (thrown) {
        if (isWanted) setProblem(toErrorReport(thrown));
      }
    };
    void search();
    return () => {
      isWanted = false;
    };
  }, [term]);

  useEffect(() => {
    if (!wantsOlder || found === null || found.term !== term) return;
    let isWanted = true;
    const search = async () => {
      try {
        const page = await findPrompts(term, found.next, () => isWanted);
        if (!isWanted) return;
        const prompts = [...found.prompts, ...page.prompts];
        setFound({
          ...found,
          prompts,
          next: page.next,
          index: page.prompts.length === 0 ? found.index : found.index + 1,
        });
        setAtEnd(page.prompts.length === 0);
      } catch (thrown) {
        if (isWanted) setProblem(toErrorReport(thrown));
      }
      if (isWanted) setWantsOlder(false);
    };
    void search();
    return () => {
      isWanted = false;
    };
  }, [wantsOlder, found, term]);

  function older(): void {
    if (found === null || found.prompts.length === 0) return;
    if (found.index + 1 < found.prompts.length) setFound({ ...found, index: found.index + 1 });
    else if (found.next !== null) setWantsOlder(true);
    else setAtEnd(true);
  }

  function newer(): void {
    setAtEnd(false);
    if (found !== null && found.index > 0) setFound({ ...found, index: found.index - 1 });
  }

  const isCurrent = found?.term === term;
  const prompt = isCurrent ? found.prompts[found.index] : undefined;
  return {
    term,
    prompt,
    state:
      problem ??
      (!isCurrent ? 'searching' : prompt === undefined ? 'none' : isAtEnd ? 'none-older' : 'found'),
    setTerm(entered) {
      setProblem(null);
      setAtEnd(false);
      setWantsOlder(false);
      setTerm(entered);
    },
    older,
    newer,
  };
}
