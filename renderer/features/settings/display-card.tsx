import type { ReactNode } from 'react';
import { usePreference } from '#renderer/session/preferences.ts';
import {
  densities,
  type DisplayChoice,
  displayKeys,
  textPercent,
  textSizes,
  themeChoices,
  useDisplayChoice,
} from '#renderer/ui/display.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { displayText } from '#shared/messages/ui/display.ts';
import { DisplaySample } from './display-sample.tsx';

type Option = { readonly value: string; readonly label: string; readonly note?: string };

const themeOptions: readonly Option[] = themeChoices.map((value) => ({
  value,
  label: displayText.themes[value],
  note: displayText.themeNotes[value],
}));
const densityOptions: readonly Option[] = densities.map((value) => ({ value, label: displayText.densities[value] }));
const textOptions: readonly Option[] = textSizes.map((value) => ({
  value,
  label: displayText.textSizes[value],
  note: displayText.percent(textPercent[value]),
}));

type ChoicesProps = {
  readonly name: keyof DisplayChoice;
  readonly options: readonly Option[];
  readonly value: string;
};

function Choices({ name, options, value }: ChoicesProps): ReactNode {
  const [, set] = usePreference(displayKeys[name], value);
  return (
    <fieldset className={`look-choices look-choices-${name}`}>
      <legend>{displayText[name]}</legend>
      {options.map((option) => (
        <label key={option.value} className="look-choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => set(option.value)}
            data-testid={testIds.settingsDisplay(name, option.value)}
          />
          <b>{option.label}</b>
          {option.note === undefined ? null : <span className="muted">{option.note}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** 画面の見え方: theme, density and text size, in force at once. */
export function DisplayCard(): ReactNode {
  const choice = useDisplayChoice();
  return (
    <section className="card settings-card settings-wide" aria-label={displayText.title}>
      <h2>{displayText.title}</h2>
      <p className="muted">{displayText.lead}</p>
      <div className="look">
        <div className="look-lists">
          <Choices name="theme" options={themeOptions} value={choice.theme} />
          <Choices name="density" options={densityOptions} value={choice.density} />
          <Choices name="textSize" options={textOptions} value={choice.textSize} />
        </div>
        <DisplaySample />
      </div>
    </section>
  );
}
