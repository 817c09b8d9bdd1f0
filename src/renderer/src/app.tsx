import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect } from 'react';
import { subscribeToEvents } from './actions/events.ts';
import { startWindow } from './actions/start.ts';
import styles from './app.module.css';
import { listenForCommandKeys } from './commands/key-listener.ts';
import { reportEnabledCommands } from './commands/report-enabled.ts';
import { listenForSwitchKeys } from './commands/switch-keys.ts';
import { MainView } from './components/main-view.tsx';
import { LiveRegion } from './components/notices/live-region.tsx';
import { NoticeStack } from './components/notices/notice-stack.tsx';
import { ProblemAlerts } from './components/notices/problem-alerts.tsx';
import { OverlayPlace } from './components/overlays/overlay-place.tsx';
import { SidebarPlace } from './components/sidebar/sidebar-place.tsx';
import { DemoBanner } from './components/status/demo-banner.tsx';
import { StatusStrip } from './components/status/status-strip.tsx';
import { useAppearance } from './hooks/use-appearance.ts';
import { useSavedDrafts } from './hooks/use-saved-drafts.ts';
import { useSpelling } from './hooks/use-spelling.ts';

/** The window. */
export function App() {
  useEffect(subscribeToEvents, []);
  useEffect(listenForSwitchKeys, []);
  useEffect(listenForCommandKeys, []);
  useEffect(reportEnabledCommands, []);
  useEffect(startWindow, []);
  useAppearance();
  useSavedDrafts();
  useSpelling();

  return (
    <Tooltip.Provider delay={500}>
      <div className={styles['window']}>
        <div className={styles['rooms']}>
          <SidebarPlace />
          <main className={styles['main']}>
            <DemoBanner />
            <ProblemAlerts />
            <MainView />
          </main>
        </div>
        <StatusStrip />
      </div>
      <NoticeStack />
      <LiveRegion />
      <OverlayPlace />
    </Tooltip.Provider>
  );
}
