import { type ComponentType, lazy, Suspense } from 'react';
import { type MainView as MainViewName, useViewStore } from '../stores/window/view-store.ts';
import { ChatView } from './chat/chat-view.tsx';
import { Header } from './header/header.tsx';
import { HistoryView } from './history/history-view.tsx';
import { SearchView } from './search/search-view.tsx';

/** The views beside the conversation; large ones are loaded when they are first shown, those one types into are there. */
const views: Readonly<Partial<Record<Exclude<MainViewName, 'conversation'>, ComponentType>>> = {
  search: SearchView,
  history: HistoryView,
  trash: lazy(async () => ({ default: (await import('./trash/trash-view.tsx')).TrashView })),
  statistics: lazy(async () => ({
    default: (await import('./statistics/statistics-view.tsx')).StatisticsView,
  })),
};

/** What fills the place beside the sidebar. */
export function MainView() {
  const mainView = useViewStore((store) => store.mainView);
  const View = mainView === 'conversation' ? undefined : views[mainView];
  if (View === undefined) {
    return (
      <>
        <Header />
        <ChatView />
      </>
    );
  }
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  );
}
