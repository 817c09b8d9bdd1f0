import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect } from 'react';
import { subscribeToEvents } from './actions/events.ts';
import { startWindow } from './actions/start.ts';
import styles from './app.module.css';
import { listenForCommandKeys } from './commands/key-listener.ts';
import { reportEnabledCommands } from './commands/report-enabled.ts';
import { ChatView } from './components/chat/chat-view.tsx';
import { ExportDialog } from './components/dialogs/export-dialog.tsx';
import { NewProjectDialog } from './components/dialogs/new-project-dialog.tsx';
import { ShortcutsDialog } from './components/dialogs/shortcuts-dialog.tsx';
import { Header } from './components/header/header.tsx';
import { LiveRegion } from './components/notices/live-region.tsx';
import { NoticeStack } from './components/notices/notice-stack.tsx';
import { ProblemAlerts } from './components/notices/problem-alerts.tsx';
import { ParametersPanel } from './components/parameters/parameters-panel.tsx';
import { SettingsDialog } from './components/settings/settings-dialog.tsx';
import { SidebarPlace } from './components/sidebar/sidebar-place.tsx';
import { DemoBanner } from './components/status/demo-banner.tsx';
import { StatusStrip } from './components/status/status-strip.tsx';
import { useAppearance } from './hooks/use-appearance.ts';
import { useSavedDrafts } from './hooks/use-saved-drafts.ts';

/** The window. */
export function App() {
  useEffect(subscribeToEvents, []);
  useEffect(listenForCommandKeys, []);
  useEffect(reportEnabledCommands, []);
  useEffect(startWindow, []);
  useAppearance();
  useSavedDrafts();

  return (
    <Tooltip.Provider delay={500}>
      <div className={styles['window']}>
        <div className={styles['rooms']}>
          <SidebarPlace />
          <main className={styles['main']}>
            <DemoBanner />
            <ProblemAlerts />
            <Header />
            <ChatView />
          </main>
        </div>
        <StatusStrip />
      </div>
      <NoticeStack />
      <LiveRegion />
      <SettingsDialog />
      <ParametersPanel />
      <ShortcutsDialog />
      <NewProjectDialog />
      <ExportDialog />
    </Tooltip.Provider>
  );
}
