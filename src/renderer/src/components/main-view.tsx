import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useHasBeenIdle } from '../hooks/use-has-been-idle.ts';
import { type MainView as MainViewName, useViewStore } from '../stores/window/view-store.ts';
import { ChatView } from './chat/chat-view.tsx';
import { Header } from './header/header.tsx';

type ViewModule = Promise<{ readonly default: ComponentType }>;

/** The views beside the conversation, loaded when they are first shown. */
const modules: Readonly<Record<Exclude<MainViewName, 'conversation'>, () => ViewModule>> = {
  search: async () => ({ default: (await import('./search/search-view.tsx')).SearchView }),
  history: async () => ({ default: (await import('./history/history-view.tsx')).HistoryView }),
  trash: async () => ({ default: (await import('./trash/trash-view.tsx')).TrashView }),
  statistics: async () => ({ default: (await import('./statistics/statistics-view.tsx')).StatisticsView }),
};

const views: Readonly<Record<keyof typeof modules, ComponentType>> = {
  search: lazy(modules.search),
  history: lazy(modules.history),
  trash: lazy(modules.trash),
  statistics: lazy(modules.statistics),
};

/** What fills the place beside the sidebar. */
export function MainView() {
  const mainView = useViewStore((store) => store.mainView);
  const hasBeenIdle = useHasBeenIdle();

  // Those one types into at once are there before they are asked for.
  useEffect(() => {
    if (hasBeenIdle) void Promise.all([modules.search(), modules.history()]);
  }, [hasBeenIdle]);

  if (mainView === 'conversation') {
    return (
      <>
        <Header />
        <ChatView />
      </>
    );
  }
  const View = views[mainView];
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}
