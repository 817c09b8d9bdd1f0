import { app } from 'electron';

/** Holds back the end of the program until `save` has settled, whoever asked for it. */
export function saveBeforeQuitting(save: () => Promise<void>, log: (line: string) => void): void {
  let state: 'running' | 'saving' | 'saved' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'saved') return;
    event.preventDefault();
    if (state === 'saving') return;
    state = 'saving';
    void save()
      .catch((thrown: unknown) => log(String(thrown)))
      .finally(() => {
        state = 'saved';
        app.quit();
      });
  });
}
