// What the visitor sees: switches, what was changed for them, why, what is remembered, and the way out.

import { useEffect, useState } from 'preact/hooks';
import { LOG } from '../../shared/engine/ask-log.ts';
import type { Purpose } from '../decide/switches.ts';
import type { Loop } from '../loop.ts';
import type { Api } from '../public.ts';
import { Answers } from './answers.tsx';
import { Changes } from './changes.tsx';
import { Groups } from './groups.tsx';
import { findWishes, Lists } from './lists.tsx';
import { type Memory, Remembered } from './remembered.tsx';
import { Sent } from './sent.tsx';
import type { Speech } from './speak.ts';

interface SwitchProps {
  name: string;
  help: string;
  isOn: boolean;
  isDisabled?: boolean;
  turn(on: boolean): void;
}
const Switch = ({ name, help, isOn, isDisabled, turn }: SwitchProps) => (
  <label class="switch">
    <span>
      <b>{name}</b>
      <small>{help}</small>
    </span>
    <input
      type="checkbox"
      role="switch"
      checked={isOn}
      aria-checked={isOn}
      disabled={isDisabled ?? false}
      onChange={({ currentTarget }) => turn(currentTarget.checked)}
    />
  </label>
);

export interface ViewProps {
  loop: Loop;
  api: Api;
  speech: Speech;
  /** Why the visitor is in a segment, or is not. */
  explain(segment: string): string;
  close(): void;
}

const PURPOSES: Purpose[] = ['personalize', 'measure', 'questions', 'suggestions'];

export function View({ loop, api, speech, explain, close }: ViewProps) {
  const { strings } = speech;
  const [memory, setMemory] = useState<Memory>();
  const [isSure, setSure] = useState(false);
  const [said, setSaid] = useState('');
  const read = async () => setMemory((await api.export()) as Memory);
  useEffect(() => void read(), []);
  /** Does it, then looks again at everything. */
  const after = async (done: Promise<unknown> | undefined) => {
    await done;
    await read();
  };

  const mode = loop.visitor.mode();
  const isKept = mode === 'stored';
  const signal = loop.consent.signal();
  const isLocal = loop.consent.isLocal();
  const { measure } = loop.config;
  const { ping, tell } = measure ?? {};
  const sends = [ping && strings.promiseSent, tell?.length && strings.promiseTold].filter(Boolean);
  const turnMemory = (on: boolean) =>
    after(on ? loop.say({ by: 'visitor', word: 'granted', isAct: true }) : api.optOut());
  const asks = loop.config.questions?.length;
  const wishes = findWishes(loop, api);
  const purpose = (name: Purpose) => {
    const others = PURPOSES.filter((one) => one !== name && loop.isOff(one));
    return (on: boolean) => {
      const off = on ? others : [...others, name];
      void after(loop.set({ selvedge_off: off.length ? off : null }));
    };
  };
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(memory, null, 2)], { type: 'application/json' }),
    );
    link.download = 'selvedge.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const erase = async () => {
    await after(api.forget());
    setSure(false);
    setSaid(strings.erased);
  };

  return (
    <div class="sheet">
      <div class="head">
        <h2 id="title">{strings.title}</h2>
        <button type="button" class="close" aria-label={strings.close} onClick={close}>
          ✕
        </button>
      </div>
      <p class="promise">{sends.join(' ') || strings.promise}</p>
      <div class="switches">
        <Switch
          name={strings.remember}
          help={strings.rememberHelp}
          isOn={isKept}
          turn={(on) => void turnMemory(on)}
        />
        <Switch
          name={strings.personalize}
          help={strings.personalizeHelp}
          isOn={mode !== 'off' && !loop.isOff('personalize')}
          isDisabled={mode === 'off'}
          turn={purpose('personalize')}
        />
        {measure && (
          <Switch
            name={strings.measure}
            help={strings.measureHelp}
            isOn={mode !== 'off' && !isLocal && !loop.isOff('measure')}
            isDisabled={mode === 'off' || isLocal}
            turn={purpose('measure')}
          />
        )}
        {asks && (
          <Switch
            name={strings.questions}
            help={strings.questionsHelp}
            isOn={mode !== 'off' && !loop.isOff('questions')}
            isDisabled={mode === 'off'}
            turn={purpose('questions')}
          />
        )}
        {wishes[0] && (
          <Switch
            name={strings.suggestions}
            help={strings.suggestionsHelp}
            isOn={mode !== 'off' && !loop.isOff('suggestions')}
            isDisabled={mode === 'off'}
            turn={purpose('suggestions')}
          />
        )}
      </div>
      {!isKept && <p class="note">{strings[signal && !isLocal ? signal : mode]}</p>}
      {isLocal && <p class="note">{strings[`${signal}Local`]}</p>}
      <Changes loop={loop} strings={strings} explain={explain} changed={() => void read()} />
      {asks && (
        <Answers
          loop={loop}
          memory={memory}
          strings={strings}
          state={(traits) => void after(loop.set(traits))}
        />
      )}
      {wishes[0] && <Lists api={api} wishes={wishes} memory={memory} strings={strings} />}
      <Groups loop={loop} api={api} speech={speech} explain={explain} />
      <Remembered config={loop.config} memory={memory} hidden={[LOG]} speech={speech} />
      {ping && <Sent events={memory?.events} ping={ping} speech={speech} />}
      <div class="foot">
        <p role="status">{said}</p>
        {isSure ? (
          <>
            <b>{strings.eraseSure}</b>
            <button type="button" class="danger" onClick={() => void erase()}>
              {strings.erase}
            </button>
            <button type="button" onClick={() => setSure(false)}>
              {strings.cancel}
            </button>
          </>
        ) : (
          <>
            <button type="button" onClick={download}>
              {strings.download}
            </button>
            <button type="button" class="danger" onClick={() => setSure(true)}>
              {strings.erase}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
