import { Suspense, useEffect } from 'react';
import { useHasBeenIdle } from '../hooks/use-has-been-idle.ts';
import { type MainView as MainViewName, useViewStore } from '../stores/window/view-store.ts';
import { ChatView } from './chat/chat-view.tsx';
import { type Loadable, loadable } from './controls/loadable.tsx';
import { Header } from './header/header.tsx';

/** The views beside the conversation, loaded when they are first shown. */
const views: Readonly<Record<Exclude<MainViewName, 'conversation'>, Loadable>> = {
  search: loadable(async () => (await import('./search/search-view.tsx')).SearchView),
  history: loadable(async () => (await import('./history/history-view.tsx')).HistoryView),
  trash: loadable(async () => (await import('./trash/trash-view.tsx')).TrashView),
  statistics: loadable(async () => (await import('./statistics/statistics-view.tsx')).StatisticsView),
};

/** What fills the place beside the sidebar. */
export function MainView() {
  const mainView = useViewStore((store) => store.mainView);
  const hasBeenIdle = useHasBeenIdle();

  // Those one types into at once are there before they are asked for.
  useEffect(() => {
    if (hasBeenIdle) void Promise.all([views.search.preload(), views.history.preload()]);
  }, [hasBeenIdle]);

  if (mainView === 'conversation') {
    return (
      <>
        <Header />
        <ChatView />
      </>
    );
  }
  const { View } = views[mainView];
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}
