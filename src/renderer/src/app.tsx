import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect } from 'react';
import { subscribeToEvents } from './actions/events.ts';
import { startWindow } from './actions/start.ts';
import styles from './app.module.css';
import { listenForCommandKeys } from './commands/key-listener.ts';
import { reportEnabledCommands } from './commands/report-enabled.ts';
import { listenForSwitchKeys } from './commands/switch-keys.ts';
import { DeleteProjectDialog } from './components/dialogs/delete-project-dialog.tsx';
import { DetailsDialog } from './components/dialogs/details-dialog.tsx';
import { ExportDialog } from './components/dialogs/export-dialog.tsx';
import { MoveDialog } from './components/dialogs/move-dialog.tsx';
import { ProjectDialog } from './components/dialogs/project-dialog.tsx';
import { SessionTagsDialog } from './components/dialogs/session-tags-dialog.tsx';
import { ShortcutsDialog } from './components/dialogs/shortcuts-dialog.tsx';
import { TagsDialog } from './components/dialogs/tags-dialog.tsx';
import { MainView } from './components/main-view.tsx';
import { LiveRegion } from './components/notices/live-region.tsx';
import { NoticeStack } from './components/notices/notice-stack.tsx';
import { ProblemAlerts } from './components/notices/problem-alerts.tsx';
import { Palette } from './components/palette/palette.tsx';
import { ParametersPanel } from './components/parameters/parameters-panel.tsx';
import { SettingsDialog } from './components/settings/settings-dialog.tsx';
import { SidebarPlace } from './components/sidebar/sidebar-place.tsx';
import { DemoBanner } from './components/status/demo-banner.tsx';
import { StatusStrip } from './components/status/status-strip.tsx';
import { Switcher } from './components/switcher/switcher.tsx';
import { useAppearance } from './hooks/use-appearance.ts';
import { useSavedDrafts } from './hooks/use-saved-drafts.ts';

/** The window. */
export function App() {
  useEffect(subscribeToEvents, []);
  useEffect(listenForSwitchKeys, []);
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
            <MainView />
          </main>
        </div>
        <StatusStrip />
      </div>
      <NoticeStack />
      <LiveRegion />
      <Switcher />
      <Palette />
      <SettingsDialog />
      <ParametersPanel />
      <ShortcutsDialog />
      <ProjectDialog />
      <DeleteProjectDialog />
      <MoveDialog />
      <SessionTagsDialog />
      <TagsDialog />
      <DetailsDialog />
      <ExportDialog />
    </Tooltip.Provider>
  );
}
