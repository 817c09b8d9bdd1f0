import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { newSession } from '../../actions/sessions.ts';
import { Button } from '../controls/button.tsx';
import { EmptyFrame } from './empty-frame.tsx';

/** Nothing is open, because there is nothing to open. */
export function NoSession() {
  return (
    <EmptyFrame title={text.appName} body={text.empty.noSessions}>
      <Button look="primary" onClick={() => attempt(() => newSession(null))}>
        {text.empty.newSession}
      </Button>
    </EmptyFrame>
  );
}
